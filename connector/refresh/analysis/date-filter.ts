import type { Expression } from "../../engine/index.ts";
import type { Query } from "../queries.ts";
import { Names, walk } from "./walk.ts";

/** A place where a query keeps some rows by a date. */
export type DateFilter = { readonly query: Query; readonly at: Expression["at"] };

/** What makes a filter one by dates: the bounds of a partition, a date written out, or a function of dates. */
const ofDates = /^(?:RangeStart|RangeEnd|#date|#datetime|#datetimezone|(?:Date|DateTime|DateTimeZone)\..+)$/u;

/** Finds the calls of `Table.SelectRows` whose condition speaks of dates. */
export function findDateFilters(queries: readonly Query[]): readonly DateFilter[] {
  return queries.flatMap((query) => {
    const found: DateFilter[] = [];
    walk(query.expression, new Names(new Map()), (expression) => {
      if (expression.kind !== "call" || !isNamed(expression.callee, /^Table\.SelectRows$/u)) return;
      const [, condition] = expression.args;
      if (condition && speaksOfDates(condition)) found.push({ query, at: expression.at });
    });
    return found;
  });
}

function speaksOfDates(condition: Expression): boolean {
  let isOfDates = false;
  walk(condition, new Names(new Map()), (expression) => {
    isOfDates ||= isNamed(expression, ofDates);
  });
  return isOfDates;
}

function isNamed(expression: Expression, names: RegExp): boolean {
  return expression.kind === "name" && names.test(expression.name);
}

const day = 86_400_000;

/**
 * Whether a request asks a report for the last 30 days up to an instant between two others: for the window that nobody named.
 * The instants are milliseconds since 1970.
 */
export function asksDefaultWindow(url: string, earliest: number, latest: number): boolean {
  const asked = URL.canParse(url) ? new URL(url) : undefined;
  if (!asked?.pathname.includes("/Chime/Report/")) return false;
  const [start, stop] = ["start", "stop"].map((name) => Date.parse(asked.searchParams.get(name) ?? ""));
  const days = (stop! - start!) / day;
  // From a midnight to a time of day; the clocks may have been changed since.
  return stop! >= earliest && stop! <= latest && days >= 29 - 1 / 24 && days <= 30 + 1 / 24;
}
