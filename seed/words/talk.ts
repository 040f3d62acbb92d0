import type { Stream } from "../random.ts";
import type { ChatFacts, Stint } from "./facts.ts";
import { pickIssue, type Exchange, type Issue } from "./issue.ts";
import { phrases, type ExchangeName, type Phrases } from "./phrases.ts";
import { settle, type Template } from "./template.ts";
import type { Topic } from "./topic.ts";
import { topicGroups, type TopicGroupName } from "./topics.ts";

/** Where a line stands in the talk between agent and guest. */
export type Stage =
  | "hello"
  | "guestHello"
  | "complaint"
  | "comfort"
  | "tellMore"
  | "question"
  | "ask"
  | "answer"
  | "hold"
  | "holdAnswer"
  | "try"
  | "tryFails"
  | "fix"
  | "fixWorks"
  | "otherMatter"
  | "handOver"
  | "handOverAnswer"
  | "anythingElse"
  | "nothingElse"
  | "thanks"
  | "bye"
  | "escalation"
  | "letDown"
  | "byeSorry"
  | "stillThere"
  | "closesSilent";

/** A line of the talk before its slots are filled. */
export type Line = { readonly stage: Stage; readonly speaker: "agent" | "guest"; readonly template: Template };

/** How many of a stint's lines may come in a row: nobody writes faster than a line in so many milliseconds. */
const fastestMs = 2500;

/**
 * Plans the talk of each stint as a walk through stages: greeting, questions, attempts, then a solution or none, and a goodbye by
 * whoever ends the chat. The longer the stint, the more is asked and tried. `unasked` is a question that the guest has yet to ask.
 * Nothing when no agent writes.
 */
export function planTalk(
  facts: ChatFacts,
  issue: Issue,
  unasked: Template | null,
  stream: Stream,
): readonly (readonly Line[])[] {
  const { firstResponseAt, topic } = facts;
  if (firstResponseAt === null) return [];
  const book = phrases[topic.language];
  if (facts.guestIsGone) return [planEmptyTalk(book, stream)];
  const matters = findMatters(facts, issue, stream);
  return matters.flatMap((matter, index) => {
    const opening = index === 0 ? planOpening(facts, unasked, book, stream) : planOtherOpening(book, stream);
    return planMatter(facts, matter, matters[index + 1] ?? null, opening, book, stream);
  });
}

/** What is talked about in a row of stints: the second and further ones begin with a question of their own. */
type Matter = { readonly issue: Issue; readonly question: Template; readonly stints: Stint[] };

/** A chat has one matter, unless it is handed on to a queue about something else: then the guest asks something else as well. */
function findMatters({ stints, topic, startedAt }: ChatFacts, issue: Issue, stream: Stream): readonly Matter[] {
  const matters: Matter[] = [];
  let group: TopicGroupName | null = null;
  for (const stint of stints) {
    const { topicGroup } = stint;
    const others = topicGroups[topicGroup].filter(({ language }) => language === topic.language);
    if (matters.length === 0) {
      matters.push({ issue, question: [], stints: [stint] });
    } else if (topicGroup === group || others.length === 0) {
      matters.at(-1)!.stints.push(stint);
      continue;
    } else {
      const other = pickIssue(stream.pick<Topic>(others).issues, startedAt, stream);
      matters.push({ issue: other, question: settle(stream.pick(other.questions), stream), stints: [stint] });
    }
    group = topicGroup;
  }
  return matters;
}

