import type { ReportName, RowOf } from "../catalogue/index.ts";
import { computeAgentAvailability } from "./agent/agent-availability.ts";
import { computeAgentEfficiency } from "./agent/agent-efficiency.ts";
import { computeAgentLoad } from "./agent/agent-load.ts";
import { computeAgentOffers } from "./agent/agent-offers.ts";
import { computeAgentRatings } from "./agent/agent-ratings.ts";
import { computeChatHistory } from "./basic/chat-history.ts";
import { computeChatOutcomes } from "./basic/chat-outcomes.ts";
import { computeChatsByHour } from "./basic/chats-by-hour.ts";
import { computeChatsByWeekdayAndHour } from "./basic/chats-by-weekday-and-hour.ts";
import { computeChatsByWeekday } from "./basic/chats-by-weekday.ts";
import { computeFilesSent } from "./basic/files-sent.ts";
import { computeGuestEntryPoints } from "./basic/guest-entry-points.ts";
import { computeInboundVsAnsweredChats } from "./basic/inbound-vs-answered-chats.ts";
import { computeBotConversationLength } from "./bot/bot-conversation-length.ts";
import { computeBotDeflection } from "./bot/bot-deflection.ts";
import { computeBotIntents } from "./bot/bot-intents.ts";
import { computeUnrecognizedQuestions } from "./bot/unrecognized-questions.ts";
import type { Computation, Context } from "./computation.ts";
import { computeAgents } from "./global/agents.ts";
import { computeChatVolumeByDay } from "./global/chat-volume-by-day.ts";
import { computeChatsByQueueAndDay } from "./global/chats-by-queue-and-day.ts";
import { computeEntryPoints } from "./global/entry-points.ts";
import { computeGuestLocations } from "./global/guest-locations.ts";
import { computeQueueComparison } from "./global/queue-comparison.ts";
import { computeQueues } from "./global/queues.ts";
import { computeAbandonedChats } from "./performance/abandoned-chats.ts";
import { computeAverageSpeedToAnswer } from "./performance/average-speed-to-answer.ts";
import { computeConcurrentChats } from "./performance/concurrent-chats.ts";
import { computeDroppedChats } from "./performance/dropped-chats.ts";
import { computeGuestWaitingTime } from "./performance/guest-waiting-time.ts";
import { computeSatisfaction } from "./performance/satisfaction.ts";
import { computeServiceLevel } from "./performance/service-level.ts";
import { computeTimeConnectedWithAgent } from "./performance/time-connected-with-agent.ts";
import { computeTransfers } from "./performance/transfers.ts";
import { computeQuestionTopics } from "./text/question-topics.ts";
import { computeSentiment } from "./text/sentiment.ts";
import { computeTagBreakdown } from "./text/tag-breakdown.ts";
import { computeTopKeywords } from "./text/top-keywords.ts";
import { computeTopPhrases } from "./text/top-phrases.ts";

/** Every report's computation: a report of the catalogue without one does not compile. */
const computations: { readonly [N in ReportName]: Computation<N> } = {
  Queues: computeQueues,
  Agents: computeAgents,
  QueueComparison: computeQueueComparison,
  ChatVolumeByDay: computeChatVolumeByDay,
  ChatsByQueueAndDay: computeChatsByQueueAndDay,
  EntryPoints: computeEntryPoints,
  GuestLocations: computeGuestLocations,
  InboundVsAnsweredChats: computeInboundVsAnsweredChats,
  ChatHistory: computeChatHistory,
  ChatsByHour: computeChatsByHour,
  ChatsByWeekday: computeChatsByWeekday,
  ChatsByWeekdayAndHour: computeChatsByWeekdayAndHour,
  ChatOutcomes: computeChatOutcomes,
  GuestEntryPoints: computeGuestEntryPoints,
  FilesSent: computeFilesSent,
  AgentEfficiency: computeAgentEfficiency,
  AgentLoad: computeAgentLoad,
  AgentAvailability: computeAgentAvailability,
  AgentOffers: computeAgentOffers,
  AgentRatings: computeAgentRatings,
  AverageSpeedToAnswer: computeAverageSpeedToAnswer,
  GuestWaitingTime: computeGuestWaitingTime,
  ServiceLevel: computeServiceLevel,
  AbandonedChats: computeAbandonedChats,
  TimeConnectedWithAgent: computeTimeConnectedWithAgent,
  DroppedChats: computeDroppedChats,
  ConcurrentChats: computeConcurrentChats,
  Satisfaction: computeSatisfaction,
  Transfers: computeTransfers,
  TopKeywords: computeTopKeywords,
  TopPhrases: computeTopPhrases,
  Sentiment: computeSentiment,
  TagBreakdown: computeTagBreakdown,
  QuestionTopics: computeQuestionTopics,
  BotDeflection: computeBotDeflection,
  BotIntents: computeBotIntents,
  BotConversationLength: computeBotConversationLength,
  UnrecognizedQuestions: computeUnrecognizedQuestions,
};

/** The rows of the named report, in answer order; values are in memory form, to be written by the columns' kinds. */
export function computeReport<N extends ReportName>(name: N, context: Context): Iterable<RowOf<N>> {
  return computations[name](context);
}
