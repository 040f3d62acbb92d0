import type { HistoryChat, HistoryShift } from "../emulator/store/index.ts";
import { zoneClock } from "../zones/index.ts";
import { drawAftermath, type Aftermath } from "./aftermath.ts";
import { drawArrivals } from "./arrivals.ts";
import type { QueueDay, SiteDay } from "./calendar.ts";
import type { Cast } from "./cast.ts";
import { writeTranscript, writeWords, type ChatFacts, type Stint } from "./conversation.ts";
import { incidentsOf } from "./incidents.ts";
import { regions } from "./names.ts";
import type { Profile, QueuePlan } from "./profile.ts";
import { workDay, type Course } from "./queueing.ts";
import { createStream, type Stream } from "./random.ts";
import { rosterOf } from "./roster.ts";
import { drawVisits } from "./visit.ts";

/** What a day is made from besides the day itself. */
export type DaySource = {
  readonly profile: Profile;
  readonly seed: number;
  readonly cast: Cast;
  /** Whether to write transcripts; without, the chats are the same but for their messages. */
  readonly transcripts: boolean;
};

/** A chat before it is numbered. */
export type DraftChat = Omit<HistoryChat, "id">;

type QueueStreams = Readonly<Record<"aftermath" | "words" | "transcript", Stream>>;

/**
 * A chat that took place and is written down only when it is asked for, once, and after those that came before it in its queue: a
 * busy date has more chats than should lie in memory with all their words.
 */
export type UnwrittenChat = {
  readonly queueId: number;
  readonly startedAt: number;
  readonly write: () => DraftChat;
};

/** Makes one local day of a site, to the last wrap-up of its guests: it follows from the source and the day alone. */
export function makeSiteDay(
  day: SiteDay,
  source: DaySource,
): { readonly chats: readonly UnwrittenChat[]; readonly shifts: readonly HistoryShift[] } {
  const { site, dayOn, startAt, nextAt } = day;
  const { profile, seed, cast } = source;
  const visits = site.queues.flatMap((queue) => {
    const streamOf = (purpose: string) => createStream(seed, purpose, queue.id, dayOn);
    const queueDay: QueueDay = { queue, clock: site.clock, dayOn, startAt, nextAt };
    const arrivals = drawArrivals(
      queueDay,
      {
        growthPerYear: profile.growthPerYear,
        certain: profile.certainGuests,
        incidents: incidentsOf(queueDay, profile, seed),
      },
      { arrivals: streamOf("arrivals"), incidents: streamOf("incidents") },
    );
    return drawVisits(queue, cast.guests.get(queue.region)!, arrivals, {
      visits: streamOf("visits"),
      bot: streamOf("bot"),
      service: streamOf("service"),
    });
  });
  const roster = rosterOf(day, cast.staff.agents, seed);
  const { courses, shifts } = workDay(
    day,
    visits,
    roster,
    createStream(seed, "offers", site.queues[0]?.id ?? 0, dayOn),
  );
  const queues = new Map(site.queues.map((queue) => [queue.id, queue]));
  const streams = new Map(
    site.queues.map(({ id }): [number, QueueStreams] => [
      id,
      {
        aftermath: createStream(seed, "aftermath", id, dayOn),
        words: createStream(seed, "words", id, dayOn),
        transcript: createStream(seed, "transcript", id, dayOn),
      },
    ]),
  );
  const chats = courses.map((course): UnwrittenChat => {
    const { queueId, startedAt } = course.visit;
    const write = (): DraftChat => writeChat(course, queues.get(queueId)!, queues, streams.get(queueId)!, source);
    return { queueId, startedAt, write };
  });
  return { chats, shifts };
}

function writeChat(
  course: Course,
  queue: QueuePlan,
  queues: ReadonlyMap<number, QueuePlan>,
  streams: QueueStreams,
  { cast, transcripts }: DaySource,
): DraftChat {
  const { visit } = course;
  const after = drawAftermath(course, streams.aftermath);
  const facts = factsOf(course, after, queue, queues, cast);
  const words = writeWords(facts, streams.words);
  const { survey } = after;
  return {
    guid: visit.guid,
    queueId: queue.id,
    guestId: visit.guest.id,
    agentId: course.agentId,
    startedAt: visit.startedAt,
    queuedAt: course.queuedAt,
    answeredAt: course.answeredAt,
    firstResponseAt: after.firstResponseAt,
    endedAt: course.endedAt,
    wrappedUpAt: course.wrappedUpAt,
    outcome: course.outcome,
    missedBecause: course.missedBecause,
    endedBy: course.endedBy,
    throughBot: visit.bot.throughBot,
    intent: visit.bot.intent,
    confidence: visit.bot.confidence,
    resolved: after.resolved,
    entryPoint: visit.entryPoint,
    authenticated: visit.authenticated,
    referringPage: visit.referringPage,
    host: visit.host,
    platform: visit.platform,
    zoneOffsetMinutes: zoneClock(regions[queue.region].zone).offsetAt(visit.startedAt),
    question: words.question,
    offers: course.offers,
    messages: transcripts ? writeTranscript(facts, words, streams.transcript) : [],
    tagIds: after.tags.map((name) => cast.tagIds.get(name)!).sort((a, b) => a - b),
    survey: survey && { rating: survey.rating, comment: words.comment, sentAt: survey.sentAt },
    transfers: course.transfers,
    files: after.files,
  };
}

function factsOf(
  course: Course,
  after: Aftermath,
  queue: QueuePlan,
  queues: ReadonlyMap<number, QueuePlan>,
  cast: Cast,
): ChatFacts {
  const { visit } = course;
  return {
    topic: visit.topic,
    guestName: visit.guest.firstName,
    queueName: queue.name,
    botName: queue.dispatcher,
    startedAt: visit.startedAt,
    bot: visit.bot,
    queuedAt: course.queuedAt,
    stints: stintsOf(course, queue, queues, cast),
    firstResponseAt: after.firstResponseAt,
    endedAt: course.endedAt,
    outcome: course.outcome,
    missedBecause: course.missedBecause,
    endedBy: course.endedBy,
    isSolved: after.isSolved,
    sentiment: after.sentiment,
    guestIsGone: course.guestIsGone,
    files: after.files,
    survey: after.survey,
  };
}

function stintsOf(
  { agentId, answeredAt, endedAt, transfers }: Course,
  queue: QueuePlan,
  queues: ReadonlyMap<number, QueuePlan>,
  { agentById }: Cast,
): readonly Stint[] {
  if (agentId === null || answeredAt === null) return [];
  const stints: Stint[] = [];
  let heldBy = queue;
  const add = (personId: number, from: number, to: number): void => {
    const { firstName, lastName } = agentById.get(personId)!;
    stints.push({ personId, firstName, lastName, queueName: heldBy.name, topicGroup: heldBy.topics, from, to });
  };
  add(agentId, answeredAt, transfers[0]?.transferredAt ?? endedAt);
  transfers.forEach(({ toPersonId, toQueueId, transferredAt }, index) => {
    if (toQueueId !== null) heldBy = queues.get(toQueueId)!;
    add(toPersonId!, transferredAt, transfers[index + 1]?.transferredAt ?? endedAt);
  });
  return stints;
}
