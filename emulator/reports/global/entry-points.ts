import { readOrigins } from "../../store/index.ts";
import type { Computation } from "../computation.ts";
import { toOutcomeSums, toRatio } from "../metrics.ts";

const nothing = { started: 0, answered: 0, abandoned: 0, missed: 0, deflected: 0, leftBot: 0 };

/** A row for each of the two entry points, used or not. */
export const computeEntryPoints: Computation<"EntryPoints"> = ({ store, queueIds, window }) => {
  const origins = readOrigins(store, queueIds, window);
  const all = origins.reduce((sum, { started }) => sum + started, 0);
  return (["Teams", "Web client"] as const).map((entryPoint) => {
    const sums = { ...nothing };
    for (const origin of origins) {
      if (origin.entryPoint !== entryPoint) continue;
      for (const name of Object.keys(nothing) as (keyof typeof nothing)[]) sums[name] += origin[name];
    }
    return { entryPoint, ...toOutcomeSums(sums), shareOfStarted: toRatio(sums.started, all) };
  });
};
