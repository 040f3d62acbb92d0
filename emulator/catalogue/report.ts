import type { CellFor, Column } from "./column.ts";

/** The dashboard group a report belongs to; each has one directory route. */
export type Category = "global" | "basic" | "performance" | "agent" | "text" | "bot";

/** Whether a report covers one queue (`queueId` required) or every queue the person may see. */
type Scope = "global" | "queue";

/** A query parameter of the report routes, as the post lists them. */
export type ParameterName = "start" | "stop" | "csv" | "queueId" | "zone";

/** One report: its route is `/Chime/Report/<name>`. */
export type Report = {
  /** PascalCase; the last part of the route, the M name, the model's table. */
  readonly name: string;
  readonly title: string;
  /** One or two sentences: what a row is and what it counts. */
  readonly description: string;
  /** Where the report comes from: the vendor's post, or ours and why, beside what comparable products report. */
  readonly definition: string;
  readonly category: Category;
  readonly scope: Scope;
  /** Whether `start` and `stop` narrow it; a dimension ignores the window. */
  readonly isWindowed: boolean;
  /** Columns in answer order. */
  readonly columns: readonly Column[];
  /** The columns that identify a row. One of them may be empty: that is "not known", a group like any other. */
  readonly key: readonly string[];
};

/** A row of a report in memory: one value a column, under the column's name. */
export type RowOfReport<R extends Report> = {
  [C in R["columns"][number] as C["name"]]: CellFor<C>;
};

/** Declares a report, keeping its literal types so that rows can be typed from it. */
export function defineReport<const R extends Report>(report: R): R {
  return report;
}

type Declared<K extends Column["kind"], N extends string, Z extends boolean, A extends Column["additivity"]> = {
  readonly name: N;
  readonly kind: K;
  readonly nullable: Z;
  readonly additivity: A;
  readonly unit?: string;
  readonly description: string;
};

/** A column that always has a value and that one cannot add up: a key, a name, an instant. */
export function attribute<K extends Column["kind"], N extends string>(
  name: N,
  kind: K,
  description: string,
): Declared<K, N, false, "none"> {
  return { name, kind, nullable: false, additivity: "none", description };
}

/** An attribute that may be empty. */
export function optional<K extends Column["kind"], N extends string>(
  name: N,
  kind: K,
  description: string,
): Declared<K, N, true, "none"> {
  return { name, kind, nullable: true, additivity: "none", description };
}

/** A count: a whole number, 0 over nothing, that adds up over rows. */
export function count<N extends string>(
  name: N,
  unit: string,
  description: string,
): Declared<"integer", N, false, "sum"> {
  return { name, kind: "integer", nullable: false, additivity: "sum", unit, description };
}

/** The most of something at one instant: a whole number, 0 over nothing, and never to be added up. */
export function most<N extends string>(
  name: N,
  unit: string,
  description: string,
): Declared<"integer", N, false, "none"> {
  return { name, kind: "integer", nullable: false, additivity: "none", unit, description };
}

/** A duration over several chats (mean, median, longest …) in seconds: empty over nothing, and never to be added up. */
export function duration<N extends string>(name: N, description: string): Declared<"seconds", N, true, "none"> {
  return { name, kind: "seconds", nullable: true, additivity: "none", unit: "s", description };
}

/** Mean, median, 90th percentile and longest of a time, as `mean<name>Seconds` and so on; `time` is what they are of, in words. */
export function durations<const N extends string>(name: N, time: string) {
  return [
    duration(`mean${name}Seconds`, `Mean ${time}.`),
    duration(`median${name}Seconds`, `Median ${time}.`),
    duration(`p90${name}Seconds`, `90th percentile of the ${time}.`),
    duration(`longest${name}Seconds`, `Longest ${time}.`),
  ] as const;
}

/** A duration added up over several chats, in seconds: 0 over nothing, and it adds up over rows. */
export function total<N extends string>(name: N, description: string): Declared<"seconds", N, false, "sum"> {
  return { name, kind: "seconds", nullable: false, additivity: "sum", unit: "s", description };
}

/** A mean that is no duration: empty over nothing, and never to be added up. */
export function average<N extends string>(
  name: N,
  unit: string,
  description: string,
): Declared<"decimal", N, true, "none"> {
  return { name, kind: "decimal", nullable: true, additivity: "none", unit, description };
}

/** A share between 0 and 1: empty over nothing, and never to be added up. */
export function share<N extends string>(name: N, description: string): Declared<"ratio", N, true, "none"> {
  return { name, kind: "ratio", nullable: true, additivity: "none", description };
}
