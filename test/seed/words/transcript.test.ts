import { describe, expect, it } from "vitest";
import { writeTranscript, writeWords, type ChatFacts } from "../../../seed/conversation.ts";
import { createStream } from "../../../seed/random.ts";
import { incidents } from "../../../seed/words/incidents.ts";
import type { Topic } from "../../../seed/words/topic.ts";
import { topicGroups } from "../../../seed/words/topics.ts";
import { drawFacts } from "./draw-facts.ts";
import { faultsOf } from "./faults.ts";

const topics: readonly Topic[] = [...Object.values(topicGroups).flat(), ...Object.values(incidents)];
const named = topics.map((topic) => ({ topic, name: `${topic.language} ${topic.incident ?? topic.intent}` }));

type Chat = {
  readonly facts: ChatFacts;
  readonly messages: ReturnType<typeof writeTranscript>;
  readonly question: string;
};

function writeChat(facts: ChatFacts, number: number): Chat {
  const words = writeWords(facts, createStream(number, "words"));
  return {
    facts,
    question: words.question,
    messages: writeTranscript(facts, words, createStream(number, "transcript")),
  };
}

const chatsOf = (topic: Topic, count: number, given?: Partial<ChatFacts>): readonly Chat[] =>
  Array.from({ length: count }, (_, number) => writeChat(drawFacts(topic, number, given), number));

describe("writeTranscript", () => {
  it.each(named)("$name: every line reads whole", ({ topic }) => {
    const texts = chatsOf(topic, 80).flatMap(({ messages }) => messages.map(({ text }) => text));
    expect(texts.filter((text) => faultsOf(text).length > 0)).toEqual([]);
  });

  it.each(named)("$name: lines come in order, within the chat, by whoever has it", ({ topic }) => {
    for (const { facts, messages, question } of chatsOf(topic, 80)) {
      const { startedAt, endedAt, firstResponseAt, stints } = facts;
      expect(messages[0]).toEqual({ sentAt: startedAt, sender: "guest", personId: null, text: question });
      let before = startedAt;
      for (const { sentAt, sender, personId } of messages) {
        expect(sentAt).toBeGreaterThanOrEqual(before);
        expect(sentAt).toBeLessThanOrEqual(endedAt);
        expect(Number.isInteger(sentAt)).toBe(true);
        const holder = sender === "agent" ? stints.findLast(({ from }) => from <= sentAt)?.personId : null;
        expect(personId).toBe(holder);
        before = sentAt;
      }
      expect(messages.find(({ sender }) => sender === "agent")?.sentAt ?? null).toBe(firstResponseAt);
    }
  });

  it("has no agent's line when no agent wrote, and no guest's after the wait when the guest is gone", () => {
    const quiet = chatsOf(topics[0]!, 40, { outcome: "answered", firstResponseAt: null });
    expect(quiet.flatMap(({ messages }) => messages.filter(({ sender }) => sender === "agent"))).toEqual([]);
    for (const { facts, messages } of chatsOf(topics[0]!, 40, { outcome: "answered", guestIsGone: true, files: [] })) {
      const late = messages.filter(({ sender, sentAt }) => sender === "guest" && sentAt > facts.queuedAt!);
      expect(late).toEqual([]);
    }
  });

  it("speaks of a file when it is sent", () => {
    for (const topic of topics) {
      for (const { facts, messages } of chatsOf(topic, 60, { outcome: "answered" })) {
        for (const { name, sentAt } of facts.files) {
          expect(messages.filter((message) => message.text.includes(name)).map((message) => message.sentAt)).toContain(
            sentAt,
          );
        }
      }
    }
  });

  it("bears a stint too short for words", () => {
    for (let seconds = 1; seconds < 40; seconds++) {
      const from = Date.UTC(2026, 10, 2, 14, 2);
      const to = from + 1000 * seconds;
      const stint = {
        personId: 7,
        firstName: "Ann",
        lastName: "Lee",
        queueName: "Desk",
        topicGroup: "it" as const,
        from,
        to,
      };
      const given = {
        outcome: "answered",
        queuedAt: from,
        stints: [stint],
        firstResponseAt: from + 500,
        endedAt: to,
      } as const;
      const { messages } = writeChat(
        drawFacts(topics[3]!, seconds, { ...given, bot: { throughBot: false, intent: null, turns: [] } }),
        seconds,
      );
      const instants = messages.map(({ sentAt }) => sentAt);
      expect(instants).toEqual(instants.toSorted((a, b) => a - b));
      expect(instants.at(-1)).toBeLessThanOrEqual(to);
    }
  });

  it("uses what people write: commas, quotes, line breaks, emoji, small letters and slips of the finger", () => {
    const texts = topics.flatMap((topic) => chatsOf(topic, 40).flatMap(({ messages }) => messages));
    for (const sign of [/,/, /"/, /\n/, /\p{Emoji_Presentation}/u, /é/, /ß/, /„/]) {
      expect(texts.some(({ text }) => sign.test(text))).toBe(true);
    }
    const small = texts.filter(
      ({ sender, text }) => sender === "guest" && text.length > 20 && text === text.toLowerCase(),
    );
    expect(small.length / texts.length).toBeGreaterThan(0.02);
  });

  it("reads like a help desk (see the golden file)", async () => {
    const chats = topics.flatMap((topic, index) =>
      [2 * index, 2 * index + 1].map((number) => printChat(writeChat(drawFacts(topic, number), number))),
    );
    await expect(chats.join("\n")).toMatchFileSnapshot("../golden/transcripts.txt");
  });
});

function printChat({ facts, messages }: Chat): string {
  const { topic, outcome, endedBy, isSolved, sentiment, startedAt } = facts;
  const head = `# ${topic.incident ?? topic.intent}: ${outcome}, ended by ${endedBy}, ${isSolved ? "solved" : "unsolved"}, ${sentiment}`;
  const lines = messages.map(({ sentAt, sender, text }) => {
    const seconds = String(Math.round((sentAt - startedAt) / 1000)).padStart(5);
    return `${seconds} ${sender.padEnd(6)} ${text.replaceAll("\n", "\n".padEnd(14))}`;
  });
  return [head, ...lines, ""].join("\n");
}
