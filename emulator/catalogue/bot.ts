import { botCounts } from "./measures.ts";
import { attribute, defineReport, durations, optional, share } from "./report.ts";

const ofQueue = { category: "bot", scope: "queue", isWindowed: true } as const;

/** What the bot solved, day by day. */
export const BotDeflection = defineReport({
  name: "BotDeflection",
  title: "Bot deflection",
  description: "A row for every day of the window: the chats that began with the bot, and what became of them.",
  definition:
    "The vendor names deflected chats among its metrics: the guest ends the chat with the bot before an agent. The rate divides by all chats that the bot had, and is ours. Comm100 counts bot only chats of all chats, solved or not.",
  ...ofQueue,
  columns: [
    attribute("date", "date", "The day in the asked zone on which the chats began."),
    ...botCounts,
    share("deflectionRate", "Deflected divided by chats that began with the bot."),
    ...durations("Bot", "time with the bot: to asking for an agent, or to the end"),
  ],
  key: ["date"],
});

/** What the bot took the questions for. */
export const BotIntents = defineReport({
  name: "BotIntents",
  title: "Bot intents",
  description:
    "A row for every intent that the bot found in chats of the window, and one for questions that it did not recognise; the most chats first.",
  definition:
    "Ours: where the bot helps and where it does not. Amazon Lex's analytics count successes and failures by intent in the same way.",
  ...ofQueue,
  columns: [
    optional("intent", "text", "The intent; empty for questions that were not recognised."),
    ...botCounts,
    share("shareOfBotChats", "Chats divided by all chats that began with the bot."),
    share("deflectionRate", "Deflected divided by chats."),
    share("meanConfidence", "How sure the bot was, on the mean."),
    share("lowestConfidence", "How sure it was at least."),
  ],
  key: ["intent"],
});

/** How long people talk to the bot. */
export const BotConversationLength = defineReport({
  name: "BotConversationLength",
  title: "Bot conversation length",
  description:
    "A row for every number of messages that the bot wrote in a chat, from 0 to the most of the window: how many chats, and how they went.",
  definition:
    "Ours: how many turns guests bear. Amazon Connect reports average bot conversation turns and time; a histogram shows the tail as well.",
  ...ofQueue,
  columns: [
    attribute("botMessages", "integer", "Messages that the bot wrote."),
    ...botCounts,
    ...durations("Bot", "time with the bot: to asking for an agent, or to the end"),
  ],
  key: ["botMessages"],
});

/** What the bot did not understand, to teach it. */
export const UnrecognizedQuestions = defineReport({
  name: "UnrecognizedQuestions",
  title: "Unrecognized questions",
  description:
    "A row for every chat of the window that began with the bot and whose question it did not recognise, in order of start.",
  definition:
    "Ours: the list from which one teaches the bot, with the tags that agents gave the same chats. Amazon Lex keeps missed utterances for the same purpose.",
  ...ofQueue,
  columns: [
    attribute("sessionId", "integer", "The chat's number."),
    attribute("startedAt", "instant", "When the guest asked."),
    attribute("question", "text", "What the guest asked."),
    optional("confidence", "ratio", "How sure the bot was of its best guess."),
    attribute("outcome", "text", "What became of the chat."),
    optional("tags", "text", "The chat's tags in alphabetical order, joined by `; `."),
  ],
  key: ["sessionId"],
});
