import { ratingCounts } from "./measures.ts";
import {
  attribute,
  average,
  count,
  defineReport,
  duration,
  durations,
  most,
  optional,
  share,
  total,
} from "./report.ts";

const ofQueue = { category: "performance", scope: "queue", isWindowed: true } as const;

const date = attribute("date", "date", "The day in the asked zone on which the chats began.");

/** How fast answered chats were answered. */
export const AverageSpeedToAnswer = defineReport({
  name: "AverageSpeedToAnswer",
  title: "Average speed to answer",
  description: "A row for every day of the window: how long the guests waited whom an agent answered.",
  definition:
    "The vendor names average speed to answer among its metrics; that it is over answered chats only, from asking for an agent to being connected, is ours. Amazon Connect's average queue answer time and Genesys Cloud's ASA mean the same.",
  ...ofQueue,
  columns: [
    date,
    count("answered", "chats", "Inbound chats that an agent connected to."),
    ...durations("SpeedToAnswer", "wait of answered chats"),
  ],
  key: ["date"],
});

/** The waits as a histogram. */
export const GuestWaitingTime = defineReport({
  name: "GuestWaitingTime",
  title: "Guest waiting time",
  description:
    "A histogram in 13 rows: how many inbound chats waited longer than one bound and at most the next. The first row holds waits of 0 as well.",
  definition:
    "The vendor names guest waiting time among its metrics; the bounds are ours. A row includes its upper bound, so that the cumulative share at a bound is who was served or gone within it, as Amazon Connect's contacts answered or abandoned in X seconds count.",
  ...ofQueue,
  columns: [
    attribute("fromSeconds", "integer", "Waits of this row were longer than this."),
    optional("toSeconds", "integer", "Waits of this row were at most this; empty in the last row."),
    count("inbound", "chats", "Inbound chats with such a wait."),
    count("answered", "chats", "Of those: answered."),
    count("abandoned", "chats", "Of those: abandoned."),
    count("missed", "chats", "Of those: missed."),
    share("shareOfInbound", "Inbound chats of this row, divided by all."),
    share("cumulativeShare", "Inbound chats of this row and the rows before it, divided by all."),
  ],
  key: ["fromSeconds"],
});

/** How many were answered in time. */
export const ServiceLevel = defineReport({
  name: "ServiceLevel",
  title: "Service level",
  description: "A row for every day of the window: how many chats were answered within the queue's target.",
  definition:
    "Ours: answered within the target, divided by inbound less those abandoned within it, whom nobody had the time to answer. Genesys Cloud lets its administrators choose whether short abandons and abandons count; missed chats always count here.",
  ...ofQueue,
  columns: [
    date,
    attribute("targetSeconds", "integer", "The queue's target."),
    count("inbound", "chats", "Chats that asked for an agent."),
    count("answered", "chats", "Inbound chats that an agent connected to."),
    count("answeredWithinTarget", "chats", "Answered chats whose wait was within the target."),
    count("abandonedWithinTarget", "chats", "Abandoned chats whose wait was within the target."),
    share("serviceLevel", "Answered within the target, divided by inbound less abandoned within the target."),
  ],
  key: ["date"],
});

/** Who gave up waiting. */
export const AbandonedChats = defineReport({
  name: "AbandonedChats",
  title: "Abandoned chats",
  description: "A row for every day of the window: guests who left while they waited, and how long they had waited.",
  definition:
    "Ours: a guest who leaves the queue before an agent connects, as Amazon Connect and Genesys Cloud define abandoned contacts; Amazon Connect divides by contacts queued, as here. Zendesk calls such a chat missed; here missed means that the system gave up.",
  ...ofQueue,
  columns: [
    date,
    count("inbound", "chats", "Chats that asked for an agent."),
    count("abandoned", "chats", "Inbound chats whose guest left while waiting."),
    count("abandonedWithinTarget", "chats", "Of those: within the queue's target."),
    share("abandonmentRate", "Abandoned divided by inbound."),
    ...durations("Wait", "wait of abandoned chats"),
  ],
  key: ["date"],
});

