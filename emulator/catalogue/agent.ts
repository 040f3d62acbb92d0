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

const ofQueue = { category: "agent", scope: "queue", isWindowed: true } as const;

const agent = [
  attribute("agentId", "integer", "The agent's number."),
  attribute("agentName", "text", "The agent's first and last name."),
] as const;

/** Who answered how much, how fast and how well. */
export const AgentEfficiency = defineReport({
  name: "AgentEfficiency",
  title: "Agent efficiency",
  description:
    "A row for every agent of the queue, and for everyone else who was offered or answered one of its chats of the window: offers, answers, times and ratings.",
  definition:
    "The vendor has a dashboard group of this name, and names agent, time connected and average speed to answer; the columns are ours. Comm100's efficiency and workload reports and Amazon Connect's agent performance reports hold the same.",
  ...ofQueue,
  columns: [
    ...agent,
    count("offers", "offers", "Offers made to the agent for chats that began in the window."),
    count("accepted", "offers", "Offers that the agent accepted."),
    count("declined", "offers", "Offers that the agent declined."),
    count("ignored", "offers", "Offers that timed out and were routed on."),
    count("answered", "chats", "Chats that the agent answered."),
    count("dropped", "chats", "Answered chats that ended by a connection error."),
    duration("meanSpeedToAnswerSeconds", "Mean wait of the chats that the agent answered."),
    duration("meanFirstResponseSeconds", "Mean time from answered to the agent's first message."),
    ...durations("Connected", "time connected"),
    duration("meanHandleSeconds", "Mean time connected plus wrap-up."),
    count("ratings", "surveys", "Surveys with a rating for chats that the agent answered."),
    share("satisfaction", "Ratings of 4 and 5 divided by ratings."),
  ],
  key: ["agentId"],
});

/** What each agent did each day. */
export const AgentLoad = defineReport({
  name: "AgentLoad",
  title: "Agent load",
  description:
    "A row for every agent and day of the window, days without chats included: the chats that the agent answered, and the time spent on them.",
  definition:
    "The vendor has a dashboard group for agents' load; the columns are ours. A chat counts for the agent who answered it and the day on which it began, as in AgentEfficiency, whose numbers are these days' sums. Comm100's workload report has chats, time in chats and chats at once.",
  ...ofQueue,
  columns: [
    ...agent,
    attribute("date", "date", "The day in the asked zone on which the chats began."),
    count("answered", "chats", "Chats that the agent answered."),
    count("dropped", "chats", "Answered chats that ended by a connection error."),
    total("connectedSeconds", "Time connected, added up over chats."),
    total("handleSeconds", "Time connected plus wrap-up, added up over chats."),
    ...durations("Connected", "time connected"),
  ],
  key: ["agentId", "date"],
});

/** When agents were online, and what of that time they used. */
export const AgentAvailability = defineReport({
  name: "AgentAvailability",
  title: "Agent availability",
  description:
    "A row for every agent of the queue: time online inside the window, how much of it a chat of this queue was connected, and how many at once.",
  definition:
    "Ours, by the clock: only time inside the window counts, a chat handed on counts for whoever had it, and time online is the person's, whichever queue called. Amazon Connect's occupancy divides time on contacts by time on contacts plus idle; here it is time with at least one chat of this queue, divided by time online. A chat longer than 24 hours is followed for its first 24.",
  ...ofQueue,
  columns: [
    ...agent,
    count("shifts", "shifts", "Times that the agent was online inside the window."),
    optional("firstOnlineAt", "instant", "When the agent was first online inside the window."),
    optional("lastOnlineAt", "instant", "When the agent was last online inside the window."),
    total("onlineSeconds", "Time online inside the window."),
    total("busySeconds", "Time online with at least one chat of this queue connected."),
    share("occupancy", "Busy divided by online."),
    most("mostConcurrent", "chats", "Most chats of this queue at one instant, inside the window."),
  ],
  key: ["agentId"],
});

/** What agents did with what they were offered. */
export const AgentOffers = defineReport({
  name: "AgentOffers",
  title: "Agent offers",
  description:
    "A row for every agent of the queue, and for everyone else who was offered one of its chats of the window: what became of the offers, and how fast.",
  definition:
    "Ours: an offer is accepted, declined or ignored, as the vendor's routing has it. Amazon Connect's agent answer rate is contacts answered of those routed to the agent, its agent non-response the ignored ones.",
  ...ofQueue,
  columns: [
    ...agent,
    count("offers", "offers", "Offers made to the agent for chats that began in the window."),
    count("accepted", "offers", "Offers that the agent accepted."),
    count("declined", "offers", "Offers that the agent declined."),
    count("ignored", "offers", "Offers that timed out and were routed on."),
    share("acceptanceRate", "Accepted divided by offers."),
    ...durations("Accept", "time from the offer to its acceptance"),
  ],
  key: ["agentId"],
});

/** How guests rated agents. */
export const AgentRatings = defineReport({
  name: "AgentRatings",
  title: "Agent ratings",
  description:
    "A row for every agent of the queue, and for everyone else who answered one of its chats of the window: the surveys of the chats that the agent answered.",
  definition:
    "The scale is the vendor's; giving a rating to the agent who answered, even if the chat was handed on, is ours. LiveChat's Reports API ranks agents by the ratings of their chats.",
  ...ofQueue,
  columns: [
    ...agent,
    count("answered", "chats", "Chats that the agent answered."),
    count("surveys", "surveys", "Surveys of those chats, with or without a rating."),
    count("comments", "surveys", "Surveys with a comment."),
    ...ratingCounts,
    average("meanRating", "stars", "Mean rating."),
    share("satisfaction", "Ratings of 4 and 5 divided by ratings."),
    count("resolved", "chats", "Answered chats whose question was said to be resolved."),
    count("unresolved", "chats", "Answered chats whose question was said not to be."),
    share("resolutionRate", "Resolved divided by resolved plus unresolved."),
  ],
  key: ["agentId"],
});
