import { attribute, count, defineReport, duration, share } from "./report.ts";

/** Who answered how much, how fast and how well. */
export const AgentEfficiency = defineReport({
  name: "AgentEfficiency",
  title: "Agent efficiency",
  description:
    "A row for every agent of the queue, and for everyone else who was offered or answered one of its chats of the window: offers, answers, times and ratings.",
  category: "agent",
  scope: "queue",
  isWindowed: true,
  columns: [
    attribute("agentId", "integer", "The agent's number."),
    attribute("agentName", "text", "The agent's first and last name."),
    count("offers", "offers", "Offers made to the agent for chats that began in the window."),
    count("accepted", "offers", "Offers that the agent accepted."),
    count("declined", "offers", "Offers that the agent declined."),
    count("ignored", "offers", "Offers that timed out and were routed on."),
    count("answered", "chats", "Chats that the agent answered."),
    count("dropped", "chats", "Answered chats that ended by a connection error."),
    duration("meanSpeedToAnswerSeconds", "Mean wait of the chats that the agent answered."),
    duration("meanFirstResponseSeconds", "Mean time from answered to the agent's first message."),
    duration("meanConnectedSeconds", "Mean time connected."),
    duration("medianConnectedSeconds", "Median time connected."),
    duration("p90ConnectedSeconds", "90th percentile of the time connected."),
    duration("longestConnectedSeconds", "Longest time connected."),
    duration("meanHandleSeconds", "Mean time connected plus wrap-up."),
    count("ratings", "surveys", "Surveys with a rating for chats that the agent answered."),
    share("satisfaction", "Ratings of 4 and 5 divided by ratings."),
  ],
  key: ["agentId"],
});
