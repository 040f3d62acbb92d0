import type { Expression } from "../../engine/index.ts";
import { Names, walk } from "./walk.ts";
import type { Query } from "../queries.ts";
import { mentions } from "./reach.ts";

/** A comparison with both bounds of a partition of which a row on the border is in two partitions, or in none. */
export type BorderMistake = {
  readonly query: Query;
  readonly at: { readonly line: number; readonly column: number };
  readonly rows: "twice" | "never";
};

const turned: Readonly<Record<string, string>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

/**
 * Finds filters on `RangeStart` and `RangeEnd` that have both bounds in or both out. One bound has to be in and the other out, or the
 * partitions do not meet.
 */
export function findBorderMistakes(queries: readonly Query[]): readonly BorderMistake[] {
  return queries.flatMap((query) => {
    const found: { readonly of: "start" | "end"; readonly isIn: boolean; readonly at: Expression["at"] }[] = [];
    walk(query.expression, new Names(new Map()), (expression) => {
      if (expression.kind !== "binary" || turned[expression.operator] === undefined) return;
      for (const [side, operator] of [
        [expression.right, expression.operator],
        [expression.left, turned[expression.operator]!],
      ] as const) {
        if (mentions(side, "RangeStart") && operator.startsWith(">")) {
          found.push({ of: "start", isIn: operator === ">=", at: expression.at });
        }
        if (mentions(side, "RangeEnd") && operator.startsWith("<")) {
          found.push({ of: "end", isIn: operator === "<=", at: expression.at });
        }
      }
    });
    const start = found.find((each) => each.of === "start");
    const end = found.find((each) => each.of === "end");
    if (!end || start?.isIn !== end.isIn) return [];
    return [{ query, at: end.at, rows: end.isIn ? ("twice" as const) : ("never" as const) }];
  });
}
