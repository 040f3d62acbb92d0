import { readResolutions, visitChats, visitSurveys } from "../../store/index.ts";
import { createAgentStates } from "../agents.ts";
import { queueOf, type Computation } from "../computation.ts";
import { addToRatings, createRatings, toRatingCells, toRatio } from "../metrics.ts";

/** A row for every agent of the queue, and for everyone else who answered one of its chats, in order of their numbers. */
export const computeAgentRatings: Computation<"AgentRatings"> = (context) => {
  const { store, window } = context;
  const queueId = queueOf(context);
  const agents = createAgentStates(context, () => ({
    answered: 0,
    ratings: createRatings(),
    said: { resolved: 0, unresolved: 0 },
  }));
  visitChats(store, queueId, window, ({ agentId }) => {
    if (agentId !== null) agents.of(agentId).answered++;
  });
  visitSurveys(store, queueId, window, (survey) => {
    if (survey.agentId !== null) addToRatings(agents.of(survey.agentId).ratings, survey);
  });
  for (const { agentId, ...said } of readResolutions(store, queueId, window)) agents.of(agentId).said = said;
  return agents.all().map(({ agentId, agentName, state: { answered, ratings, said } }) => ({
    agentId,
    agentName,
    answered,
    ...toRatingCells(ratings),
    ...said,
    resolutionRate: toRatio(said.resolved, said.resolved + said.unresolved),
  }));
};
