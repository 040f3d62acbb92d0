import { describe, expect, it } from "vitest";
import { createStream } from "../../../seed/random.ts";
import { facilitiesTopics } from "../../../seed/words/facilities.ts";
import { itTopics } from "../../../seed/words/it.ts";
import { payrollTopics, peopleTopics } from "../../../seed/words/office.ts";
import { phrases } from "../../../seed/words/phrases.ts";
import { Script } from "../../../seed/words/script.ts";
import type { Language } from "../../../seed/words/topic.ts";

const topics = [...itTopics, ...peopleTopics, ...payrollTopics, ...facilitiesTopics];
const names = { guest: "Zoë", agent: "Ann Lee", helper: "Ann", queue: "Desk" };

describe("the topics", () => {
  it("are more than ten, each with an intent of its own", () => {
    expect(topics.length).toBeGreaterThan(10);
    expect(new Set(topics.map(({ intent }) => intent)).size).toBe(topics.length);
  });

  it.each(topics)("$intent: every slot has a text, and every share is one", (topic) => {
    const script = new Script(topic.language, names, createStream(1, "words"));
    for (const text of [...topic.questions, ...topic.advice, ...topic.agent, ...topic.guest]) {
      expect(script.fill(text)).not.toMatch(/[{}]/);
    }
    for (const share of [topic.deflection, topic.resolution, topic.transfers, topic.files]) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(1);
    }
    expect(topic.tags.length).toBeGreaterThan(0);
  });
});

describe("the phrases", () => {
  it.each(Object.keys(phrases) as Language[])("in %s have a text for every slot", (language) => {
    const script = new Script(language, names, createStream(1, "words"));
    for (const text of Object.values<string | readonly string[]>(phrases[language]).flat()) {
      expect(script.fill(text)).not.toMatch(/[{}]/);
    }
  });
});

describe("Script", () => {
  it("keeps a slot's value within a chat", () => {
    const script = new Script("en", names, createStream(1, "words"));
    expect(script.fill("{ticket}")).toBe(script.fill("{ticket}"));
    expect(script.fill("Thanks, {helper}!")).toBe("Thanks, Ann!");
  });

  it("refuses a slot that it does not know", () => {
    const script = new Script("en", names, createStream(1, "words"));
    expect(() => script.fill("{nothing}")).toThrow('no text for the slot "nothing" in "en"');
  });
});
