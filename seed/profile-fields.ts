/** What is wrong with a profile that was written by hand; the message names the field. */
export class ProfileError extends Error {
  override readonly name = "ProfileError";
}

/** Reads the fields of one JSON object, and knows what they are called in the whole. A fallback makes a field optional. */
export type Reader = {
  readonly path: (field: string) => string;
  readonly raw: (field: string) => unknown;
  readonly text: (field: string, fallback?: string) => string;
  readonly textThat: (field: string, isRight: (text: string) => boolean, wanted: string) => string;
  readonly oneOf: <Name extends string>(field: string, names: readonly Name[], fallback?: Name) => Name;
  readonly number: (field: string, range: Range, fallback?: number) => number;
  readonly whole: (field: string, range: Range, fallback?: number) => number;
  readonly maybeWhole: (field: string, range: Range) => number | undefined;
  readonly numbers: (field: string, range: Range, fallback: readonly number[]) => readonly number[];
  readonly list: <Item>(field: string, read: (reader: Reader) => Item, fallback?: readonly Item[]) => readonly Item[];
  /** Refuses fields that nobody asked for. */
  readonly nothingElse: () => void;
};

type Range = { readonly least: number; readonly most: number };

/** Whether a JSON value is an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A reader of the fields of an object that stands at `at` in the whole; nothing at the top. */
export function readFields(object: Readonly<Record<string, unknown>>, at: string): Reader {
  const asked = new Set<string>();
  const path = (field: string): string => (at === "" ? field : `${at}.${field}`);
  const raw = (field: string): unknown => {
    asked.add(field);
    return object[field];
  };
  const refuse = (name: string, wanted: string, got: unknown): ProfileError =>
    new ProfileError(
      `${name} must be ${wanted}${got === undefined ? ": it is missing" : `, not ${JSON.stringify(got)}`}`,
    );
  const numberIn = (name: string, value: unknown, { least, most }: Range, isWhole: boolean): number => {
    const isRight =
      typeof value === "number" && value >= least && value <= most && (!isWhole || Number.isInteger(value));
    if (!isRight) throw refuse(name, `a ${isWhole ? "whole " : ""}number from ${least} to ${most}`, value);
    return value;
  };
  const listOf = <Item>(
    field: string,
    fallback: readonly Item[] | undefined,
    read: (value: unknown, name: string) => Item,
  ) => {
    const value = raw(field);
    if (value === undefined && fallback !== undefined) return fallback;
    if (!Array.isArray(value)) throw refuse(path(field), "a list", value);
    return value.map((item: unknown, index) => read(item, `${path(field)}[${index}]`));
  };
  const readNumber = (field: string, range: Range, fallback: number | undefined, isWhole: boolean): number => {
    const value = raw(field);
    return value === undefined && fallback !== undefined ? fallback : numberIn(path(field), value, range, isWhole);
  };
  return {
    path,
    raw,
    text: (field, fallback) => {
      const value = raw(field) ?? fallback;
      if (typeof value !== "string" || (value === "" && fallback !== "")) throw refuse(path(field), "a text", value);
      return value;
    },
    textThat: (field, isRight, wanted) => {
      const value = raw(field);
      if (typeof value !== "string" || !isRight(value)) throw refuse(path(field), wanted, value);
      return value;
    },
    oneOf: (field, names, fallback) => {
      const value = raw(field) ?? fallback;
      const name = names.find((known) => known === value);
      if (name === undefined) throw refuse(path(field), `one of ${names.join(", ")}`, value);
      return name;
    },
    number: (field, range, fallback) => readNumber(field, range, fallback, false),
    whole: (field, range, fallback) => readNumber(field, range, fallback, true),
    maybeWhole: (field, range) => (raw(field) === undefined ? undefined : readNumber(field, range, undefined, true)),
    numbers: (field, range, fallback) => listOf(field, fallback, (value, name) => numberIn(name, value, range, true)),
    list: (field, read, fallback) =>
      listOf(field, fallback, (value, name) => {
        if (!isObject(value)) throw refuse(name, "an object", value);
        const reader = readFields(value, name);
        const item = read(reader);
        reader.nothingElse();
        return item;
      }),
    nothingElse: () => {
      const stranger = Object.keys(object).find((field) => !asked.has(field));
      if (stranger === undefined) return;
      throw new ProfileError(`${path(stranger)} is not a field: those here are ${[...asked].join(", ")}`);
    },
  };
}
