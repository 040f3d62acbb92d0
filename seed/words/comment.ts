import type { Stream } from "../random.ts";
import type { ChatFacts } from "./facts.ts";
import type { Issue } from "./issue.ts";
import { phrases, type LineName } from "./phrases.ts";
import type { Scribe } from "./scribe.ts";

const minuteMs = 60_000;
const ratingOf = { positive: 5, neutral: 3, negative: 1 } as const;

/** A survey comment: praise or complaint by the rating (without one by how the guest felt), for a reason that the chat gave. */
export function drawComment(facts: ChatFacts, issue: Issue, scribe: Scribe, stream: Stream): string {
  const { topic, survey, sentiment } = facts;
  const rating = survey?.rating ?? ratingOf[sentiment];
  const reasons =
    rating >= 4 ? reasonsToPraise(facts) : rating === 3 ? reasonsForBoth(facts) : reasonsToComplain(facts);
  if (rating <= 2 && issue.comments.length > 0 && stream.chance(0.6)) {
    return scribe.type(stream.pick(issue.comments), stream);
  }
  return scribe.type(stream.pick(phrases[topic.language][stream.pick(reasons)]), stream);
}

function reasonsToPraise(facts: ChatFacts): readonly LineName[] {
  const { outcome, isSolved } = facts;
  if (outcome === "deflected") return ["praiseBot"];
  const reasons: LineName[] = ["praiseFriendly"];
  if (isSolved) reasons.push("praiseSolved");
  if (isSolved && waitMs(facts) < minuteMs) reasons.push("praiseQuick");
  if (isSolved && waitMs(facts) > 3 * minuteMs) reasons.push("mixedSlow");
  return reasons;
}

function reasonsForBoth(facts: ChatFacts): readonly LineName[] {
  const reasons: LineName[] = [];
  if (facts.isSolved && waitMs(facts) > 2 * minuteMs) reasons.push("mixedSlow");
  if (facts.stints.length > 1) reasons.push("mixedHandedOn");
  if (!facts.isSolved) reasons.push("mixedUnsolved");
  return reasons.length > 0 ? reasons : ["mixedPlain"];
}

function reasonsToComplain(facts: ChatFacts): readonly LineName[] {
  const { bot, endedBy, isSolved, stints } = facts;
  const reasons: LineName[] = [];
  if (endedBy === "error") reasons.push("complaintDropped");
  if (waitMs(facts) > 2.5 * minuteMs) reasons.push("complaintWait");
  if (!isSolved) reasons.push("complaintUnsolved");
  if (stints.length > 1) reasons.push("complaintHandedOn");
  if (bot.throughBot && bot.intent === null) reasons.push("complaintBot");
  return reasons.length > 0 ? reasons : ["complaintPlain"];
}

function waitMs({ queuedAt, stints, endedAt }: ChatFacts): number {
  return queuedAt === null ? 0 : (stints[0]?.from ?? endedAt) - queuedAt;
}
