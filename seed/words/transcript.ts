import type { HistoryMessage } from "../../emulator/store/index.ts";
import type { Stream } from "../random.ts";
import type { ChatFacts, Stint } from "./facts.ts";
import { planBot } from "./bot-talk.ts";
import { phrases, type Phrases } from "./phrases.ts";
import type { Template } from "./template.ts";
import { planTalk, type Line, type Stage } from "./talk.ts";
import type { Words } from "./words.ts";

/** Writes the transcript of a chat in order of time: the question at its start, the agent's first line at the first response. */
export function writeTranscript(facts: ChatFacts, words: Words, stream: Stream): readonly HistoryMessage[] {
  const page = new Page(facts, words, stream);
  page.writeBot();
  page.writeWait();
  page.writeTalk();
  return page.messages;
}

/** Seconds before a line of this stage, besides the time to type it: looking, trying, restarting. */
const pauses: Readonly<Record<Stage, number>> = {
  hello: 5,
  guestHello: 6,
  complaint: 6,
  comfort: 6,
  tellMore: 8,
  question: 8,
  ask: 20,
  answer: 12,
  hold: 15,
  holdAnswer: 4,
  try: 45,
  tryFails: 50,
  fix: 80,
  fixWorks: 45,
  otherMatter: 12,
  handOver: 25,
  handOverAnswer: 6,
  anythingElse: 8,
  nothingElse: 7,
  thanks: 6,
  bye: 7,
  escalation: 60,
  letDown: 10,
  byeSorry: 10,
  stillThere: 160,
  closesSilent: 150,
};

class Page {
  readonly messages: HistoryMessage[] = [];
  private readonly facts: ChatFacts;
  private readonly words: Words;
  private readonly stream: Stream;
  private readonly book: Phrases;

  constructor(facts: ChatFacts, words: Words, stream: Stream) {
    this.facts = facts;
    this.words = words;
    this.stream = stream;
    this.book = phrases[facts.topic.language];
    this.add(facts.startedAt, "guest", words.question);
  }

  writeBot(): void {
    const { facts, words, book, stream } = this;
    const { bot, outcome, endedAt } = facts;
    words.scribe.set("helper", facts.botName);
    const plan = planBot(facts, words, stream);
    bot.turns.forEach(({ botAt, guestAt }, turn) => {
      const { says, asksBack, answers } = plan[turn]!;
      const hello = turn === 0 ? `${words.scribe.fill(stream.pick(book.botHello), stream)} ` : "";
      const question = asksBack === null ? "" : ` ${words.scribe.fill(asksBack, stream)}`;
      this.add(botAt, "bot", hello + words.scribe.fill(says, stream) + question);
      if (guestAt !== null) this.type(guestAt, stream.pick(answers));
    });
    if (outcome === "deflected") this.say(endedAt, "bot", stream.pick(book.botGlad));
  }

  writeWait(): void {
    const { facts, book, stream } = this;
    const { queuedAt, endedAt, stints, outcome, missedBecause, sentiment } = facts;
    if (queuedAt === null) return;
    const untilAt = stints[0]?.from ?? endedAt;
    if (untilAt > queuedAt) this.say(queuedAt, "system", stream.pick(book.systemWaiting));
    const isAngry = sentiment === "negative";
    const lines = isAngry ? book.guestImpatientAngrily : book.guestImpatient;
    let line = stream.below(lines.length);
    let askedAt = queuedAt + 60_000 + stream.below(60_000);
    while (askedAt < untilAt - 5000 && !facts.guestIsGone && stream.chance(isAngry ? 0.6 : 0.25)) {
      this.type(askedAt, lines[line % lines.length]!);
      line += 1;
      askedAt += 90_000 + stream.below(90_000);
    }
    if (outcome === "abandoned" && stream.chance(0.35)) this.type(endedAt, stream.pick(book.guestGivesUp));
    if (missedBecause !== null) {
      const { systemClosed: closed, systemNoAgent: noAgent, systemAllBusy: allBusy, systemOffline: offline } = book;
      this.say(endedAt, "system", stream.pick({ closed, noAgent, allBusy, offline }[missedBecause]));
    }
  }

  writeTalk(): void {
    const { facts, words, book, stream } = this;
    const { stints, firstResponseAt, endedAt, endedBy } = facts;
    const plan = planTalk(facts, words.issue, this.isUnexplained() ? words.asked : null, stream);
    stints.forEach((stint, index) => {
      const before = stints[index - 1];
      this.introduce(stint, stints[index + 1]);
      if (before !== undefined && before.to < stint.from)
        this.say(before.to, "system", stream.pick(book.systemWaitingAgain));
      this.say(stint.from, "system", stream.pick(before === undefined ? book.systemJoined : book.systemTransferred));
      const lines = plan[index] ?? [];
      const quiet = Math.min(4000 + stream.below(12_000), (stint.to - stint.from) / 4);
      this.layOut(stint, lines, index === 0 ? (firstResponseAt ?? stint.from) : Math.round(stint.from + quiet));
    });
    if (endedBy === "error" && stints.length > 0) this.say(endedAt, "system", stream.pick(book.systemDropped));
  }

