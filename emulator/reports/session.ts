import type { SessionDetails } from "../catalogue/index.ts";
import { findSession, readSessionLists, type Store } from "../store/index.ts";
import { toSeconds } from "./durations.ts";
import { toHistoryRow } from "./basic/chat-history.ts";

/**
 * Everything known of one chat; `undefined` when there is no such chat. Whether the caller may see its `queueId` is for the caller
 * to decide.
 */
export function readSession(store: Store, sessionId: number): SessionDetails | undefined {
  const chat = findSession(store, sessionId);
  if (chat === undefined) return undefined;
  const lists = readSessionLists(store, sessionId);
  return {
    ...toHistoryRow(chat),
    queueName: chat.queueName,
    firstResponseAt: chat.firstResponseAt,
    wrappedUpAt: chat.wrappedUpAt,
    missedBecause: chat.missedBecause,
    endedBy: chat.endedBy,
    throughBot: chat.isThroughBot,
    intent: chat.intent,
    confidence: chat.confidence,
    botTurns: lists.transcript.filter(({ sender }) => sender === "bot").length,
    botSeconds: chat.isThroughBot ? toSeconds((chat.queuedAt ?? chat.endedAt) - chat.startedAt) : null,
    guestId: chat.guestId,
    authenticated: chat.isAuthenticated,
    referringPage: chat.referringPage,
    host: chat.host,
    platform: chat.platform,
    zoneOffsetMinutes: chat.zoneOffsetMinutes,
    surveyAt: chat.surveyAt,
    ...lists,
  };
}
