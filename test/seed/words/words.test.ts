import { describe, expect, it } from "vitest";
import { writeTranscript, writeWords, type ChatFacts } from "../../../seed/conversation.ts";
import { createStream } from "../../../seed/random.ts";
import { incidents } from "../../../seed/words/incidents.ts";
import type { Topic } from "../../../seed/words/topic.ts";
import { topicGroups } from "../../../seed/words/topics.ts";
import { drawFacts } from "./draw-facts.ts";
import { faultsOf } from "./faults.ts";

const topics: readonly Topic[] = [...Object.values(topicGroups).flat(), ...Object.values(incidents)];

/** Many chats of one queue-day, written from one stream after another as the simulation does. */
function writeAll(all: readonly ChatFacts[], withTranscripts: boolean) {
  const streams = { words: createStream(1, "words"), transcript: createStream(1, "transcript") };
  return all.map((facts) => {
    const { scribe, issue, ...words } = writeWords(facts, streams.words);
    const messages = withTranscripts ? writeTranscript(facts, { scribe, issue, ...words }, streams.transcript) : [];
    return { facts, issue, messages, question: words.question, comment: words.comment };
  });
}

const draw = (count: number, given?: Partial<ChatFacts>, from: readonly Topic[] = topics): readonly ChatFacts[] =>
  Array.from({ length: count }, (_, number) => drawFacts(from[number % from.length]!, number, given));

/** Every word of small letters with the number of chats whose question has it. */
function countWords(questions: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const question of questions) {
    for (const word of new Set(question.toLowerCase().match(/[\p{L}\d]{3,}/gu)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const upset =
  /frustrat|annoy|unacceptable|ridiculous|useless|disappoint|unbelievable|seriously|enough|\bfinally|ärgerlich|enttäuscht|unmöglich|endlich|pénible|inadmissible|déçu|!!/i;

describe("writeWords", () => {
  it("is the same each time, and whether or not the transcript is written", () => {
    const all = draw(300);
    const tell = (chats: ReturnType<typeof writeAll>) => chats.map(({ question, comment }) => ({ question, comment }));
    expect(writeAll(all, true)).toEqual(writeAll(all, true));
    expect(tell(writeAll(all, false))).toEqual(tell(writeAll(all, true)));
  });

  it("writes questions that read whole, in many wordings", () => {
    const questions = writeAll(draw(4000), false).map(({ question }) => question);
    expect(questions.filter((question) => faultsOf(question).length > 0 || question.length > 250)).toEqual([]);
    expect(new Set(questions).size).toBeGreaterThan(2500);
  });

  it("comments exactly where the survey has a comment, in words that read whole", () => {
    for (const { facts, comment } of writeAll(draw(2000), false)) {
      expect(comment !== null).toBe(facts.survey?.commented === true);
      if (comment !== null) expect(faultsOf(comment)).toEqual([]);
    }
  });

  it("praises with five stars and complains with one", () => {
    const commentsWith = (rating: number): readonly string[] =>
      writeAll(draw(600, { outcome: "answered", survey: { rating, commented: true } }, topicGroups.it), false).map(
        ({ comment }) => comment!,
      );
    const bad =
      /waited|too long|not solved|still|nobody|no help|dropped|lost|passed|transfers|useless|terrible|rushed|poor|unfriendly|complicated|minutes in/i;
    const share = (comments: readonly string[]): number =>
      comments.filter((comment) => bad.test(comment)).length / comments.length;
    expect(share(commentsWith(1))).toBeGreaterThan(0.9);
    expect(share(commentsWith(5))).toBe(0);
  });

  it("complains of a wait only where there was one, and tells its minutes", () => {
    const given = { outcome: "answered", survey: { rating: 1, commented: true } } as const;
    const told = writeAll(draw(1500, given, topicGroups.it), false).filter(({ comment }) =>
      /waited \d|minutes in/i.test(comment!),
    );
    expect(told.length).toBeGreaterThan(20);
    for (const { facts, comment } of told) {
      const minutes = (facts.stints[0]!.from - facts.queuedAt!) / 60_000;
      expect(minutes).toBeGreaterThan(2.5);
      expect(comment).toContain(String(Math.round(minutes)));
    }
  });
});

describe("the words of a chat", () => {
  it("freeze in winter and sweat in summer", () => {
    const titlesIn = (month: number): ReadonlySet<string> => {
      const given = { startedAt: Date.UTC(2026, month - 1, 15) };
      return new Set(writeAll(draw(200, given, [incidents.heatingFailure]), false).map(({ issue }) => issue.title));
    };
    for (const month of [1, 2, 3, 4, 10, 11, 12]) expect(titlesIn(month)).toEqual(new Set(["Heizung"]));
    for (const month of [5, 6, 7, 8, 9]) expect(titlesIn(month)).toEqual(new Set(["Kühlung"]));
  });

  it("leave every topic something to ask all the year", () => {
    for (const { issues } of topics) {
      for (const season of ["winter", "summer"]) {
        expect(issues.some((issue) => issue.season === null || issue.season === season)).toBe(true);
      }
    }
  });

  it("are upset where the guest is, and only there", () => {
    const shareOf = (sentiment: ChatFacts["sentiment"]): number => {
      const chats = writeAll(draw(900, { sentiment, outcome: "answered", survey: null }), true);
      const isUpset = ({ messages }: (typeof chats)[number]): boolean =>
        messages.some(({ sender, text }) => sender === "guest" && upset.test(text));
      return chats.filter(isUpset).length / chats.length;
    };
    expect(shareOf("negative")).toBeGreaterThan(0.6);
    expect(shareOf("positive")).toBeLessThan(0.12);
    expect(shareOf("neutral")).toBeLessThan(0.12);
  });

  it("show an incident among the keywords of its day", () => {
    const ordinary = draw(400, {}, topicGroups.it);
    for (const { incident, words } of [
      { incident: incidents.outlookOutage, words: ["outlook", "503", "outage"] },
      { incident: incidents.vpnAfterUpdate, words: ["vpn", "update"] },
    ]) {
      const during = draw(250, {}, [incident]);
      const before = countWords(writeAll(ordinary, false).map(({ question }) => question));
      const after = countWords(writeAll([...ordinary, ...during], false).map(({ question }) => question));
      const stops = new Set("the and for after since can not with have our you".split(" "));
      const top = [...after]
        .filter(([word]) => !stops.has(word))
        .sort((a, b) => b[1] - a[1])
        .slice(0, 12);
      expect(top.map(([word]) => word)).toEqual(expect.arrayContaining(words));
      for (const word of words) expect(after.get(word)!).toBeGreaterThan(3 * (before.get(word) ?? 0));
    }
  });

  it("speak the language of the topic", () => {
    for (const { facts, messages } of writeAll(draw(300, {}, topicGroups.facilities), true)) {
      expect(facts.topic.language).toBe("de");
      for (const { text } of messages) expect(text).not.toMatch(/\b(the|please|thanks|you)\b/i);
    }
  });
});
