import { count, durations } from "./report.ts";

/** How many chats there were, by what became of them: the same columns wherever chats are counted. */
export const outcomeCounts = [
  count("started", "chats", "Chats begun: inbound plus deflected plus left with the bot."),
  count("inbound", "chats", "Chats that asked for an agent."),
  count("answered", "chats", "Inbound chats that an agent connected to."),
  count("abandoned", "chats", "Inbound chats whose guest left while waiting."),
  count("missed", "chats", "Inbound chats that no agent took in time, or that came to a closed queue."),
  count("deflected", "chats", "Chats solved with the bot."),
  count("leftBot", "chats", "Chats whose guest left the bot unsolved."),
] as const;

/** How long guests waited, answered or not. */
export const waits = durations("Wait", "wait of inbound chats, answered or not");

/** What the bot's chats came to. */
export const botCounts = [
  count("botChats", "chats", "Chats that began with the bot."),
  count("deflected", "chats", "Of those: solved with the bot."),
  count("leftBot", "chats", "Of those: left unsolved."),
  count("handedOver", "chats", "Of those: asked for an agent."),
] as const;

/** How many ratings of each kind there were. */
export const ratingCounts = [
  count("ratings", "surveys", "Surveys with a rating."),
  count("excellent", "surveys", "Ratings of 5."),
  count("good", "surveys", "Ratings of 4."),
  count("ok", "surveys", "Ratings of 3."),
  count("poor", "surveys", "Ratings of 2."),
  count("bad", "surveys", "Ratings of 1."),
] as const;
