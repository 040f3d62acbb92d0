import { attribute, count, defineReport, optional } from "./report.ts";

/** The one report that the vendor's post names: a row for every local day of the window. */
export const InboundVsAnsweredChats = defineReport({
  name: "InboundVsAnsweredChats",
  title: "Inbound vs. answered chats",
  description:
    "A row for every day of the window: the chats that asked for an agent, and what became of them. Inbound is answered plus abandoned plus missed.",
  category: "basic",
  scope: "queue",
  isWindowed: true,
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
  category: "basic",
  scope: "queue",
  isWindowed: true,
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
