import {
  createRows,
  putChat,
  putShift,
  type HistoryChat,
  type HistoryRows,
  type HistoryShift,
} from "../emulator/store/index.ts";
import { addDays, datesOf, type SiteDay } from "./calendar.ts";
import { createCast, putCast } from "./cast.ts";
import type { Profile } from "./profile.ts";
import { makeSiteDay, type DaySource, type DraftChat, type UnwrittenChat } from "./site-day.ts";

/** Which history to make; text and numbers only, so that it may be sent to a worker. */
export type SimulationPlan = {
  readonly profile: Profile;
  readonly seed: number;
  /** The date that the main part begins with. */
  readonly firstOn: string;
  readonly transcripts: boolean;
  /** Where an earlier simulation ended; left out for a history from its beginning. */
  readonly resume?: ResumePoint;
};

/** From which date on chats may be missing in a history that ends at `until`, and the number of the last chat before that date. */
export type ResumePoint = { readonly until: number; readonly dateOn: string; readonly lastId: number };

/** Some more of a history, and how far the simulation has come. */
export type SimulationStep = {
  readonly rows: HistoryRows;
  readonly chats: number;
  readonly done: number;
  readonly total: number;
};

/** A date of which something lies after the instant up to which the history was asked for. */
type OpenDate = {
  readonly dateOn: string;
  readonly lastIdBefore: number;
  readonly chats: Iterable<HistoryChat>;
  readonly shifts: readonly HistoryShift[];
};

const chatsInStep = 1000;

/** The first instant of a history that ends at `until`. */
export function firstInstantOf({ profile, firstOn }: SimulationPlan, until: number): number {
  const [first] = datesOf(profile, firstOn, until);
  return Math.min(until, ...(first?.days ?? []).map(({ startAt }) => startAt));
}

/**
 * A history that can be asked for up to one instant after another. A chat, its wrap-up and survey included, is given once all of
 * it lies at or before the instant asked for; a shift that goes on then is given up to it, and again the next time.
 */
export class Simulation {
  private readonly plan: SimulationPlan;
  private readonly source: DaySource;
  private since: number;
  private nextOn: string;
  private lastId: number;
  private open: readonly OpenDate[] = [];

  constructor(plan: SimulationPlan) {
    const { profile, seed, transcripts, resume } = plan;
    this.plan = plan;
    this.source = { profile, seed, transcripts, cast: createCast(profile, seed) };
    this.since = resume?.until ?? -Infinity;
    this.nextOn = resume?.dateOn ?? "";
    this.lastId = resume?.lastId ?? 0;
  }

  /** What the history has in (the last instant asked for, `until`]; the first time with queues and people. */
  *advance(until: number): Generator<SimulationStep, ResumePoint, void> {
    const { profile, seed, firstOn } = this.plan;
    const batch = new Batch();
    if (this.since === -Infinity)
      putCast(batch.rows, this.source.cast, profile, seed, firstInstantOf(this.plan, until));
    const stillOpen: OpenDate[] = [];
    const dates = datesOf(profile, firstOn, until).filter(({ dateOn }) => dateOn >= this.nextOn);
    let done = 0;
    const total = dates.length;
    for (const date of this.open) yield* this.giveDate(date, until, batch, stillOpen, { done, total });
    for (const { dateOn, days } of dates) {
      done += 1;
      yield* this.giveDate(this.makeDate(dateOn, days), until, batch, stillOpen, { done, total });
      this.nextOn = addDays(dateOn, 1);
    }
    yield { ...batch.take(), done, total };
    this.open = stillOpen;
    this.since = until;
    const [first] = stillOpen;
    return { until, dateOn: first?.dateOn ?? this.nextOn, lastId: first?.lastIdBefore ?? this.lastId };
  }

  /** Numbers follow the order of the date's chats over all queues. */
  private makeDate(dateOn: string, days: readonly SiteDay[]): OpenDate {
    const made = days.map((day) => makeSiteDay(day, this.source));
    const chats = made.flatMap((siteDay) => siteDay.chats);
    chats.sort((a, b) => a.startedAt - b.startedAt || a.queueId - b.queueId);
    const lastIdBefore = this.lastId;
    this.lastId += chats.length;
    return {
      dateOn,
      lastIdBefore,
      chats: writeChats(chats, lastIdBefore),
      shifts: made.flatMap(({ shifts }) => shifts),
    };
  }

  /** Gives what has come to its end at `until`, and had not at the last instant asked for, and keeps the rest of the date. */
  private *giveDate(
    date: OpenDate,
    until: number,
    batch: Batch,
    stillOpen: OpenDate[],
    progress: { readonly done: number; readonly total: number },
  ): Generator<SimulationStep, void, void> {
    const laterChats: HistoryChat[] = [];
    for (const chat of date.chats) {
      const at = lastInstantOf(chat);
      if (at > until) laterChats.push(chat);
      else if (at > this.since) {
        batch.put(chat);
        if (batch.chats >= chatsInStep) yield { ...batch.take(), ...progress };
      }
    }
    for (const { personId, startedAt, endedAt } of date.shifts) {
      if (startedAt < until && endedAt > this.since) {
        putShift(batch.rows, { personId, startedAt, endedAt: Math.min(endedAt, until) });
      }
    }
    const laterShifts = date.shifts.filter(({ endedAt }) => endedAt > until);
    if (laterChats.length > 0 || laterShifts.length > 0) {
      stillOpen.push({ ...date, chats: laterChats, shifts: laterShifts });
    }
  }
}

/** The chats one after the other, each with the number that follows. */
function* writeChats(chats: readonly UnwrittenChat[], lastIdBefore: number): Generator<HistoryChat, void, void> {
  let id = lastIdBefore;
  for (const chat of chats) yield Object.assign(chat.write(), { id: ++id });
}

/** Rows that gather until there are enough for a step. */
class Batch {
  rows = createRows();
  chats = 0;

  put(chat: HistoryChat): void {
    putChat(this.rows, chat);
    this.chats += 1;
  }

  take(): { readonly rows: HistoryRows; readonly chats: number } {
    const { rows, chats } = this;
    this.rows = createRows();
    this.chats = 0;
    return { rows, chats };
  }
}

function lastInstantOf({ endedAt, wrappedUpAt, survey }: DraftChat): number {
  return Math.max(endedAt, wrappedUpAt ?? endedAt, survey?.sentAt ?? endedAt);
}
