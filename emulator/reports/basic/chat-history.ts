import type { RowOf } from "../../catalogue/index.ts";
import { readChats, type ChatDetail } from "../../store/index.ts";
import { queueOf, type Computation } from "../computation.ts";
import { toSeconds } from "../durations.ts";
import { connectedOf, firstResponseOf, handleOf, isDropped, waitOf } from "../metrics.ts";

/** A row for every chat, in order of its start, then its number. */
export const computeChatHistory: Computation<"ChatHistory"> = function* (context) {
  for (const chat of readChats(context.store, queueOf(context), context.window)) yield toHistoryRow(chat);
};

/** A chat as `ChatHistory` and SessionDetails tell it. */
export function toHistoryRow(chat: ChatDetail): RowOf<"ChatHistory"> {
  return {
    sessionId: chat.id,
    sessionGuid: chat.guid,
    queueId: chat.queueId,
    agentId: chat.agentId,
    agentName: chat.agentName,
    startedAt: chat.startedAt,
    queuedAt: chat.queuedAt,
    answeredAt: chat.answeredAt,
    endedAt: chat.endedAt,
    outcome: chat.outcome,
    waitSeconds: toSeconds(waitOf(chat)),
    connectedSeconds: toSeconds(connectedOf(chat)),
    handleSeconds: toSeconds(handleOf(chat)),
    firstResponseSeconds: toSeconds(firstResponseOf(chat)),
    dropped: isDropped(chat),
    entryPoint: chat.entryPoint,
    guestName: chat.guestName,
    guestEmail: chat.guestEmail,
    guestLocation: chat.guestLocation,
    question: chat.question,
    rating: chat.rating,
    comment: chat.comment,
    resolved: chat.isResolved,
    tags: chat.tags,
    transfers: chat.transfers,
    filesSent: chat.filesSent,
  };
}
