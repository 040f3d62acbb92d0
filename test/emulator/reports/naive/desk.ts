import { botMs, people, type ChatPlan, type ShiftPlan } from "../../fixture.ts";

/**
 * The reports once more, from the plans of a desk's chats instead of its store, as simply as they can be said: every number is
 * its own pass over the chats, and local days come from the machine's calendar instead of the zones room.
 */
export type Question = {
  readonly chats: readonly ChatPlan[];
  readonly shifts?: readonly ShiftPlan[];
  /** The queues that the person may see; all when left out. */
  readonly queueIds?: readonly number[];
  readonly startAt: number;
  readonly stopAt: number;
  readonly zone: string;
};

/** A row as the emulator's, by column. */
export type Cells = Record<string, string | number | boolean | null>;

/** How a report is computed naively. A report of scope global looks at `queueIds` of the question instead of `queueId`. */
export type Naive = (question: Question, queueId: number) => readonly Cells[];

export const queueNames: Readonly<Record<number, string>> = { 1: 'Service "Desk"', 2: "Payroll", 3: "Empty" };
export const targets: Readonly<Record<number, number>> = { 1: 30, 2: 60, 3: 60 };

export const isInbound = ({ outcome }: ChatPlan): boolean => ["answered", "abandoned", "missed"].includes(outcome);
export const isAnswered = ({ outcome }: ChatPlan): boolean => outcome === "answered";
export const waitOf = ({ waitMs = 10_000 }: ChatPlan): number => waitMs;
export const connectedOf = ({ connectedMs = 60_000 }: ChatPlan): number => connectedMs;
export const handleOf = (chat: ChatPlan): number =>
  connectedOf(chat) + (chat.wrapUpMs === undefined ? 30_000 : (chat.wrapUpMs ?? 0));
export const agentOf = ({ agentId = people.agent }: ChatPlan): number => agentId;

export const inWindow = ({ chats, startAt, stopAt }: Question, queueId: number): readonly ChatPlan[] =>
  chats.filter((chat) => (chat.queueId ?? 1) === queueId && chat.startedAt >= startAt && chat.startedAt <= stopAt);

export const seconds = (milliseconds: number): number => Number((milliseconds / 1000).toFixed(3));
export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length) / 1000;
export const ratio = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 1e6) / whole) / 1e6;

/** Interpolated between the neighbours of rank (n - 1) * percent / 100, in whole numbers as far as it goes. */
export function percentile(values: readonly number[], percent: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (sorted.length - 1) * percent;
  const low = sorted[Math.floor(rank / 100)]!;
  const high = sorted[Math.ceil(rank / 100)]!;
  return Math.round((low * (100 - (rank % 100)) + high * (rank % 100)) / 100) / 1000;
}

export const longest = (values: readonly number[]): number | null =>
  values.length === 0 ? null : seconds(Math.max(...values));

const calendars = new Map<string, Intl.DateTimeFormat>();

/** The local date of an instant, from the machine's calendar. */
export function localDate(instantMs: number, zone: string): string {
  let calendar = calendars.get(zone);
  if (calendar === undefined) {
    calendar = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
    calendars.set(zone, calendar);
  }
  return calendar.format(instantMs);
}

/** The local dates that the window touches, in order. */
export function touchedDates({ startAt, stopAt, zone }: Question): readonly string[] {
  const dates = new Set<string>();
  const quarterHour = 900_000;
  for (let instant = startAt; instant < stopAt; instant += quarterHour) dates.add(localDate(instant, zone));
  dates.add(localDate(stopAt, zone));
  return [...dates];
}

/** The queues of a question. */
export const queuesOf = ({ queueIds = [1, 2, 3] }: Question): readonly number[] => [...queueIds].sort((a, b) => a - b);

