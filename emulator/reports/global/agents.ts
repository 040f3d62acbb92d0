import { readAgentsOfQueues } from "../../store/index.ts";
import type { Computation } from "../computation.ts";

/** The agents as a dimension, by queue; the window is not looked at. */
export const computeAgents: Computation<"Agents"> = ({ store, queueIds }) =>
  readAgentsOfQueues(store, queueIds).map((agent) => ({
    queueId: agent.queueId,
    queueName: agent.queueName,
    agentId: agent.agentId,
    agentName: agent.agentName,
    login: agent.login,
    email: agent.email,
    accountType: agent.accountType,
    priority: agent.priority,
    mostChatsADay: agent.mostChatsADay,
    mostConcurrentChats: agent.mostConcurrentChats,
    skills: agent.skills,
    archived: agent.isArchived,
  }));
