import type { HistoryFile } from "../emulator/store/index.ts";
import type { Course } from "./queueing.ts";
import type { Stream } from "./random.ts";

/** What follows from how a chat went, besides its words. */
export type Aftermath = {
  /** When an agent first wrote; `null` when nobody did. */
  readonly firstResponseAt: number | null;
  /** What was so; `resolved` is what somebody said. */
  readonly isSolved: boolean;
  readonly resolved: boolean | null;
  /** How the guest felt at the end. */
  readonly sentiment: "positive" | "neutral" | "negative";
  readonly tags: readonly string[];
  readonly files: readonly HistoryFile[];
  readonly survey: {
    readonly rating: number | null;
    readonly commented: boolean;
    readonly sentAt: number;
  } | null;
};

const minuteMs = 60_000;

/** Draws when an agent first wrote, whether the question was solved, how the guest felt, tags, files and the survey. */
export function drawAftermath(course: Course, stream: Stream): Aftermath {
  const isSolved = drawSolved(course, stream);
  const isAnswered = course.answeredAt !== null;
  const isSaid = course.outcome === "deflected" || (isAnswered && !course.guestIsGone && stream.chance(0.88));
  const mood = drawMood(course, isSolved, stream);
  return {
    firstResponseAt: course.answeredAt === null ? null : drawFirstResponse(course, course.answeredAt, stream),
    isSolved,
    resolved: isSaid ? isSolved : null,
    sentiment: mood > 0.25 ? "positive" : mood > -0.35 ? "neutral" : "negative",
    tags: drawTags(course, stream),
    files: drawFiles(course, stream),
    survey: drawSurvey(course, mood, stream),
  };
}

/** Before the chat is handed on or ends; else nobody wrote. */
function drawFirstResponse({ endedAt, transfers }: Course, answeredAt: number, stream: Stream): number | null {
  const at = answeredAt + Math.round(1500 + Math.min(stream.logNormal(13_000, 0.6), 240_000));
  return at < (transfers[0]?.transferredAt ?? endedAt) ? at : null;
}

function drawSolved(course: Course, stream: Stream): boolean {
  const { topic } = course.visit;
  const draw = stream.uniform();
  if (course.outcome === "deflected") return true;
  if (course.answeredAt === null || course.guestIsGone) return false;
  if (course.endedBy === "error") return draw < 0.2;
  return draw < topic.resolution - (course.isSkilled ? 0 : 0.06) - 0.05 * course.transfers.length;
}

/** A number around 0 that falls with the wait, a break of the connection, hand-overs, an incident, and most with a question unsolved. */
function drawMood(course: Course, isSolved: boolean, stream: Stream): number {
  const { queuedAt, answeredAt, endedAt, endedBy, transfers, outcome, visit } = course;
  const waitMinutes = queuedAt === null ? 0 : ((answeredAt ?? endedAt) - queuedAt) / minuteMs;
  return (
    0.75 +
    0.38 * stream.normal() -
    Math.min(0.1 * waitMinutes, 0.9) -
    (isSolved ? 0 : 0.85) -
    (endedBy === "error" ? 0.4 : 0) -
    (outcome === "missed" ? 0.3 : 0) -
    0.2 * transfers.length -
    (visit.incident === null ? 0 : 0.3)
  );
}

/** The bot tags what it solved, agents most of what they answered. */
function drawTags({ visit, outcome, guestIsGone }: Course, stream: Stream): readonly string[] {
  const { tags } = visit.topic;
  if (outcome === "deflected") return tags.slice(0, 1);
  if (outcome !== "answered" || guestIsGone || !stream.chance(0.93)) return [];
  return tags.filter((_, index) => index === 0 || stream.chance(0.4));
}

function drawFiles({ visit, answeredAt, endedAt, guestIsGone }: Course, stream: Stream): readonly HistoryFile[] {
  if (answeredAt === null || guestIsGone || !stream.chance(visit.topic.files)) return [];
  const { guestFiles, agentFiles } = visit.topic;
  return Array.from({ length: 1 + stream.below(2) }, (): HistoryFile => {
    const isGuests = agentFiles.length === 0 || (guestFiles.length > 0 && stream.chance(0.75));
    return {
      sentAt: Math.round(stream.between(answeredAt, endedAt)),
      sender: isGuests ? "guest" : "agent",
      name: stream.pick(isGuests ? guestFiles : agentFiles),
      bytes: Math.round(Math.min(stream.logNormal(180_000, 1), 20_000_000)),
    };
  }).sort((a, b) => a.sentAt - b.sentAt);
}

/** Most guests do not answer; those who do judge as they feel. */
function drawSurvey(course: Course, mood: number, stream: Stream): Aftermath["survey"] {
  const { outcome, endedAt, endedBy, guestIsGone } = course;
  const share = outcome === "answered" ? (endedBy === "error" ? 0.15 : 0.34) : outcome === "deflected" ? 0.1 : 0;
  if (guestIsGone || !stream.chance(share)) return null;
  const rating = Math.min(5, Math.max(1, Math.round(3.6 + 2 * mood + 0.6 * stream.normal())));
  const commented = stream.chance(rating <= 2 ? 0.6 : 0.3);
  return {
    // Some write a comment and leave the stars alone.
    rating: commented && stream.chance(0.05) ? null : rating,
    commented,
    sentAt: endedAt + Math.round(stream.between(8_000, 150_000)),
  };
}