/** When a chat was queued, answered and ended; null for what did not happen. */
export function instantsOf(chat: ChatPlan) {
  const queuedAt = chat.startedAt + botMs;
  const leftAt = isInbound(chat) ? queuedAt + waitOf(chat) : queuedAt;
  return {
    queuedAt: isInbound(chat) ? queuedAt : null,
    answeredAt: isAnswered(chat) ? leftAt : null,
    endedAt: isAnswered(chat) ? leftAt + connectedOf(chat) : leftAt,
  };
}

/** The seven columns of outcomes. */
export function outcomesOf(chats: readonly ChatPlan[]): Cells {
  const count = (outcome: string): number => chats.filter((chat) => chat.outcome === outcome).length;
  return {
    started: chats.length,
    inbound: chats.filter(isInbound).length,
    answered: count("answered"),
    abandoned: count("abandoned"),
    missed: count("missed"),
    deflected: count("deflected"),
    leftBot: count("leftBot"),
  };
}

/** Mean, median, 90th percentile and longest, under names that end in this. */
export function tellDurations(name: string, values: readonly number[]): Cells {
  return {
    [`mean${name}`]: mean(values),
    [`median${name}`]: percentile(values, 50),
    [`p90${name}`]: percentile(values, 90),
    [`longest${name}`]: longest(values),
  };
}

/** The chats of each local day of the window. */
export function byDay(question: Question, queueId: number): readonly { date: string; chats: readonly ChatPlan[] }[] {
  const chats = inWindow(question, queueId);
  return touchedDates(question).map((date) => ({
    date,
    chats: chats.filter(({ startedAt }) => localDate(startedAt, question.zone) === date),
  }));
}

/** The name of somebody at the desk. */
export function nameOf(id: number): string {
  return `Åsa O'${Object.entries(people).find(([, person]) => person === id)![0]}, Jr`;
}

/** The queue's agents and everybody else of whom `isConcerned` is true, in order of their numbers. */
export function agentsOf(
  queueId: number,
  isConcerned: (id: number) => boolean,
): readonly { id: number; cells: Cells }[] {
  const members: number[] = [people.agent, people.otherAgent, ...(queueId === 2 ? [people.manager] : [])];
  return Object.values<number>(people)
    .filter((id) => members.includes(id) || isConcerned(id))
    .sort((a, b) => a - b)
    .map((id) => ({ id, cells: { agentId: id, agentName: nameOf(id) } }));
}

/** Rows in order: the most chats first, then by the texts, empty ones last. */
export function byChats(rows: Cells[], count: string, ...texts: string[]): readonly Cells[] {
  const rank = (row: Cells): string =>
    [
      String(1e9 - Number(row[count])),
      ...texts.map((name) => (row[name] === null ? "\uffff" : String(row[name]))),
    ].join("\u0000");
  return rows.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** The columns of ratings. */
export function ratingsOf(chats: readonly ChatPlan[]): Cells {
  const surveyed = chats.filter(({ rating }) => rating !== undefined);
  const ratings = surveyed.flatMap(({ rating }) => rating ?? []);
  const of = (stars: number): number => ratings.filter((rating) => rating === stars).length;
  const sum = ratings.reduce((total, rating) => total + rating, 0);
  return {
    surveys: surveyed.length,
    comments: surveyed.filter(({ comment }) => (comment ?? "") !== "").length,
    ratings: ratings.length,
    excellent: of(5),
    good: of(4),
    ok: of(3),
    poor: of(2),
    bad: of(1),
    meanRating: ratings.length === 0 ? null : Math.round((sum * 1000) / ratings.length) / 1000,
    satisfaction: ratio(of(4) + of(5), ratings.length),
  };
}

/** How often each text of a list is there. */
export const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** The tags of a desk by their numbers, from 1. */
export const tagNames = ["vpn", "Access", "billing; old"];

/** A chat's tags as one text. */
export const tagsOf = ({ tagIds = [] }: ChatPlan): string | null =>
  tagIds
    .map((tagId) => tagNames[tagId - 1]!)
    .sort()
    .join("; ") || null;
