import { attribute, count, defineReport, duration, optional, share } from "./report.ts";

/** The dimension every other table hangs on. */
export const Queues = defineReport({
  name: "Queues",
  title: "Queues",
  description: "A row for every queue that the key's person may see.",
  category: "global",
  scope: "global",
  isWindowed: false,
  columns: [
    attribute("queueId", "integer", "The queue's number; per-queue reports take it."),
    attribute("queueName", "text", "The queue's name."),
    optional("description", "text", "What the queue is for."),
    attribute("language", "text", "The queue's language, as a BCP 47 tag."),
    attribute("zone", "text", "The IANA zone of the queue's opening hours."),
    attribute("enabled", "logical", "Whether the queue takes chats."),
    attribute("serviceLevelSeconds", "integer", "The queue's target: the wait within which a chat should be answered."),
    count("agents", "agents", "People with the role Agent in the queue."),
  ],
  key: ["queueId"],
});

/** The queues side by side. */
export const QueueComparison = defineReport({
  name: "QueueComparison",
  title: "Queue comparison",
  description:
    "A row for every queue that the key's person may see: its chats of the window, what became of them, service level, times and satisfaction.",
  category: "global",
  scope: "global",
  isWindowed: true,
  columns: [
    attribute("queueId", "integer", "The queue's number."),
    attribute("queueName", "text", "The queue's name."),
    count("started", "chats", "Chats begun: inbound plus deflected plus left with the bot."),
    count("inbound", "chats", "Chats that asked for an agent."),
    count("answered", "chats", "Inbound chats that an agent connected to."),
    count("abandoned", "chats", "Inbound chats whose guest left while waiting."),
    count("missed", "chats", "Inbound chats that no agent took in time, or that came to a closed queue."),
    count("deflected", "chats", "Chats solved with the bot."),
    count("leftBot", "chats", "Chats whose guest left the bot unsolved."),
    count("dropped", "chats", "Answered chats that ended by a connection error."),
    share(
      "serviceLevel",
      "Chats answered within the queue's target, divided by inbound less those abandoned within the target.",
    ),
    share("deflectionRate", "Deflected divided by deflected plus left with the bot plus inbound through the bot."),
    duration("meanSpeedToAnswerSeconds", "Mean wait of answered chats."),
    duration("medianSpeedToAnswerSeconds", "Median wait of answered chats."),
    duration("p90SpeedToAnswerSeconds", "90th percentile of the wait of answered chats."),
    duration("longestSpeedToAnswerSeconds", "Longest wait of an answered chat."),
    duration("meanConnectedSeconds", "Mean time connected with an agent."),
    count("ratings", "surveys", "Surveys with a rating."),
    share("satisfaction", "Ratings of 4 and 5 divided by ratings."),
  ],
  key: ["queueId"],
});
