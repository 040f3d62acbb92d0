import { printValue } from "../../../../connector/engine/format/index.ts";
import { makeFunction, nameOf, type Group } from "../../../../connector/engine/library/declaration.ts";
import type { Evaluation } from "../../../../connector/engine/library/evaluation.ts";
import { EvaluationError } from "../../../../connector/engine/values/errors.ts";
import { emptyRecord } from "../../../../connector/engine/values/record.ts";
import { ListValue } from "../../../../connector/engine/values/list.ts";
import type { Value } from "../../../../connector/engine/values/value.ts";

/** An evaluation with a fixed clock, zone (UTC+1) and culture, for functions that ask for them. */
export const evaluation: Evaluation = {
  host: {
    now: () => Date.UTC(2020, 10, 1, 12),
    zone: "Etc/GMT-1",
    localOffsetAt: () => 60,
    culture: "en-US",
    http: () => ({ failure: "refusedHost", message: "no network in this test" }),
    failsOnFoldingFailure: false,
    sleep: () => undefined,
    parse: () => {
      throw new Error("no M text in this test");
    },
    credential: () => undefined,
    extensionFile: () => undefined,
    readFile: (path) => ({ failure: "refused", message: path }),
    readFolder: (path) => ({ failure: "refused", message: path }),
    trace: () => undefined,
  },
  extension: undefined,
  fixedNow: () => 0,
  findInLibrary: () => undefined,
  shared: () => emptyRecord,
  evaluateText: () => null,
  dataSource: () => undefined,
  webCache: new Map(),
};

/** Calls a function of a group as M does: the arguments are checked against its signature. */
export function call(group: Group, name: string, ...args: readonly Value[]): Value {
  const declaration = group.functions.find((candidate) => nameOf(candidate) === name);
  if (!declaration) throw new Error(`the group "${group.name}" has no function "${name}"`);
  return makeFunction(declaration, evaluation).invoke(args);
}

/** The same, its result as M text, or the error's reason and message. */
export function shownCall(group: Group, name: string, ...args: readonly Value[]): string {
  try {
    return printValue(call(group, name, ...args));
  } catch (error) {
    if (error instanceof EvaluationError) return `${error.reason}: ${error.message}`;
    throw error;
  }
}

/** A list of these values. */
export function listOf(...items: readonly Value[]): ListValue {
  return ListValue.of(items);
}
