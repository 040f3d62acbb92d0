import { outcomeCounts } from "./measures.ts";
import { attribute, count, defineReport, duration, durations, optional, share, total } from "./report.ts";

/** The dimension every other table hangs on. */
export const Queues = defineReport({
  name: "Queues",
  title: "Queues",
  description: "A row for every queue that the key's person may see.",
  definition:
    "Ours: a model of several queues needs a dimension to hang its tables on. Genesys Cloud and Amazon Connect list queues by an API of their own, beside the metrics.",
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
  definition:
    "Ours: the headline metrics, queue beside queue, as Amazon Connect's and Genesys Cloud's queue reports have them. They sum up deflected chats, chats routed to agents, average speed to answer and time connected, which the vendor names.",
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
    ...durations("SpeedToAnswer", "wait of answered chats"),
    duration("meanConnectedSeconds", "Mean time connected with an agent."),
    count("ratings", "surveys", "Surveys with a rating."),
    share("satisfaction", "Ratings of 4 and 5 divided by ratings."),
  ],
  key: ["queueId"],
});

/** Who may answer in which queue. */
export const Agents = defineReport({
  name: "Agents",
  title: "Agents",
  description: "A row for every agent of every queue that the key's person may see; archived people included.",
  definition:
    "Ours: the dimension of agents, with the fields that the vendor shows of a person. An agent of two queues has two rows, because priority belongs to the queue.",
  category: "global",
  scope: "global",
  isWindowed: false,
  columns: [
    attribute("queueId", "integer", "The queue's number."),
    attribute("queueName", "text", "The queue's name."),
    attribute("agentId", "integer", "The agent's number."),
    attribute("agentName", "text", "The agent's first and last name."),
    attribute("login", "text", "The agent's login."),
    optional("email", "text", "The agent's e-mail address, when known."),
    attribute("accountType", "text", "Testing, Development or Production."),
    attribute("priority", "integer", "1 is offered the queue's chats first."),
    attribute("mostChatsADay", "integer", "Most chats a day; 0 is no limit."),
    attribute("mostConcurrentChats", "integer", "Most chats at once."),
    optional("skills", "text", "The agent's skill tags in alphabetical order, joined by `; `."),
    attribute("archived", "logical", "Whether the person is archived."),
  ],
  key: ["queueId", "agentId"],
});

/** All queues together, day by day. */
export const ChatVolumeByDay = defineReport({
  name: "ChatVolumeByDay",
  title: "Chat volume by day",
  description:
    "A row for every day of the window: the chats of all queues that the key's person may see, by what became of them.",
  definition:
    "Ours: the total over the queues, whose days add up to QueueComparison. LiveChat's Reports API gives total chats a day in the same way.",
  category: "global",
  scope: "global",
  isWindowed: true,
  columns: [attribute("date", "date", "The day in the asked zone on which the chats began."), ...outcomeCounts],
  key: ["date"],
});

/** The fact table of a small model: one row a queue and day. */
export const ChatsByQueueAndDay = defineReport({
  name: "ChatsByQueueAndDay",
  title: "Chats by queue and day",
  description:
    "A row for every queue and day of the window: counts that add up over any rows, and the durations of that day.",
  definition:
    "Ours: the smallest table from which a model can tell volume and service level of any queues and days, because both parts of the service level are in it. Amazon Connect's historical metrics group by queue and interval likewise.",
  category: "global",
  scope: "global",
  isWindowed: true,
  columns: [
    attribute("queueId", "integer", "The queue's number."),
    attribute("queueName", "text", "The queue's name."),
    attribute("date", "date", "The day in the asked zone on which the chats began."),
    ...outcomeCounts,
    count("dropped", "chats", "Answered chats that ended by a connection error."),
    count("answeredWithinTarget", "chats", "Answered chats whose wait was within the queue's target."),
    count("abandonedWithinTarget", "chats", "Abandoned chats whose wait was within the queue's target."),
    share("serviceLevel", "Answered within the target, divided by inbound less abandoned within the target."),
    ...durations("SpeedToAnswer", "wait of answered chats"),
    total("connectedSeconds", "Time connected with agents, added up."),
  ],
  key: ["queueId", "date"],
});

/** Teams or the web client. */
export const EntryPoints = defineReport({
  name: "EntryPoints",
  title: "Entry points",
  description:
    "Two rows, Teams and Web client: the chats that came that way to the queues that the key's person may see.",
  definition:
    "The vendor names the guest's entry point among its metrics; the columns are ours. Amazon Connect's metrics group by channel in the same way.",
  category: "global",
  scope: "global",
  isWindowed: true,
  columns: [
    attribute("entryPoint", "text", "Teams or Web client."),
    ...outcomeCounts,
    share("shareOfStarted", "Chats begun here, divided by all chats begun."),
  ],
  key: ["entryPoint"],
});

/** The places that guests write from. */
export const GuestLocations = defineReport({
  name: "GuestLocations",
  title: "Guest locations",
  description:
    "A row for every place of guests who began a chat in the window, in the queues that the key's person may see; the most chats first.",
  definition:
    "Ours: the vendor's guest has a location, and support that follows the sun asks for it. LiveChat's Reports API narrows its reports to customers' countries.",
  category: "global",
  scope: "global",
  isWindowed: true,
  columns: [
    optional("location", "text", "The guests' place; empty for those whose place is not known."),
    count("guests", "guests", "Different guests."),
    ...outcomeCounts,
  ],
  key: ["location"],
});