function planMatter(
  facts: ChatFacts,
  { issue, stints }: Matter,
  next: Matter | null,
  firstOpening: readonly Line[],
  book: Phrases,
  stream: Stream,
): readonly (readonly Line[])[] {
  const startAt = (stint: Stint): number => Math.max(stint.from, facts.firstResponseAt ?? stint.from);
  const isSolved = next !== null || facts.isSolved;
  const seconds = (stints.at(-1)!.to - startAt(stints[0]!)) / 1000;
  const body = planBody(issue, isSolved, seconds, book, stream);
  return stints.map((stint, index) => {
    const share = (at: number): number => Math.round((body.length * at) / stints.length);
    const mine = body.slice(share(index), share(index + 1));
    const opening = index === 0 ? firstOpening : planTakingOver(facts, book, stream);
    const nextStint = stints[index + 1];
    const isLast = nextStint === undefined && next === null;
    const closing = isLast
      ? planEnding(facts, issue, book, stream)
      : nextStint === undefined
        ? planOtherMatter(issue, next!.question, book, stream)
        : planHandOver(nextStint.queueName !== stint.queueName, book, stream);
    const most = 1 + Math.floor((stint.to - startAt(stint)) / fastestMs);
    while (mine.length > 0 && opening.length + 2 * mine.length + closing.length > most) mine.pop();
    const middle = mine.flat();
    // Where the guest stops answering, the last question stays open.
    if (closing[0]?.stage === "stillThere") middle.pop();
    const lines = [...opening, ...middle, ...closing];
    if (isLast && facts.endedBy === "error" && !facts.isSolved && lines.length > 1) lines.length -= stream.below(2);
    return lines.slice(0, most);
  });
}

function planEmptyTalk(book: Phrases, stream: Stream): readonly Line[] {
  return [
    agent("hello", stream.pick(book.agentHelloLate)),
    agent("stillThere", stream.pick(book.agentStillThere)),
    agent("closesSilent", stream.pick(book.agentClosesSilent)),
  ];
}

/** Questions, attempts and pauses, in the order in which they come: about one a hundred seconds. */
function planBody(
  issue: Issue,
  isSolved: boolean,
  seconds: number,
  book: Phrases,
  stream: Stream,
): readonly (readonly Line[])[] {
  const wanted = Math.round((seconds / 100) * stream.between(0.7, 1.2)) - 2;
  if (wanted <= 0) return [];
  const asks = chooseInOrder(issue.asks, Math.ceil(wanted / 2), stream);
  const tries = chooseInOrder(issue.tries, Math.max(isSolved ? 0 : 1, wanted - asks.length), stream);
  const holds = chooseInOrder(book.exchanges.hold, Math.min(2, wanted - asks.length - tries.length), stream);
  const lines: (readonly Line[])[] = [
    ...asks.map((exchange) => pair("ask", "answer", exchange, stream)),
    ...tries.map((exchange) => pair("try", "tryFails", exchange, stream)),
  ];
  for (const hold of holds) {
    lines.splice(1 + stream.below(lines.length), 0, pair("hold", "holdAnswer", hold, stream));
  }
  return lines;
}

function planOpening(facts: ChatFacts, unasked: Template | null, book: Phrases, stream: Stream): readonly Line[] {
  const { queuedAt, stints, sentiment, bot } = facts;
  const waitMs = queuedAt === null ? 0 : stints[0]!.from - queuedAt;
  const hellos = waitMs > 75_000 ? book.agentHelloLate : bot.throughBot ? book.agentHello : book.agentHelloDirect;
  const lines = [agent("hello", stream.pick(hellos))];
  if (sentiment === "negative" && waitMs > 150_000 && stream.chance(0.6)) {
    lines.push(...complain("guestWaitedLong", book, stream));
  } else if (sentiment === "negative" && stream.chance(0.35)) {
    lines.push(...complain(bot.throughBot && stream.chance(0.4) ? "guestBlamesBot" : "guestFedUp", book, stream));
  } else if (stream.chance(0.35)) {
    lines.push(guest("guestHello", stream.pick(book.guestHello)));
  }
  if (unasked !== null) {
    lines.push(agent("tellMore", stream.pick(book.agentTellMore)), guest("question", unasked));
  }
  return lines;
}

function planTakingOver({ sentiment }: ChatFacts, book: Phrases, stream: Stream): readonly Line[] {
  const lines = [agent("hello", stream.pick(book.agentTakesOver))];
  const share = sentiment === "negative" ? 0.6 : 0.1;
  if (stream.chance(share)) lines.push(...complain("guestRepeats", book, stream));
  return lines;
}

function planOtherOpening(book: Phrases, stream: Stream): readonly Line[] {
  return [agent("hello", stream.pick(book.agentTakesOtherMatter))];
}

