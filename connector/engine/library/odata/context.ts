import { EvaluationError } from "../../values/errors.ts";
import type { Model, TypeUse } from "./metadata.ts";

/** What an answer holds, by its context URL (OData JSON 4.01, 10). */
export type Context = {
  readonly use: TypeUse;
  /** The address of the set or singleton, relative to the service; `undefined` when the context names a type alone. */
  readonly path: string | undefined;
  /** Whether one of them is addressed by its key after the path. */
  readonly isKeyed: boolean;
  /** The only properties that the answer has; `undefined` when it has all of the type. */
  readonly selected: readonly string[] | undefined;
};

/**
 * Reads the fragment of a context URL: `People`, `People/$entity`, `People(UserName,Trips)`, `People('x')/Trips`, `Me/Address`,
 * `Collection(Edm.String)`.
 *
 * @throws EvaluationError when it names what the metadata does not have.
 */
export function readContext(fragment: string, model: Model): Context {
  const isEntity = fragment.endsWith("/$entity");
  const whole = isEntity ? fragment.slice(0, -"/$entity".length) : fragment;
  if (/^Collection\(|^[\w.]+\.\w+$/u.test(whole)) {
    return { use: model.parseUse(whole), path: undefined, isKeyed: false, selected: undefined };
  }
  const parts = splitOutside(whole, "/");
  const last = /^(\w+)\((.*)\)$/u.exec(parts.at(-1)!);
  const selected = last ? splitOutside(last[2]!, ",") : undefined;
  const path = last ? [...parts.slice(0, -1), last[1]!] : parts;
  const [first = "", ...others] = path.map((part) => part.replace(/\(.*\)$/u, ""));
  let use = model.members.get(first);
  for (const [index, name] of others.entries()) {
    // A cast to a derived type keeps to the collection that it stands on.
    const isCast = name.includes(".");
    const property = use && model.structured(use.name)?.properties.find((candidate) => candidate.name === name);
    const hasKey = path[index]!.includes("(");
    if (isCast && use) use = { ...use, ...model.parseUse(name), isCollection: use.isCollection && !hasKey };
    else use = property?.use;
  }
  if (!use) {
    throw new EvaluationError("DataFormat.Error", `The OData metadata says nothing of '${fragment}'.`);
  }
  const names = selected?.map((item) => item.split(/[/(+]/u)[0]!);
  return {
    use: { ...use, isCollection: use.isCollection && !isEntity },
    path: path.join("/"),
    isKeyed: use.isCollection,
    selected: names?.includes("*") ? undefined : names,
  };
}

/** The parts of a text between separators that stand outside parentheses and quotes. */
function splitOutside(text: string, separator: string): string[] {
  const parts = [""];
  let depth = 0;
  let isQuoted = false;
  for (const character of text) {
    if (character === "'") isQuoted = !isQuoted;
    else if (!isQuoted && character === "(") depth++;
    else if (!isQuoted && character === ")") depth--;
    if (character === separator && depth === 0 && !isQuoted) parts.push("");
    else parts.push(`${parts.pop() ?? ""}${character}`);
  }
  return parts;
}
