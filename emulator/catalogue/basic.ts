import { outcomeCounts, waits } from "./measures.ts";
import { attribute, average, count, defineReport, durations, optional, share } from "./report.ts";

const ofQueue = { category: "basic", scope: "queue", isWindowed: true } as const;

/** The one report that the vendor's post names: a row for every local day of the window. */
export const InboundVsAnsweredChats = defineReport({
  name: "InboundVsAnsweredChats",
  title: "Inbound vs. answered chats",
  description:
    "A row for every day of the window: the chats that asked for an agent, and what became of them. Inbound is answered plus abandoned plus missed.",
  definition:
    "The one report that the vendor's post names and samples; its columns are ours. Genesys Cloud's queue views set offered beside answered and abandoned in the same way.",
  ...ofQueue,
  columns: [
    attribute("date", "date", "The day in the asked zone on which the chats began."),
    count("inbound", "chats", "Chats that asked for an agent."),
    count("answered", "chats", "Inbound chats that an agent connected to."),
    count("abandoned", "chats", "Inbound chats whose guest left while waiting."),
    count("missed", "chats", "Inbound chats that no agent took in time, or that came to a closed queue."),
    count("deflected", "chats", "Chats solved with the bot, before an agent was asked for; not inbound."),
  ],
  key: ["date"],
});

/** One row a chat: what a star schema needs of it. */
export const ChatHistory = defineReport({
  name: "ChatHistory",
  title: "Chat history",
  description:
    "A row for every chat that began in the window, in order of its start: when, who, how long and how it ended.",
  definition:
    "Ours: a star schema needs the chats themselves, and the vendor names session start and end, agent, guest and question among its metrics. Amazon Connect's contact records and Zendesk's chat exports are the same thing.",
  ...ofQueue,
  columns: [
    attribute("sessionId", "integer", "The chat's number; SessionDetails takes it."),
    attribute("sessionGuid", "guid", "The chat's GUID."),
    attribute("queueId", "integer", "The queue in which the chat began."),
    optional("agentId", "integer", "The agent who answered; empty when nobody did."),
    optional("agentName", "text", "The name of the agent who answered."),
    attribute("startedAt", "instant", "When the guest began the chat."),
    optional(
      "queuedAt",
      "instant",
      "When the guest asked for an agent; empty when the bot was enough or the guest left it.",
    ),
    optional("answeredAt", "instant", "When an agent connected."),
    attribute("endedAt", "instant", "When the chat ended."),
    attribute("outcome", "text", "answered, abandoned, missed, deflected or leftBot."),
    optional(
      "waitSeconds",
      "seconds",
      "From asking for an agent to being answered or leaving; empty for a chat that was not inbound.",
    ),
    optional("connectedSeconds", "seconds", "From answered to ended; empty when nobody answered."),
    optional("handleSeconds", "seconds", "Connected time plus the agent's wrap-up."),
    optional("firstResponseSeconds", "seconds", "From answered to the agent's first message."),
    attribute("dropped", "logical", "Whether a connected chat ended by a connection error."),
    attribute("entryPoint", "text", "Where the guest came from: Teams or Web client."),
    attribute("guestName", "text", "The guest's first and last name."),
    optional("guestEmail", "text", "The guest's e-mail address, when known."),
    optional("guestLocation", "text", "The guest's place, when known."),
    attribute("question", "text", "What the guest first asked."),
    optional("rating", "integer", "The survey's rating, 5 Excellent to 1 Bad; empty without a survey."),
    optional("comment", "text", "The survey's comment."),
    optional("resolved", "logical", "Whether the question was resolved; empty when nobody said."),
    optional("tags", "text", "The chat's tags in alphabetical order, joined by `; `."),
    count("transfers", "transfers", "How often the chat was handed on after it was answered."),
    count("filesSent", "files", "Files sent in the chat, by either side."),
  ],
  key: ["sessionId"],
});

/** The hours of the day. */
export const ChatsByHour = defineReport({
  name: "ChatsByHour",
  title: "Chats by hour",
  description:
    "24 rows, one for each hour of the day in the asked zone, over all days of the window: how many chats began in it, and how long guests waited.",
  definition:
    "Ours: staffing follows the hour. LiveChat's Reports API distributes chats by hour in an asked zone likewise. An hour that the clock shows twice counts both.",
  ...ofQueue,
  columns: [
    attribute("hour", "integer", "The hour that the clock showed when the chat began, 0 to 23."),
    ...outcomeCounts,
    ...waits,
  ],
  key: ["hour"],
});

