import type { Expression } from "../../engine/index.ts";
import type { Queries, Query } from "../queries.ts";
import { Names, walk } from "./walk.ts";

/** What a query comes to, directly or through other queries. */
export type Reach = {
  /** The queries, itself first. */
  readonly queries: readonly Query[];
  /** Names that no query has: of the library or of an extension. */
  readonly names: ReadonlySet<string>;
};

/** The names that all queries of a target have in reach. */
export function namesOf(queries: Queries): Names {
  return new Names(new Map(queries.all().map(({ name, expression }) => [name, expression])));
}

/** Follows a query to all that it refers to. */
export function reachOf(start: Query, queries: Queries): Reach {
  const all = namesOf(queries);
  const reached = new Map([[start.name, start]]);
  const names = new Set<string>();
  for (const query of reached.values()) {
    walk(query.expression, all, (expression, inner) => {
      if (expression.kind !== "name") return;
      const meaning = inner.find(expression.name);
      if (meaning === undefined) names.add(expression.name);
      const next = queries.find(expression.name);
      if (next && typeof meaning === "object" && meaning.expression === next.expression) reached.set(next.name, next);
    });
  }
  return { queries: [...reached.values()], names };
}

/** Whether an expression itself speaks of a name. */
export function mentions(expression: Expression, name: string): boolean {
  let isThere = false;
  walk(expression, new Names(new Map()), (inner) => {
    if (inner.kind === "name" && inner.name === name) isThere = true;
  });
  return isThere;
}
