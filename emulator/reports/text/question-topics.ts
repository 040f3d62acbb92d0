import { visitQuestions } from "../../store/index.ts";
import { queueOf, type Computation } from "../computation.ts";
import { addDuration, createDurations, summarize } from "../durations.ts";
import { toRatio } from "../metrics.ts";
import { otherTopic, topicOf, topics } from "../words/topics.ts";

function createAsked() {
  return { chats: 0, answered: 0, deflected: 0, connected: createDurations(), example: null as string | null };
}

/** A row for every topic, asked about or not: the most chats first, equals in order of the list, other questions last of them. */
export const computeQuestionTopics: Computation<"QuestionTopics"> = (context) => {
  const names = [...topics.map(([topic]) => topic), otherTopic];
  const asked = new Map(names.map((topic) => [topic, createAsked()]));
  let started = 0;
  visitQuestions(context.store, queueOf(context), context.window, ({ question, outcome, answeredAt, endedAt }) => {
    const about = asked.get(topicOf(question))!;
    started++;
    about.chats++;
    if (outcome === "answered") about.answered++;
    if (outcome === "deflected") about.deflected++;
    addDuration(about.connected, answeredAt === null ? null : endedAt - answeredAt);
    about.example ??= question;
  });
  return [...asked]
    .sort(([, a], [, b]) => b.chats - a.chats)
    .map(([topic, { chats, answered, deflected, connected, example }]) => {
      const { mean, median } = summarize(connected);
      return {
        topic,
        chats,
        shareOfStarted: toRatio(chats, started),
        answered,
        deflected,
        meanConnectedSeconds: mean,
        medianConnectedSeconds: median,
        example,
      };
    });
};
