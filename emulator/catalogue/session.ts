import { ChatHistory } from "./basic.ts";
import type { CellFor, Column } from "./column.ts";
import { attribute, count, optional } from "./report.ts";

/** A list that hangs on a chat: offers, messages, tags … */
export type SessionList = {
  /** The key in the answer. */
  readonly name: string;
  /** What an entry is, and in which order they come. */
  readonly description: string;
  readonly columns: readonly Column[];
};

/** The path of one chat's details, its number at the end. */
export const sessionRoute = "/Chime/Session/SessionDetails";

const position = attribute("position", "integer", "Its place in the list, from 1.");

/**
 * What SessionDetails answers of one chat, in answer order: the cells that `ChatHistory` has, the cells that it has not, the lists.
 * That the route exists is published by the vendor; what it answers is ours.
 */
export const session = {
  columns: [
    ...ChatHistory.columns,
    attribute("queueName", "text", "The name of the queue in which the chat began."),
    optional("firstResponseAt", "instant", "When the agent first wrote."),
    optional("wrappedUpAt", "instant", "When the agent's work after the chat ended."),
    optional("missedBecause", "text", "Why a missed chat was missed: closed, noAgent, allBusy or offline."),
    attribute("endedBy", "text", "Who ended the chat: guest, agent, error (the connection broke) or system."),
    attribute("throughBot", "logical", "Whether the guest talked to the bot first."),
    optional("intent", "text", "What the bot took the question for; empty when it did not recognise it."),
    optional("confidence", "ratio", "How sure the bot was."),
    count("botTurns", "messages", "Messages that the bot wrote."),
    optional("botSeconds", "seconds", "With the bot: from the start to asking for an agent, or to the end."),
    attribute("guestId", "integer", "The guest's number."),
    attribute("authenticated", "logical", "Whether the guest was signed in."),
    optional("referringPage", "text", "The page from which the guest came."),
    optional("host", "text", "The host of that page."),
    optional("platform", "text", "The guest's operating system."),
    optional("zoneOffsetMinutes", "integer", "How far east of UTC the guest's clock was."),
    optional("surveyAt", "instant", "When the guest sent the survey."),
  ],
  lists: {
    offers: {
      name: "offers",
      description: "The offers of the chat to agents, in order.",
      columns: [
        position,
        attribute("agentId", "integer", "The agent to whom the chat was offered."),
        attribute("agentName", "text", "That agent's name."),
        attribute("offeredAt", "instant", "When it was offered."),
        attribute("settledAt", "instant", "When the agent answered the offer, or it timed out."),
        attribute("response", "text", "accepted, declined or ignored."),
      ],
    },
    transcript: {
      name: "transcript",
      description: "Every message of the chat, in order.",
      columns: [
        position,
        attribute("sentAt", "instant", "When it was sent."),
        attribute("sender", "text", "guest, bot, agent or system."),
        optional("agentId", "integer", "Which agent wrote; empty for everyone else."),
        optional("agentName", "text", "That agent's name."),
        attribute("text", "text", "What was written."),
      ],
    },
    tagList: {
      name: "tagList",
      description: "The chat's tags, in alphabetical order.",
      columns: [attribute("tagId", "integer", "The tag's number."), attribute("tag", "text", "The tag.")],
    },
    transferList: {
      name: "transferList",
      description: "How the chat was handed on after it was answered, in order.",
      columns: [
        position,
        attribute("transferredAt", "instant", "When it was handed on."),
        attribute("fromAgentId", "integer", "The agent who handed it on."),
        attribute("fromAgentName", "text", "That agent's name."),
        optional("toAgentId", "integer", "The agent who got it; empty when only the queue is known."),
        optional("toAgentName", "text", "That agent's name."),
        optional("toQueueId", "integer", "The other queue that got it; empty when it stayed in its own."),
        optional("toQueueName", "text", "That queue's name."),
      ],
    },
    fileList: {
      name: "fileList",
      description: "The files sent in the chat, in order.",
      columns: [
        position,
        attribute("sentAt", "instant", "When it was sent."),
        attribute("sender", "text", "guest or agent."),
        attribute("fileName", "text", "The file's name."),
        attribute("bytes", "integer", "The file's size in bytes."),
      ],
    },
  },
} as const satisfies { readonly columns: readonly Column[]; readonly lists: Readonly<Record<string, SessionList>> };

type RowOfColumns<C extends readonly Column[]> = { readonly [E in C[number] as E["name"]]: CellFor<E> };

/** Everything known of one chat, in memory form: instants in milliseconds since 1970 UTC, durations in seconds. */
export type SessionDetails = RowOfColumns<typeof session.columns> & {
  readonly [N in keyof typeof session.lists]: readonly RowOfColumns<(typeof session.lists)[N]["columns"]>[];
};
