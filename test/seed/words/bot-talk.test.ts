import { describe, expect, it } from "vitest";
import { createStream } from "../../../seed/random.ts";
import { planBot } from "../../../seed/words/bot-talk.ts";
import type { ChatFacts } from "../../../seed/words/facts.ts";
import { incidents } from "../../../seed/words/incidents.ts";
import { phrases } from "../../../seed/words/phrases.ts";
import type { Topic } from "../../../seed/words/topic.ts";
import { topicGroups } from "../../../seed/words/topics.ts";
import { drawFacts } from "./draw-facts.ts";

const topics: readonly Topic[] = [...Object.values(topicGroups).flat(), ...Object.values(incidents)];

describe("planBot", () => {
  const recognised = (topic: Topic, number: number, outcome: ChatFacts["outcome"]): ChatFacts => {
    const facts = drawFacts(topic, number, { outcome });
    return { ...facts, bot: { ...facts.bot, intent: topic.intent } };
  };

  it.each(topics)("$language $intent: the last thing before a guest is helped is a suggestion", (topic) => {
    for (let number = 0; number < 60; number++) {
      const facts = recognised(topic, number, "deflected");
      const issue = topic.issues[number % topic.issues.length]!;
      const plan = planBot(facts, { issue, asked: issue.questions[0]!, isVague: false }, createStream(number, "bot"));
      expect(plan).toHaveLength(facts.bot.turns.length);
      expect(plan.at(-1)?.stage).toBe("suggest");
      expect(plan.at(-1)?.answers).toBe(phrases[topic.language].guestHelped[issue.kind]);
      for (const { answers } of plan) expect(answers.length).toBeGreaterThan(0);
    }
  });

  it("suggests nothing that it has suggested already", () => {
    for (const topic of topics) {
      for (let number = 0; number < 30; number++) {
        const issue = topic.issues[number % topic.issues.length]!;
        const words = { issue, asked: issue.questions[0]!, isVague: false };
        const plan = planBot(recognised(topic, number, "answered"), words, createStream(number, "bot"));
        const suggested = plan.filter(({ stage }) => stage === "suggest").map(({ says }) => says);
        expect(new Set(suggested).size).toBe(suggested.length);
      }
    }
  });

  it("understands nothing of a question that it did not recognise", () => {
    const topic = topics[0]!;
    const facts = drawFacts(topic, 3, { outcome: "answered" });
    const unsure = { ...facts, bot: { ...facts.bot, intent: null } };
    const issue = topic.issues[0]!;
    const plan = planBot(unsure, { issue, asked: issue.questions[0]!, isVague: true }, createStream(1, "bot"));
    expect(new Set(plan.map(({ stage }) => stage))).toEqual(new Set(facts.bot.turns.length === 0 ? [] : ["unsure"]));
  });
});
