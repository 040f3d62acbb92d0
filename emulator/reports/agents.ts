import { readAgentIds, readAgentNames } from "../store/index.ts";
import { queueOf, type Context } from "./computation.ts";

/** An agent with what was gathered of them. */
type AgentWith<S> = { readonly agentId: number; readonly agentName: string; readonly state: S };

/** Something gathered by agent: `all` gives the queue's agents and everyone else of whom something was gathered, by their numbers. */
export type AgentStates<S> = {
  readonly of: (agentId: number) => S;
  readonly all: () => readonly AgentWith<S>[];
};

/** A fresh state for every agent of the queue; others get one when they are first asked for. */
export function createAgentStates<S>(context: Context, create: () => S): AgentStates<S> {
  const { store } = context;
  const states = new Map<number, S>(readAgentIds(store, queueOf(context)).map((id) => [id, create()]));
  return {
    of: (agentId) => {
      let state = states.get(agentId);
      if (state === undefined) states.set(agentId, (state = create()));
      return state;
    },
    all: () =>
      readAgentNames(store, [...states.keys()]).map(({ id, name }) => ({
        agentId: id,
        agentName: name,
        state: states.get(id)!,
      })),
  };
}
