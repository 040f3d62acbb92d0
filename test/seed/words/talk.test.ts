import { describe, expect, it } from "vitest";
import { createStream } from "../../../seed/random.ts";
import type { ChatFacts } from "../../../seed/words/facts.ts";
import { incidents } from "../../../seed/words/incidents.ts";
import type { Exchange, Issue } from "../../../seed/words/issue.ts";
import { phrases } from "../../../seed/words/phrases.ts";
import { planTalk, type Line, type Stage } from "../../../seed/words/talk.ts";
import type { Topic } from "../../../seed/words/topic.ts";
import { topicGroups } from "../../../seed/words/topics.ts";
import { drawFacts } from "./draw-facts.ts";

const topics: readonly Topic[] = [...Object.values(topicGroups).flat(), ...Object.values(incidents)];

const exchangeStarts = ["ask", "hold", "try", "fix", "escalation", "handOver", "stillThere", "end"] as const;

/** What may come after a line of each stage; `end` where a stint may end. Short stints and broken connections end anywhere. */
const followers: Readonly<Record<Stage, readonly (Stage | "end")[]>> = {
  hello: ["guestHello", "complaint", "tellMore", ...exchangeStarts],
  guestHello: ["tellMore", ...exchangeStarts],
  complaint: ["comfort"],
  comfort: ["tellMore", ...exchangeStarts],
  tellMore: ["question"],
  question: exchangeStarts,
  ask: ["answer", "stillThere"],
  answer: exchangeStarts,
  hold: ["holdAnswer", "stillThere"],
  holdAnswer: exchangeStarts,
  try: ["tryFails", "stillThere"],
  tryFails: exchangeStarts,
  fix: ["fixWorks"],
  fixWorks: ["thanks", "anythingElse", "otherMatter", "end"],
  otherMatter: ["handOver"],
  handOver: ["handOverAnswer"],
  handOverAnswer: ["end"],
  anythingElse: ["nothingElse", "closesSilent"],
  nothingElse: ["bye", "end"],
  thanks: ["bye", "end"],
  bye: ["end"],
  escalation: ["letDown"],
  letDown: ["byeSorry", "end"],
  byeSorry: ["end"],
  stillThere: ["closesSilent", "end"],
  closesSilent: ["end"],
};

/** Where an answer of the guest's, or an agent's to a complaint, stands together with what it answers. */
const exchangesOf: Partial<Record<Stage, (issue: Issue, facts: ChatFacts) => readonly Exchange[]>> = {
  answer: ({ asks }) => asks,
  tryFails: ({ tries }) => tries,
  fixWorks: ({ fixes }) => fixes,
  holdAnswer: (_, { topic }) => phrases[topic.language].exchanges.hold,
  comfort: (_, { topic }) => {
    const { guestWaitedLong, guestFedUp, guestBlamesBot, guestRepeats } = phrases[topic.language].exchanges;
    return [...guestWaitedLong, ...guestFedUp, ...guestBlamesBot, ...guestRepeats];
  },
};

/** What a stint may be about: the chat's issue, or any of the queue's when that is about something else. */
function issuesOf({ stints }: ChatFacts, index: number, issue: Issue): readonly Issue[] {
  const { topicGroup } = stints[index]!;
  return topicGroup === stints[0]!.topicGroup ? [issue] : topicGroups[topicGroup].flatMap(({ issues }) => issues);
}

/** Plans of chats about every issue of a topic. */
function* plansOf(
  topic: Topic,
  given: Partial<ChatFacts> = {},
): Generator<{ facts: ChatFacts; issue: Issue; plan: readonly (readonly Line[])[] }> {
  for (let number = 0; number < 70; number++) {
    const facts = drawFacts(topic, number, { outcome: "answered", ...given });
    const issue = topic.issues[number % topic.issues.length]!;
    const unasked = number % 7 === 0 ? issue.questions[0]! : null;
    yield { facts, issue, plan: planTalk(facts, issue, unasked, createStream(number, "plan")) };
  }
}

