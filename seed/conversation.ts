import type { HistoryMessage } from "../emulator/store/index.ts";
import type { Aftermath } from "./aftermath.ts";
import type { Course } from "./queueing.ts";
import type { Stream } from "./random.ts";
import { phrases, type Phrases } from "./words/phrases.ts";
import { Script } from "./words/script.ts";

/** What a transcript needs to know besides the chat's course. */
export type Setting = {
  readonly queueName: string;
  readonly botName: string;
  readonly nameOfAgent: (personId: number) => { readonly firstName: string; readonly lastName: string };
};

/** What was written: the transcript in order of time, and what follows from it. */
export type Conversation = {
  readonly question: string;
  readonly messages: readonly HistoryMessage[];
  /** When an agent first wrote; `null` when nobody did. */
  readonly firstResponseAt: number | null;
  readonly comment: string | null;
};

/** Writes the transcript of a chat. */
export function writeConversation(course: Course, after: Aftermath, setting: Setting, stream: Stream): Conversation {
  const { topic, guest, startedAt } = course.visit;
  const words = phrases[topic.language];
  // Until an agent joins, whoever helps is the bot.
  const names = { guest: guest.firstName, queue: setting.queueName, helper: setting.botName };
  const script = new Script(topic.language, names, stream);
  script.say(startedAt, "guest", drawQuestion(topic.questions, stream));
  writeBot(course, words, script, stream);
  if (course.queuedAt !== null) writeWait(course, course.queuedAt, words, setting, script, stream);
  const firstResponseAt = course.answeredAt === null ? null : drawFirstResponse(course, course.answeredAt, stream);
  if (firstResponseAt !== null) writeTalk(course, firstResponseAt, after, words, setting, script, stream);
  if (course.endedBy === "error") script.say(course.endedAt, "system", words.systemDropped);
  const question = script.messages[0]!.text;
  script.messages.sort((a, b) => a.sentAt - b.sentAt);
  const comment = after.survey?.commented === true ? script.fill(stream.pick(words[after.survey.mood])) : null;
  return { question, messages: script.messages, firstResponseAt, comment };
}

function drawQuestion(questions: readonly string[], stream: Stream): string {
  const question = stream.pick(questions);
  const draw = stream.uniform();
  if (draw < 0.05) return `Hi,\n\n${question}\n\nThanks`;
  return draw < 0.12 ? `Hi! ${question}` : question;
}

function writeBot({ visit, outcome, endedAt }: Course, words: Phrases, script: Script, stream: Stream): void {
  const { bot, topic } = visit;
  bot.turns.forEach(({ botAt, guestAt }, turn) => {
    const advice = bot.intent === null ? undefined : topic.advice[turn];
    const greeting = turn === 0 ? `${stream.pick(words.botGreetings)} ` : "";
    const said = advice === undefined ? stream.pick(words.botUnsure) : `${advice} ${stream.pick(words.botDidThatHelp)}`;
    script.say(botAt, "bot", greeting + said);
    if (guestAt === null) return;
    const isLast = turn === bot.turns.length - 1;
    const answers = !isLast ? words.guestNotYet : outcome === "deflected" ? words.guestSolved : words.guestWantsAgent;
    script.say(guestAt, "guest", stream.pick(answers));
  });
  if (outcome === "deflected") script.say(endedAt, "bot", stream.pick(words.botGlad));
}

function writeWait(
  course: Course,
  queuedAt: number,
  words: Phrases,
  setting: Setting,
  script: Script,
  stream: Stream,
): void {
  const { endedAt, answeredAt, agentId, missedBecause } = course;
  const untilAt = answeredAt ?? endedAt;
  if (untilAt > queuedAt) script.say(queuedAt, "system", words.systemWaiting);
  if (untilAt - queuedAt > 90_000 && stream.chance(0.3)) {
    script.say(Math.round(stream.between(queuedAt + 60_000, untilAt)), "guest", stream.pick(words.guestImpatient));
  }
  if (missedBecause !== null) {
    const said = { closed: words.systemClosed, noAgent: words.systemNoAgent, allBusy: words.systemAllBusy };
    script.say(endedAt, "system", said[missedBecause]);
  }
  if (answeredAt !== null && agentId !== null) {
    introduce(agentId, setting, script);
    script.say(answeredAt, "system", words.systemJoined);
  }
}

function drawFirstResponse({ endedAt }: Course, answeredAt: number, stream: Stream): number | null {
  const at = answeredAt + Math.round(1500 + Math.min(stream.logNormal(13_000, 0.6), 240_000));
  return at < endedAt ? at : null;
}

/** Greeting, three to eleven further lines, and a goodbye unless the connection broke. */
function writeTalk(
  course: Course,
  firstResponseAt: number,
  after: Aftermath,
  words: Phrases,
  setting: Setting,
  script: Script,
  stream: Stream,
): void {
  const { visit, endedAt, endedBy, transfers } = course;
  const { topic } = visit;
  const wanted = 3 + stream.below(9);
  const count = Math.min(wanted, Math.floor((endedAt - firstResponseAt) / 4000));
  const instants = Array.from({ length: count }, () => Math.round(stream.between(firstResponseAt, endedAt)));
  instants.sort((a, b) => a - b);

  for (const { transferredAt, toPersonId } of transfers) {
    introduce(toPersonId!, setting, script);
    script.say(transferredAt, "system", words.systemTransferred);
  }
  const handlerAt = (at: number): number =>
    transfers.findLast(({ transferredAt }) => transferredAt <= at)?.toPersonId ?? course.agentId!;
  let current = handlerAt(firstResponseAt);
  introduce(current, setting, script);
  const agentLines = [...topic.agent];
  const guestLines = [...topic.guest];
  const sayAs = (isAgent: boolean, at: number, template: string): void => {
    script.say(at, isAgent ? "agent" : "guest", template, isAgent ? current : null);
  };
  const nextLine = (isAgent: boolean): string => {
    if (isAgent)
      return agentLines.length > 0 && stream.chance(0.8) ? agentLines.shift()! : stream.pick(words.agentFiller);
    if (guestLines.length === 0 || stream.chance(0.3)) return stream.pick(words.guestFiller);
    return guestLines.splice(stream.below(guestLines.length), 1)[0]!;
  };

  sayAs(true, firstResponseAt, stream.pick(words.agentGreetings));
  let wasAgent = true;
  instants.forEach((at, index) => {
    const left = count - index;
    if (handlerAt(at) !== current) {
      current = handlerAt(at);
      introduce(current, setting, script);
      sayAs(true, at, stream.pick(words.agentAfterTransfer));
      wasAgent = true;
    } else if (left <= 2 && endedBy !== "error") {
      // Whoever ends the chat has the last word.
      const isAgent = (left === 1) === (endedBy === "agent");
      const solved = isAgent ? words.agentClosing : words.guestThanks;
      const unsolved = isAgent ? words.agentUnsolved : words.guestUnsolved;
      sayAs(isAgent, at, stream.pick(after.isSolved ? solved : unsolved));
    } else {
      const isAgent = stream.chance(0.2) ? wasAgent : !wasAgent;
      sayAs(isAgent, at, nextLine(isAgent));
      wasAgent = isAgent;
    }
  });
}

function introduce(personId: number, setting: Setting, script: Script): void {
  const { firstName, lastName } = setting.nameOfAgent(personId);
  script.rename("agent", `${firstName} ${lastName}`);
  script.rename("helper", firstName);
}
