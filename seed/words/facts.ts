import type { Sentiment } from "./phrases.ts";
import type { Topic } from "./topic.ts";
import type { TopicGroupName } from "./topics.ts";

/** A stretch in which one agent has the chat: from joining to handing on or to the chat's end. */
export type Stint = {
  readonly personId: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly queueName: string;
  /** What the queue is about: who is handed on to a queue about something else has a second matter. */
  readonly topicGroup: TopicGroupName;
  readonly from: number;
  readonly to: number;
};

/** What happened in a chat: all that its words may tell. Instants are in milliseconds. */
export type ChatFacts = {
  readonly topic: Topic;
  /** The guest's first name. */
  readonly guestName: string;
  readonly queueName: string;
  readonly botName: string;
  readonly startedAt: number;
  readonly bot: {
    readonly throughBot: boolean;
    /** `null` when the bot did not recognise the question. */
    readonly intent: string | null;
    readonly turns: readonly { readonly botAt: number; readonly guestAt: number | null }[];
  };
  readonly queuedAt: number | null;
  /** Empty when nobody answered; a gap between two is a wait in the next queue. */
  readonly stints: readonly Stint[];
  /** When an agent first writes, within the first stint; `null` when nobody does. */
  readonly firstResponseAt: number | null;
  readonly endedAt: number;
  readonly outcome: "answered" | "abandoned" | "missed" | "deflected" | "leftBot";
  readonly missedBecause: "closed" | "noAgent" | "allBusy" | "offline" | null;
  readonly endedBy: "guest" | "agent" | "error" | "system";
  readonly isSolved: boolean;
  readonly sentiment: Sentiment;
  /** The guest left without a word while waiting: the agent talks to nobody. */
  readonly guestIsGone: boolean;
  readonly files: readonly { readonly sentAt: number; readonly sender: "guest" | "agent"; readonly name: string }[];
  readonly survey: { readonly rating: number | null; readonly commented: boolean } | null;
};