/** How long agents and guests were connected. */
export const TimeConnectedWithAgent = defineReport({
  name: "TimeConnectedWithAgent",
  title: "Time connected with agent",
  description:
    "A row for every day of the window: how long the chats that began on it were connected with an agent, and handled.",
  definition:
    "The vendor names time connected with agent among its metrics; that it runs from answered to ended, transfers included, is ours. Amazon Connect's agent interaction time and handle time are the same without and with after-contact work.",
  ...ofQueue,
  columns: [
    date,
    count("answered", "chats", "Inbound chats that an agent connected to."),
    total("connectedSeconds", "Time connected, added up."),
    ...durations("Connected", "time connected"),
    duration("meanHandleSeconds", "Mean time connected plus wrap-up."),
    duration("meanFirstResponseSeconds", "Mean time from answered to the agent's first message."),
  ],
  key: ["date"],
});

/** Connections that broke. */
export const DroppedChats = defineReport({
  name: "DroppedChats",
  title: "Dropped chats",
  description: "A row for every day of the window: answered chats that ended by a connection error.",
  definition:
    "The vendor names chats dropped while connected among its metrics; that only a connection error counts is ours. Zendesk's dropped chats are something else: the guest wrote last and got no answer.",
  ...ofQueue,
  columns: [
    date,
    count("answered", "chats", "Inbound chats that an agent connected to."),
    count("dropped", "chats", "Of those: ended by a connection error."),
    share("dropRate", "Dropped divided by answered."),
    ...durations("Connected", "time that dropped chats had been connected"),
  ],
  key: ["date"],
});

/** How many chats went on at once. */
export const ConcurrentChats = defineReport({
  name: "ConcurrentChats",
  title: "Concurrent chats",
  description:
    "A row for every day of the window: how many chats were connected, and how many guests waited, at the same time.",
  definition:
    "Ours, by the clock rather than by start: a chat that was connected over midnight counts on both days, with its part in each, and one that began before the window with its part inside. Zendesk's chat concurrency is the mean per agent; this is the queue's. A chat longer than 24 hours is followed for its first 24.",
  ...ofQueue,
  columns: [
    attribute("date", "date", "The day in the asked zone."),
    most("mostConnected", "chats", "Most chats connected at one instant."),
    optional("busiestAt", "instant", "When there first were that many; empty when none was connected."),
    most("mostWaiting", "guests", "Most guests waiting at one instant."),
    average("meanConnected", "chats", "Chats connected on the mean over the part of the day inside the window."),
    total("connectedSeconds", "Time connected inside the day and the window, added up."),
  ],
  key: ["date"],
});

/** What guests said afterwards. */
export const Satisfaction = defineReport({
  name: "Satisfaction",
  title: "Satisfaction",
  description: "A row for every day of the window: the surveys of the chats that began on it.",
  definition:
    "The vendor publishes the survey's scale, 5 Excellent to 1 Bad; that 4 and 5 count as satisfied is ours, and common for a scale of five. Zendesk asks for good or bad and divides the good by both.",
  ...ofQueue,
  columns: [
    date,
    count("started", "chats", "Chats begun."),
    count("surveys", "surveys", "Surveys sent in, with or without a rating."),
    count("comments", "surveys", "Surveys with a comment."),
    ...ratingCounts,
    average("meanRating", "stars", "Mean rating."),
    share("satisfaction", "Ratings of 4 and 5 divided by ratings."),
    share("responseRate", "Surveys divided by chats begun."),
  ],
  key: ["date"],
});

/** Who handed chats on to whom. */
export const Transfers = defineReport({
  name: "Transfers",
  title: "Transfers",
  description:
    "A row for every agent who handed chats on and the agent, and other queue if any, that got them: how often, and how long after the chat was answered.",
  definition:
    "Ours: one row a pair shows where chats go. Amazon Connect counts contacts transferred out by agent and by queue. ChatHistory's transfers of the same window add up to the transfers here.",
  ...ofQueue,
  columns: [
    attribute("fromAgentId", "integer", "The agent who handed on."),
    attribute("fromAgentName", "text", "That agent's name."),
    optional("toAgentId", "integer", "The agent who got the chats; empty when only the queue is known."),
    optional("toAgentName", "text", "That agent's name."),
    optional("toQueueId", "integer", "The other queue that got the chats; empty when they stayed in theirs."),
    optional("toQueueName", "text", "That queue's name."),
    count("transfers", "transfers", "How often."),
    count("chats", "chats", "Different chats."),
    ...durations("After", "time from answered to handed on"),
  ],
  key: ["fromAgentId", "toAgentId", "toQueueId"],
});
