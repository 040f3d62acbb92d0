import type { ReportName } from "../../../../emulator/catalogue/index.ts";
import * as global from "./global.ts";
import * as basic from "./basic.ts";
import * as agent from "./agent.ts";
import * as performance from "./performance.ts";
import * as text from "./text.ts";
import * as bot from "./bot.ts";
import type { Naive } from "./desk.ts";

/** Every report's naive computation. */
export const naive: Readonly<Record<ReportName, Naive>> = {
  Queues: global.naiveQueues,
  Agents: global.naiveAgents,
  QueueComparison: global.naiveQueueComparison,
  ChatVolumeByDay: global.naiveChatVolumeByDay,
  ChatsByQueueAndDay: global.naiveChatsByQueueAndDay,
  EntryPoints: global.naiveEntryPoints,
  GuestLocations: global.naiveGuestLocations,
  InboundVsAnsweredChats: basic.naiveInboundVsAnsweredChats,
  ChatHistory: basic.naiveChatHistory,
  ChatsByHour: basic.naiveChatsByHour,
  ChatsByWeekday: basic.naiveChatsByWeekday,
  ChatsByWeekdayAndHour: basic.naiveChatsByWeekdayAndHour,
  ChatOutcomes: basic.naiveChatOutcomes,
  GuestEntryPoints: basic.naiveGuestEntryPoints,
  FilesSent: basic.naiveFilesSent,
  AgentEfficiency: agent.naiveAgentEfficiency,
  AgentLoad: agent.naiveAgentLoad,
  AgentAvailability: agent.naiveAgentAvailability,
  AgentOffers: agent.naiveAgentOffers,
  AgentRatings: agent.naiveAgentRatings,
  AverageSpeedToAnswer: performance.naiveAverageSpeedToAnswer,
  GuestWaitingTime: performance.naiveGuestWaitingTime,
  ServiceLevel: performance.naiveServiceLevel,
  AbandonedChats: performance.naiveAbandonedChats,
  TimeConnectedWithAgent: performance.naiveTimeConnectedWithAgent,
  DroppedChats: performance.naiveDroppedChats,
  ConcurrentChats: performance.naiveConcurrentChats,
  Satisfaction: performance.naiveSatisfaction,
  Transfers: performance.naiveTransfers,
  TopKeywords: text.naiveTopKeywords,
  TopPhrases: text.naiveTopPhrases,
  Sentiment: text.naiveSentiment,
  TagBreakdown: text.naiveTagBreakdown,
  QuestionTopics: text.naiveQuestionTopics,
  BotDeflection: bot.naiveBotDeflection,
  BotIntents: bot.naiveBotIntents,
  BotConversationLength: bot.naiveBotConversationLength,
  UnrecognizedQuestions: bot.naiveUnrecognizedQuestions,
};