  /** Whether the guest has not said yet what it is about: neither at first nor to the bot. */
  private isUnexplained(): boolean {
    return this.words.isVague && this.facts.bot.turns.length < 2;
  }

  private introduce(stint: Stint, next: Stint | undefined): void {
    const { scribe } = this.words;
    scribe.set("agent", `${stint.firstName} ${stint.lastName}`);
    scribe.set("helper", stint.firstName);
    scribe.set("queue", stint.queueName);
    if (next === undefined) return;
    scribe.set("next", next.firstName);
    scribe.set("nextQueue", next.queueName);
  }

  /**
   * Spreads a stint's lines over its time, each after a pause that fits it. A file is spoken of when it is sent, between two
   * exchanges: lines before it come earlier, the others later.
   */
  private layOut(stint: Stint, lines: readonly Line[], startAt: number): void {
    const { words, stream } = this;
    const texts: string[] = [];
    const marks: number[] = [];
    let mark = 0;
    lines.forEach(({ stage, speaker, template }, index) => {
      const text = speaker === "agent" ? words.scribe.fill(template, stream) : words.scribe.type(template, stream);
      if (index > 0) mark += pauses[stage] * stream.between(0.4, 1.6) + text.length / (speaker === "agent" ? 6 : 4);
      texts.push(text);
      marks.push(mark);
    });
    const leaves = lines.at(-1)?.stage === "stillThere";
    marks.push(mark + (leaves ? 120 : stream.between(3, 12)));

    let line = 0;
    let from = { at: startAt, mark: 0 };
    const writeUpTo = (end: number, to: { readonly at: number; readonly mark: number }): void => {
      const scale = to.mark > from.mark ? (to.at - from.at) / (to.mark - from.mark) : 0;
      for (; line < end; line++) {
        const at = Math.floor(from.at + (marks[line]! - from.mark) * scale);
        const isAgent = lines[line]!.speaker === "agent";
        this.add(at, isAgent ? "agent" : "guest", texts[line]!, isAgent ? stint.personId : null);
      }
      from = to;
    };
    const endMark = marks.at(-1)!;
    for (const { sentAt, sender, name } of this.facts.files) {
      if (sentAt < stint.from || sentAt > stint.to || (sentAt === stint.to && sentAt !== this.facts.endedAt)) continue;
      if (sentAt >= startAt && sentAt > from.at) {
        const wanted = (endMark * (sentAt - startAt)) / Math.max(1, stint.to - startAt);
        const end = boundaryNear(wanted, lines, marks, line);
        writeUpTo(end, {
          at: sentAt,
          mark: end > 0 && end < lines.length ? (marks[end - 1]! + marks[end]!) / 2 : endMark,
        });
      }
      this.sayFile(sentAt, sender, name, startAt, stint);
    }
    writeUpTo(lines.length, { at: stint.to, mark: endMark });
  }

  private sayFile(sentAt: number, sender: "guest" | "agent", name: string, startAt: number, stint: Stint): void {
    const { book, words, stream, facts } = this;
    // Before the first response, and where no agent writes at all, there is no agent's line.
    if (sender === "agent" && (facts.firstResponseAt === null || sentAt < startAt)) return;
    words.scribe.set("file", name);
    if (sender === "guest") this.add(sentAt, "guest", words.scribe.fill(stream.pick(book.guestSendsFile), stream));
    else this.say(sentAt, "agent", stream.pick(book.agentSendsFile), "", stint.personId);
  }

  private say(
    at: number,
    sender: HistoryMessage["sender"],
    template: Template,
    start = "",
    personId: number | null = null,
  ): void {
    this.add(at, sender, start + this.words.scribe.fill(template, this.stream), personId);
  }

  private type(at: number, template: Template): void {
    this.add(at, "guest", this.words.scribe.type(template, this.stream));
  }

  private add(sentAt: number, sender: HistoryMessage["sender"], text: string, personId: number | null = null): void {
    this.messages.push({ sentAt, sender, personId, text });
  }
}

const opening: ReadonlySet<Stage> = new Set(["ask", "hold", "try", "fix", "handOver", "escalation"]);

/** The number of the line, from `first` on, that begins an exchange and stands nearest to a mark. */
function boundaryNear(wanted: number, lines: readonly Line[], marks: readonly number[], first: number): number {
  let best = -1;
  for (let line = Math.max(1, first); line < lines.length; line++) {
    if (!opening.has(lines[line]!.stage)) continue;
    if (best < 0 || Math.abs(marks[line]! - wanted) < Math.abs(marks[best]! - wanted)) best = line;
  }
  return best < 0 ? Math.max(first, Math.min(lines.length, 1)) : best;
}
