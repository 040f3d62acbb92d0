import { AgentAvailability, AgentEfficiency, AgentLoad, AgentOffers, AgentRatings } from "./agent.ts";
import {
  ChatHistory,
  ChatOutcomes,
  ChatsByHour,
  ChatsByWeekday,
  ChatsByWeekdayAndHour,
  FilesSent,
  GuestEntryPoints,
  InboundVsAnsweredChats,
} from "./basic.ts";
import { BotConversationLength, BotDeflection, BotIntents, UnrecognizedQuestions } from "./bot.ts";
import {
  Agents,
  ChatsByQueueAndDay,
  ChatVolumeByDay,
  EntryPoints,
  GuestLocations,
  QueueComparison,
  Queues,
} from "./global.ts";
import {
  AbandonedChats,
  AverageSpeedToAnswer,
  ConcurrentChats,
  DroppedChats,
  GuestWaitingTime,
  Satisfaction,
  ServiceLevel,
  TimeConnectedWithAgent,
  Transfers,
} from "./performance.ts";
import type { Category, ParameterName, Report, RowOfReport } from "./report.ts";
import { QuestionTopics, Sentiment, TagBreakdown, TopKeywords, TopPhrases } from "./text.ts";

/** Every report by its name, in the order of the directories. */
export const reports = {
  Queues,
  Agents,
  QueueComparison,
  ChatVolumeByDay,
  ChatsByQueueAndDay,
  EntryPoints,
  GuestLocations,
  InboundVsAnsweredChats,
  ChatHistory,
  ChatsByHour,
  ChatsByWeekday,
  ChatsByWeekdayAndHour,
  ChatOutcomes,
  GuestEntryPoints,
  FilesSent,
  AgentEfficiency,
  AgentLoad,
  AgentAvailability,
  AgentOffers,
  AgentRatings,
  AverageSpeedToAnswer,
  GuestWaitingTime,
  ServiceLevel,
  AbandonedChats,
  TimeConnectedWithAgent,
  DroppedChats,
  ConcurrentChats,
  Satisfaction,
  Transfers,
  TopKeywords,
  TopPhrases,
  Sentiment,
  TagBreakdown,
  QuestionTopics,
  BotDeflection,
  BotIntents,
  BotConversationLength,
  UnrecognizedQuestions,
} as const satisfies Record<string, Report>;

/** The name of a report that the catalogue has. */
export type ReportName = keyof typeof reports;

/** A row of the named report in memory. */
export type RowOf<N extends ReportName> = RowOfReport<(typeof reports)[N]>;

/** The names of all reports, in catalogue order. */
export const reportNames = Object.keys(reports) as readonly ReportName[];

/** The report with this name, matched without regard to case as the routes are; `undefined` when there is none. */
export function findReport(name: string): (Report & { readonly name: ReportName }) | undefined {
  const folded = name.toLowerCase();
  const found = reportNames.find((known) => known.toLowerCase() === folded);
  return found && reports[found];
}

/** A directory of reports: a route under `/Chime/Report/` that lists one category. */
export type Directory = {
  readonly category: Category;
  /** The last part of the route, as the post has it. */
  readonly route: string;
  readonly title: string;
};

/** The six directories in the order of the post. */
export const directories: readonly Directory[] = [
  { category: "global", route: "GetAvailableGlobalReports", title: "Global" },
  { category: "basic", route: "GetQueueBasicReports", title: "Basic statistics" },
  { category: "agent", route: "GetQueueAgentReports", title: "Agent efficiency and load" },
  { category: "performance", route: "GetQueuePerformanceReports", title: "Performance metrics" },
  { category: "text", route: "GetQueueTextAnalyticsReports", title: "Text analytics" },
  { category: "bot", route: "GetQueueBotReports", title: "Bot performance" },
];

/** A query parameter with what the docs and the directories say of it. */
export type Parameter = {
  readonly name: ParameterName;
  readonly type: "instant" | "logical" | "integer" | "zone";
  readonly description: string;
};

/** The parameters that every report route understands. */
export const parameters: Readonly<Record<ParameterName, Parameter>> = {
  start: {
    name: "start",
    type: "instant",
    description:
      "ISO-8601 start of the window, included. Without it: seven days before stop. Without an offset: in zone.",
  },
  stop: {
    name: "stop",
    type: "instant",
    description:
      "ISO-8601 end of the window, included to the millisecond. Without it: now. Without an offset: in zone.",
  },
  csv: { name: "csv", type: "logical", description: "true for CSV in place of JSON." },
  queueId: { name: "queueId", type: "integer", description: "The queue's number; required on a per-queue report." },
  zone: {
    name: "zone",
    type: "zone",
    description: "IANA zone of the returned instants and of what a day is; UTC when left out.",
  },
};

/** The names of the parameters that this report uses: `queueId` only per queue, a window only where it is windowed. */
export function parametersOf(report: Report): readonly ParameterName[] {
  return (Object.keys(parameters) as ParameterName[]).filter((name) => {
    if (name === "queueId") return report.scope === "queue";
    if (name === "start" || name === "stop") return report.isWindowed;
    return true;
  });
}

/** The path of a report's own route. */
export function routeOf(name: string): string {
  return `/Chime/Report/${name}`;
}
