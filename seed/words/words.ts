import type { Stream } from "../random.ts";
import { drawComment } from "./comment.ts";
import type { ChatFacts } from "./facts.ts";
import { pickIssue, type Issue } from "./issue.ts";
import { phrases } from "./phrases.ts";
import { Scribe } from "./scribe.ts";
import { settle, type Template } from "./template.ts";

/** What was asked and what was said in the survey, and what the transcript goes on from. */
export type Words = {
  readonly question: string;
  /** `null` without a commented survey. */
  readonly comment: string | null;
  readonly issue: Issue;
  /** The question that tells the issue; asked later on if the first line was vague. */
  readonly asked: Template;
  /** The first line says nothing of the issue: somebody has to ask. */
  readonly isVague: boolean;
  readonly scribe: Scribe;
};

/** Writes the question and the comment. The transcript is not needed for either, nor changes it them. */
export function writeWords(facts: ChatFacts, stream: Stream): Words {
  const { topic, bot, stints } = facts;
  const scribe = new Scribe(topic.language, stream);
  scribe.set("guest", facts.guestName);
  scribe.set("queue", facts.queueName);
  scribe.set("waited", String(waitedMinutes(facts)));
  const issue = pickIssue(topic.issues, facts.startedAt, stream);
  const asked = settle(stream.pick(issue.questions), stream);
  const isVague = stream.chance(bot.throughBot && bot.intent === null ? 0.45 : bot.throughBot ? 0 : 0.05);
  const question = isVague
    ? scribe.type(stream.pick(phrases[topic.language].vagueQuestions[issue.kind]), stream)
    : drawQuestion(facts, issue, asked, scribe, stream);
  scribe.set("helper", stints.at(-1)?.firstName ?? facts.botName);
  const comment = facts.survey?.commented === true ? drawComment(facts, issue, scribe, stream) : null;
  return { question, comment, issue, asked, isVague, scribe };
}

/** Whole minutes that the guest waited for an agent, at least 2: nobody complains of less. */
function waitedMinutes({ queuedAt, stints, endedAt }: ChatFacts): number {
  return queuedAt === null ? 2 : Math.max(2, Math.round(((stints[0]?.from ?? endedAt) - queuedAt) / 60_000));
}

function drawQuestion(
  { topic, sentiment }: ChatFacts,
  { kind }: Issue,
  asked: Template,
  scribe: Scribe,
  stream: Stream,
): string {
  const { questionOpeners, questionEndings, angryEndings } = phrases[topic.language];
  let text = scribe.fill(asked, stream);
  if (stream.chance(0.16)) {
    const opener = scribe.fill(stream.pick(questionOpeners), stream);
    text = opener + (opener.endsWith(", ") ? withSmallStart(text) : text);
  }
  if (sentiment === "negative" ? stream.chance(0.35) : stream.chance(0.01)) {
    text += ending(text, stream.pick(angryEndings[kind]), scribe, stream);
  } else if (stream.chance(0.2)) {
    text += ending(text, stream.pick(questionEndings), scribe, stream);
  }
  return scribe.asTyped(text, stream);
}

/** What is added to a question, after a full stop if words follow a sentence that has none. */
function ending(question: string, template: Template, scribe: Scribe, stream: Stream): string {
  const text = scribe.fill(template, stream);
  const last = question.charCodeAt(question.length - 1);
  // Past the letters come typographic signs and emoji, which end a sentence as well.
  const endsSentence = last > 0x2000 || ".!?".includes(question.at(-1)!);
  const isWords = text.startsWith(" ") && text.charCodeAt(1) < 0x80;
  return isWords && !endsSentence ? `.${text}` : text;
}

/** A sentence that goes on after a comma; abbreviations such as VPN and names with an inner capital stay as they are. */
function withSmallStart(text: string): string {
  const first = text.slice(0, 2);
  return first === first.toUpperCase() || /^[A-Z]\w*[A-Z]/.test(text) ? text : first.toLowerCase() + text.slice(2);
}
