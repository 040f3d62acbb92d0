import type { ChatFacts, Stint } from "../../../seed/conversation.ts";
import { drawName, type RegionName } from "../../../seed/names.ts";
import { createStream, type Stream } from "../../../seed/random.ts";
import type { Topic } from "../../../seed/words/topic.ts";
import { topicGroups, type TopicGroupName } from "../../../seed/words/topics.ts";

const regionOf: Readonly<Record<Topic["language"], RegionName>> = { en: "us", de: "germany", fr: "france" };

const groupNames = Object.keys(topicGroups) as TopicGroupName[];

/** Facts of a chat about a topic that could have happened; those that are given hold, the others are drawn from the number. */
export function drawFacts(topic: Topic, number: number, given: Partial<ChatFacts> = {}): ChatFacts {
  const stream = createStream(number, "facts", topic.intent, topic.incident ?? "");
  const startedAt = Date.UTC(2026, 10, 2, 14, 0, 0);
  const throughBot = stream.chance(0.9);
  const isRecognised = throughBot && stream.chance(0.86);
  const outcome = given.outcome ?? drawOutcome(throughBot, isRecognised, stream);
  const isBotsOnly = outcome === "deflected" || outcome === "leftBot";
  const { turns, endsAt } = drawTurns(throughBot || isBotsOnly ? 1 + stream.below(3) : 0, outcome, startedAt, stream);
  const waitMs = stream.chance(0.5) ? stream.below(40_000) : stream.below(600_000);
  const answeredAt = endsAt + waitMs;
  const connectedMs = 60_000 + Math.round(stream.logNormal(540_000, 0.6));
  const endedAt = outcome === "answered" ? answeredAt + connectedMs : isBotsOnly ? endsAt : endsAt + waitMs;
  const stints = given.stints ?? (outcome === "answered" ? drawStints(answeredAt, endedAt, topic, stream) : []);
  const isSolved = outcome === "deflected" || (outcome === "answered" && stream.chance(0.8));
  const sentiment = stream.pick(["positive", "neutral", "negative"] as const);
  const guestFile = { sentAt: answeredAt + stream.below(connectedMs), sender: "guest" as const };
  return {
    topic,
    guestName: drawName(stream, regionOf[topic.language]).firstName,
    queueName: "Service Desk",
    botName: "Assistant",
    startedAt,
    bot: {
      throughBot: turns.length > 0,
      intent: isRecognised || outcome === "deflected" ? topic.intent : null,
      turns,
    },
    queuedAt: isBotsOnly ? null : endsAt,
    stints,
    firstResponseAt: outcome === "answered" ? answeredAt + 2000 + stream.below(20_000) : null,
    endedAt,
    outcome,
    missedBecause: outcome === "missed" ? stream.pick(["closed", "noAgent", "allBusy"] as const) : null,
    endedBy:
      outcome === "missed"
        ? "system"
        : outcome === "answered"
          ? stream.pick(["guest", "guest", "agent", "agent", "error"] as const)
          : "guest",
    isSolved,
    sentiment,
    guestIsGone: false,
    files: outcome === "answered" && stream.chance(0.15) ? [{ ...guestFile, name: stream.pick(topic.guestFiles) }] : [],
    survey: outcome === "answered" ? { rating: 1 + stream.below(5), commented: stream.chance(0.5) } : null,
    ...given,
  };
}

function drawOutcome(throughBot: boolean, isRecognised: boolean, stream: Stream): ChatFacts["outcome"] {
  const draw = stream.uniform();
  if (draw < 0.6) return "answered";
  if (draw < 0.7) return "abandoned";
  if (draw < 0.75 || !throughBot) return "missed";
  return isRecognised && draw < 0.93 ? "deflected" : "leftBot";
}

function drawTurns(
  count: number,
  outcome: ChatFacts["outcome"],
  startedAt: number,
  stream: Stream,
): { readonly turns: ChatFacts["bot"]["turns"]; readonly endsAt: number } {
  let at = startedAt;
  const turns = Array.from({ length: count }, (_, turn) => {
    const botAt = at + 1000 + stream.below(1500);
    at = botAt + 5000 + stream.below(30_000);
    return { botAt, guestAt: outcome === "leftBot" && turn === count - 1 ? null : at };
  });
  return { turns, endsAt: outcome === "deflected" ? at + 1000 : at };
}

function drawStints(answeredAt: number, endedAt: number, topic: Topic, stream: Stream): readonly Stint[] {
  const count = stream.chance(0.12) ? 2 : 1;
  const handedOnAt = Math.round(answeredAt + (endedAt - answeredAt) * stream.between(0.35, 0.6));
  const isOtherQueue = stream.chance(0.4);
  const ownGroup = groupNames.find((name) =>
    topicGroups[name].some(
      ({ intent }) => intent === topic.intent && topicGroups[name][0]?.language === topic.language,
    ),
  )!;
  const otherGroup =
    topic.language === "en" && stream.chance(0.5) ? stream.pick(["it", "people", "payroll"] as const) : ownGroup;
  return Array.from({ length: count }, (_, index): Stint => {
    return {
      personId: 7 + index,
      ...drawName(stream, regionOf[topic.language]),
      queueName: index === 1 && isOtherQueue ? "Second Level" : "Service Desk",
      topicGroup: index === 1 && isOtherQueue ? otherGroup : ownGroup,
      from: index === 0 ? answeredAt : handedOnAt,
      to: index === count - 1 ? endedAt : handedOnAt,
    };
  });
}