/** The days of the week. */
export const ChatsByWeekday = defineReport({
  name: "ChatsByWeekday",
  title: "Chats by weekday",
  description:
    "Seven rows, Monday first: how many chats began on that weekday in the asked zone, and how long guests waited.",
  definition:
    "Ours: as ChatsByHour, by weekday. Days are counted as well, so that a window of ten days does not make Mondays look busy.",
  ...ofQueue,
  columns: [
    attribute("weekday", "integer", "1 Monday to 7 Sunday, as ISO-8601 counts."),
    attribute("weekdayName", "text", "The weekday in English."),
    count("days", "days", "Days of that weekday that the window touches."),
    ...outcomeCounts,
    average("inboundPerDay", "chats", "Inbound divided by days."),
    ...waits,
  ],
  key: ["weekday"],
});

/** The week, hour by hour. */
export const ChatsByWeekdayAndHour = defineReport({
  name: "ChatsByWeekdayAndHour",
  title: "Chats by weekday and hour",
  description: "168 rows, Monday 0 o'clock first: how many chats began on that weekday in that hour of the asked zone.",
  definition:
    "Ours: the two above crossed, for a heat map of the week. LiveChat's Reports API has hours within days (day-hours) to draw one from.",
  ...ofQueue,
  columns: [
    attribute("weekday", "integer", "1 Monday to 7 Sunday, as ISO-8601 counts."),
    attribute("weekdayName", "text", "The weekday in English."),
    attribute("hour", "integer", "The hour of the clock, 0 to 23."),
    ...outcomeCounts,
  ],
  key: ["weekday", "hour"],
});

/** What became of the chats. */
export const ChatOutcomes = defineReport({
  name: "ChatOutcomes",
  title: "Chat outcomes",
  description:
    "A row for each outcome, missed chats by their reason: how many chats, how long they lasted and who ended them. The rows add up to all chats begun.",
  definition:
    "Ours: every chat has exactly one outcome, so that a pie of them is whole. Zendesk's completed, dropped and missed, and Amazon Connect's handled and abandoned, leave the bot out.",
  ...ofQueue,
  columns: [
    attribute("outcome", "text", "answered, abandoned, missed, deflected or leftBot."),
    attribute(
      "reason",
      "text",
      "Of a missed chat: closed, noAgent, allBusy, offline, or unknown (only when there are any); of any other: a dash.",
    ),
    count("chats", "chats", "Chats with this outcome and reason."),
    share("shareOfStarted", "Chats divided by all chats begun."),
    count("endedByGuest", "chats", "Chats that the guest ended."),
    count("endedByAgent", "chats", "Chats that the agent ended."),
    count("endedByError", "chats", "Chats that ended by a connection error."),
    count("endedBySystem", "chats", "Chats that the system ended."),
    ...durations("", "time from the chat's start to its end"),
  ],
  key: ["outcome", "reason"],
});

/** Where guests came from, in detail. */
export const GuestEntryPoints = defineReport({
  name: "GuestEntryPoints",
  title: "Guest entry points",
  description:
    "A row for every entry point, referring page and platform that guests of the window came from, the most chats first.",
  definition:
    "The vendor names the guest's entry point among its metrics and Teams and the web client as its values; the columns are ours. LiveChat's Reports API counts visitors by domain in the same spirit.",
  ...ofQueue,
  columns: [
    attribute("entryPoint", "text", "Teams or Web client."),
    optional("referringPage", "text", "The page from which the guest came; empty when none is known."),
    optional("platform", "text", "The guest's operating system; empty when it is not known."),
    ...outcomeCounts,
    count("authenticated", "chats", "Chats of guests who were signed in."),
  ],
  key: ["entryPoint", "referringPage", "platform"],
});

/** One row a file. */
export const FilesSent = defineReport({
  name: "FilesSent",
  title: "Files sent",
  description:
    "A row for every file sent in a chat that began in the window, in order of the chats, then of the files.",
  definition:
    "The vendor names files sent among its metrics; the columns are ours. ChatHistory's filesSent of the same window adds up to the number of rows here.",
  ...ofQueue,
  columns: [
    attribute("sessionId", "integer", "The chat's number."),
    attribute("position", "integer", "The file's place in the chat, from 1."),
    attribute("sentAt", "instant", "When it was sent."),
    attribute("sender", "text", "guest or agent."),
    optional("agentId", "integer", "The agent who answered the chat; empty when nobody did."),
    attribute("fileName", "text", "The file's name."),
    optional("fileType", "text", "What follows the last dot of the name, in lower case; empty without one."),
    count("bytes", "bytes", "The file's size."),
  ],
  key: ["sessionId", "position"],
});