describe("planTalk", () => {
  it.each(topics)("$language $intent: a reply fits the line before it", (topic) => {
    for (const { facts, issue, plan } of plansOf(topic)) {
      plan.forEach((lines, index) => {
        lines.forEach(({ stage, template }, line) => {
          const exchangesIn = exchangesOf[stage];
          if (exchangesIn === undefined) return;
          const fitting = issuesOf(facts, index, issue).flatMap((one) => exchangesIn(one, facts));
          const answers = fitting
            .filter(({ say }) => say === lines[line - 1]?.template)
            .flatMap((exchange) => exchange.answers);
          expect(answers).toContain(template);
        });
      });
    }
  });

  it.each(topics)("$language $intent: one line leads to the next", (topic) => {
    for (const { facts, plan } of plansOf(topic)) {
      plan.forEach((lines, index) => {
        const isCut = facts.endedBy === "error" && index === plan.length - 1;
        expect(lines[0]?.stage).toBe("hello");
        lines.forEach(({ stage }, line) => {
          const next = lines[line + 1]?.stage ?? "end";
          if (!(isCut && next === "end"))
            expect([stage, followers[stage]]).toEqual([stage, expect.arrayContaining([next])]);
        });
      });
    }
  });

  it.each(topics)("$language $intent: nothing is asked or tried twice", (topic) => {
    for (const { plan } of plansOf(topic)) {
      const said = plan.flat().filter(({ stage }) => stage === "ask" || stage === "try");
      expect(new Set(said.map(({ template }) => template)).size).toBe(said.length);
    }
  });

  it("ends as the chat ended: with a solution or without, by whoever ended it", () => {
    for (const topic of topics) {
      for (const { facts, plan } of plansOf(topic)) {
        const stages = plan.at(-1)!.map(({ stage }) => stage);
        const last = plan.at(-1)!.at(-1)!;
        expect(stages.includes("fixWorks")).toBe(facts.isSolved);
        if (facts.endedBy === "agent") expect(last.speaker).toBe("agent");
        if (facts.endedBy === "guest") expect(last.speaker === "guest" || last.stage === "stillThere").toBe(true);
      }
    }
  });

  it("settles one matter before the guest asks for another queue's", () => {
    const handedOn = topics
      .flatMap((topic) => [...plansOf(topic)])
      .filter(({ facts: { stints } }) => stints.length > 1 && stints[1]!.topicGroup !== stints[0]!.topicGroup);
    expect(handedOn.length).toBeGreaterThan(10);
    for (const { plan } of handedOn) {
      const stages = plan[0]!.map(({ stage }) => stage);
      expect(stages.slice(-5)).toEqual(["fix", "fixWorks", "otherMatter", "handOver", "handOverAnswer"]);
    }
  });

  it("talks to nobody when the guest is gone", () => {
    const facts = drawFacts(topics[0]!, 1, { outcome: "answered", guestIsGone: true, isSolved: false });
    const [lines] = planTalk(facts, topics[0]!.issues[0]!, null, createStream(1, "plan"));
    expect(lines?.map(({ stage }) => stage)).toEqual(["hello", "stillThere", "closesSilent"]);
  });

  it("asks and tries more the longer it takes", () => {
    const countOf = (connectedMs: number): number => {
      const topic = topicGroups.it[5]!;
      const from = Date.UTC(2026, 10, 2);
      const stint = {
        personId: 1,
        firstName: "Ann",
        lastName: "Lee",
        queueName: "Desk",
        topicGroup: "it" as const,
        from,
        to: from + connectedMs,
      };
      const given = {
        stints: [stint],
        queuedAt: from,
        firstResponseAt: from + 5000,
        endedAt: stint.to,
        isSolved: true,
      };
      return [...plansOf(topic, given)].reduce((sum, { plan }) => sum + plan.flat().length, 0);
    };
    expect(countOf(600_000)).toBeGreaterThan(1.3 * countOf(200_000));
    expect(countOf(1_200_000)).toBeGreaterThan(countOf(600_000));
  });
});
