import { describe, expect, it } from "vitest";
import { createStream } from "../../../seed/random.ts";
import { incidents } from "../../../seed/words/incidents.ts";
import type { Exchange, Issue } from "../../../seed/words/issue.ts";
import { phrases } from "../../../seed/words/phrases.ts";
import { Scribe } from "../../../seed/words/scribe.ts";
import { fixedSlots } from "../../../seed/words/slots.ts";
import type { Template } from "../../../seed/words/template.ts";
import type { Language, Topic } from "../../../seed/words/topic.ts";
import { topicGroups } from "../../../seed/words/topics.ts";
import { faultsOf } from "./faults.ts";

const topics: readonly Topic[] = [...Object.values(topicGroups).flat(), ...Object.values(incidents)];
const named = topics.map((topic) => ({ topic, name: `${topic.language} ${topic.incident ?? topic.intent}` }));
const languages = Object.keys(phrases) as Language[];

/** Each way in which a template can read, its slots filled. */
function readings(template: Template, language: Language): readonly string[] {
  return Array.from({ length: 12 }, (_, number) => {
    const stream = createStream(number, "reading");
    const scribe = new Scribe(language, stream);
    for (const slot of fixedSlots) scribe.set(slot, slot === "waited" ? "7" : "Zoë");
    return scribe.fill(template, stream);
  });
}

const textsOf = (exchanges: readonly Exchange[]): readonly Template[] =>
  exchanges.flatMap(({ say, answers }) => [say, ...answers]);
const templatesOf = (issue: Issue): readonly Template[] => [
  ...issue.questions,
  ...issue.comments,
  ...[issue.clarifying, issue.articles, issue.asks, issue.tries, issue.fixes, issue.escalations].flatMap(textsOf),
];

describe("the topics", () => {
  it("are more than twenty-five beside the incidents, each with an intent of its own within its group", () => {
    expect(Object.values(topicGroups).flat().length).toBeGreaterThan(25);
    for (const group of Object.values(topicGroups)) {
      expect(new Set(group.map(({ intent }) => intent)).size).toBe(group.length);
    }
  });

  it.each(named)("$name: every text reads whole", ({ topic }) => {
    const texts = topic.issues.flatMap(templatesOf).flatMap((template) => readings(template, topic.language));
    expect(texts.filter((text) => faultsOf(text).length > 0)).toEqual([]);
  });

  it.each(named)("$name: who is asked, told to try or helped has an answer", ({ topic }) => {
    for (const { clarifying, asks, tries, fixes } of topic.issues) {
      for (const { answers } of [clarifying, asks, tries, fixes].flat()) expect(answers.length).toBeGreaterThan(0);
    }
  });

  it.each(named)("$name: guests do not thank for the fix, since the goodbye does", ({ topic }) => {
    const answers = topic.issues.flatMap(({ fixes }) => fixes.flatMap((fix) => fix.answers));
    const texts = answers.flatMap((template) => readings(template, topic.language));
    expect(texts.filter((text) => /thank|cheers|danke|merci/i.test(text))).toEqual([]);
  });

  it.each(named)("$name: its numbers are shares and minutes, and it has tags and file names", ({ topic }) => {
    for (const share of [topic.deflection, topic.resolution, topic.transfers, topic.files]) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(1);
    }
    expect(topic.connectedMinutes).toBeGreaterThan(1);
    for (const list of [topic.tags, topic.guestFiles, topic.agentFiles]) expect(list.length).toBeGreaterThan(0);
  });
});

describe("the phrases", () => {
  it.each(languages)("in %s read whole", (language) => {
    const { exchanges, ...lists } = phrases[language];
    const templates = [
      ...Object.values(exchanges)
        .flat()
        .flatMap((exchange) => textsOf([exchange])),
      ...Object.values(lists).flatMap((list) => (isList(list) ? list : Object.values(list).flat())),
    ];
    const texts = templates.flatMap((template) => readings(template, language));
    expect(texts.length).toBeGreaterThan(1000);
    // What is put before or after a question may begin or end with a space or a line break.
    expect(texts.map((text) => text.trim()).filter((text) => faultsOf(text).length > 0)).toEqual([]);
  });

  it.each(languages)("in %s answer each complaint and each pause", (language) => {
    const { escalation, ...others } = phrases[language].exchanges;
    for (const { answers } of Object.values(others).flat()) expect(answers.length).toBeGreaterThan(0);
    expect(escalation.length).toBeGreaterThan(0);
  });
});

function isList<Item>(value: readonly Item[] | Readonly<Record<string, readonly Item[]>>): value is readonly Item[] {
  return Array.isArray(value);
}

describe("the incidents", () => {
  it.each(Object.values(incidents))(
    "$incident has the intent of an ordinary topic and is tagged as an outage",
    (incident) => {
      const ordinary = topics.filter(({ incident: name }) => name === null);
      expect(ordinary.map(({ intent }) => intent)).toContain(incident.intent);
      expect(incident.tags).toContain("outage");
      for (const { kind, comments } of incident.issues) {
        expect(kind).toBe("incident");
        expect(comments.length).toBeGreaterThan(0);
      }
    },
  );
});