/** The first matter is settled, then comes one that is for another queue. */
function planOtherMatter(issue: Issue, question: Template, book: Phrases, stream: Stream): readonly Line[] {
  return [
    ...pair("fix", "fixWorks", stream.pick(issue.fixes), stream),
    guest("otherMatter", [...stream.pick(book.guestOtherMatter), ...question]),
    ...pair("handOver", "handOverAnswer", stream.pick(book.exchanges.handOverToQueue), stream),
  ];
}

function planHandOver(isOtherQueue: boolean, book: Phrases, stream: Stream): readonly Line[] {
  const { handOver, handOverToQueue } = book.exchanges;
  return pair("handOver", "handOverAnswer", stream.pick(isOtherQueue ? handOverToQueue : handOver), stream);
}

function planEnding(facts: ChatFacts, issue: Issue, book: Phrases, stream: Stream): readonly Line[] {
  const { endedBy, isSolved, sentiment } = facts;
  if (!isSolved) return planUnsolvedEnding(facts, issue, book, stream);
  const solution = pair("fix", "fixWorks", stream.pick(issue.fixes), stream);
  if (endedBy === "error") return solution;
  const anythingElse = agent("anythingElse", stream.pick(book.agentAnythingElse));
  const nothingElse = guest("nothingElse", stream.pick(book.guestNothingElse[sentiment]));
  const bye = agent("bye", stream.pick(sentiment === "negative" ? book.agentByeKindly : book.agentBye));
  const draw = stream.uniform();
  if (draw < 0.45) {
    const thanks = guest("thanks", stream.pick(book.guestThanks[sentiment]));
    return endedBy === "agent" ? [...solution, thanks, bye] : [...solution, thanks];
  }
  if (endedBy !== "agent") return [...solution, anythingElse, nothingElse];
  if (draw < 0.93) return [...solution, anythingElse, nothingElse, bye];
  return [...solution, anythingElse, agent("closesSilent", stream.pick(book.agentClosesSilent))];
}

function planUnsolvedEnding(facts: ChatFacts, issue: Issue, book: Phrases, stream: Stream): readonly Line[] {
  const { endedBy, sentiment } = facts;
  if (endedBy === "error") return [];
  // A third or more of those who leave do so without a word (Castellanos, Yom-Tov, Goldberg, 2023).
  if (stream.chance(0.3)) {
    const stillThere = agent("stillThere", stream.pick(book.agentStillThere));
    if (endedBy !== "agent") return [stillThere];
    return [stillThere, agent("closesSilent", stream.pick(book.agentClosesSilent))];
  }
  const escalations = issue.escalations.length > 0 ? issue.escalations : book.exchanges.escalation;
  const escalation = agent("escalation", stream.pick(escalations).say);
  const letDown = guest("letDown", stream.pick(book.guestLetDown[sentiment]));
  if (endedBy !== "agent") return [escalation, letDown];
  return [escalation, letDown, agent("byeSorry", stream.pick(book.agentByeSorry))];
}

function complain(name: ExchangeName, book: Phrases, stream: Stream): readonly Line[] {
  const { say, answers } = stream.pick(book.exchanges[name]);
  return [guest("complaint", say), agent("comfort", stream.pick(answers))];
}

function pair(saying: Stage, answering: Stage, { say, answers }: Exchange, stream: Stream): readonly Line[] {
  return [agent(saying, say), guest(answering, stream.pick(answers))];
}

function agent(stage: Stage, template: Template): Line {
  return { stage, speaker: "agent", template };
}

function guest(stage: Stage, template: Template): Line {
  return { stage, speaker: "guest", template };
}

/** So many of the items, each subset as likely, in their order. */
function chooseInOrder<Item>(items: readonly Item[], count: number, stream: Stream): readonly Item[] {
  if (count >= items.length) return items;
  let left = Math.max(0, count);
  return items.filter((_, index) => {
    const isChosen = stream.uniform() * (items.length - index) < left;
    if (isChosen) left -= 1;
    return isChosen;
  });
}
