import type { HistoryFile } from "../emulator/store/index.ts";
import type { Course } from "./queueing.ts";
import type { Stream } from "./random.ts";

/** What follows from how a chat went, besides its words. */
export type Aftermath = {
  /** What was so; `resolved` is what somebody said. */
  readonly isSolved: boolean;
  readonly resolved: boolean | null;
  readonly tags: readonly string[];
  readonly files: readonly HistoryFile[];
  readonly survey: {
    readonly rating: number | null;
    readonly commented: boolean;
    readonly mood: "praise" | "mixed" | "complaints";
    readonly sentAt: number;
  } | null;
};

const guestFiles = [
  "screenshot.png",
  "Screenshot 2.png",
  "IMG_4471.jpg",
  "error, full screen.png",
  "receipt.pdf",
  "log.txt",
];
const agentFiles = ["how-to.pdf", "Checklist.docx", "guide (v2).pdf", "settings.zip"];

/** Draws whether the question was solved, the tags, the files and the survey. */
export function drawAftermath(course: Course, stream: Stream): Aftermath {
  const { topic } = course.visit;
  const isAnswered = course.answeredAt !== null;
  const isDropped = course.endedBy === "error";
  const isSolved = course.outcome === "deflected" || (isAnswered && stream.chance(isDropped ? 0.2 : topic.resolution));
  const isSaid = course.outcome === "deflected" || (isAnswered && stream.chance(0.88));
  return {
    isSolved,
    resolved: isSaid ? isSolved : null,
    tags: drawTags(course, stream),
    files: drawFiles(course, stream),
    survey: drawSurvey(course, isSolved, stream),
  };
}

/** The bot tags what it solved, agents most of what they answered. */
function drawTags({ visit, outcome }: Course, stream: Stream): readonly string[] {
  const { tags } = visit.topic;
  if (outcome === "deflected") return tags.slice(0, 1);
  if (outcome !== "answered" || !stream.chance(0.93)) return [];
  return tags.filter((_, index) => index === 0 || stream.chance(0.4));
}

function drawFiles({ visit, answeredAt, endedAt }: Course, stream: Stream): readonly HistoryFile[] {
  if (answeredAt === null || !stream.chance(visit.topic.files)) return [];
  return Array.from({ length: 1 + stream.below(2) }, (): HistoryFile => {
    const isGuests = stream.chance(0.75);
    return {
      sentAt: Math.round(stream.between(answeredAt, endedAt)),
      sender: isGuests ? "guest" : "agent",
      name: stream.pick(isGuests ? guestFiles : agentFiles),
      bytes: Math.round(Math.min(stream.logNormal(180_000, 1), 20_000_000)),
    };
  }).sort((a, b) => a.sentAt - b.sentAt);
}

/** Most guests do not answer; those who do judge the wait, the result, hand-overs and broken connections. */
function drawSurvey(course: Course, isSolved: boolean, stream: Stream): Aftermath["survey"] {
  const { outcome, queuedAt, answeredAt, endedAt, endedBy, transfers } = course;
  const isDropped = endedBy === "error";
  const share = outcome === "answered" ? (isDropped ? 0.15 : 0.34) : outcome === "deflected" ? 0.1 : 0;
  if (!stream.chance(share)) return null;
  const waitMinutes = answeredAt === null || queuedAt === null ? 0 : (answeredAt - queuedAt) / 60_000;
  const score =
    4.75 -
    Math.min(0.15 * waitMinutes, 1.5) -
    (isSolved ? 0 : 1.7) -
    (isDropped ? 1 : 0) -
    0.35 * transfers.length +
    0.75 * stream.normal();
  const rating = Math.min(5, Math.max(1, Math.round(score)));
  const commented = stream.chance(rating <= 2 ? 0.6 : 0.3);
  return {
    // Some write a comment and leave the stars alone.
    rating: commented && stream.chance(0.05) ? null : rating,
    commented,
    mood: rating >= 4 ? "praise" : rating === 3 ? "mixed" : "complaints",
    sentAt: endedAt + Math.round(stream.between(8_000, 150_000)),
  };
}
