import type { Issue } from "./issue.ts";

/** The languages that guests, bot and agents write. */
export type Language = "en" | "de" | "fr";

/** What a chat can be about: how often it comes, how often the bot solves it, how long an agent needs, and what people write. */
export type Topic = {
  /** The bot's intent. An incident has the intent of the topic that it disturbs. */
  readonly intent: string;
  /** The incident that the chat is about, such as "Outlook outage"; `null` on ordinary days. */
  readonly incident: string | null;
  /** How often it is asked, beside the other topics of its queue. */
  readonly weight: number;
  readonly language: Language;
  /** The tags that agents give; the first always, the others sometimes. */
  readonly tags: readonly string[];
  /** Share of the guests that the bot helps. */
  readonly deflection: number;
  /** Share of the answered chats that end solved. */
  readonly resolution: number;
  /** Median time connected, and the deviation of its logarithm. */
  readonly connectedMinutes: number;
  readonly connectedSigma: number;
  /** Share of the answered chats that are handed on, and share in which a file is sent. */
  readonly transfers: number;
  readonly files: number;
  /** What such files are called. */
  readonly guestFiles: readonly string[];
  readonly agentFiles: readonly string[];
  /** What exactly is wrong or wanted, each as likely. */
  readonly issues: readonly Issue[];
};
