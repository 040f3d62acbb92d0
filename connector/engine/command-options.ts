import { InvalidArgumentError } from "commander";
import { tagOf } from "./format/index.ts";
import { EvaluationError } from "./values/errors.ts";

/** Values by name, as `--set Name=M` collects them. */
export type Pairs = Readonly<Record<string, string>>;

/** Collects `Name=value`; the first "=" parts them. @throws InvalidArgumentError without one. */
export function collectPair(value: string, before: Pairs): Pairs {
  return pairAt(value, value.indexOf("="), before);
}

/** Collects `Kind@path=key`; the last "=" parts them, since a path may hold one and a key holds none. */
export function collectKey(value: string, before: Pairs): Pairs {
  return pairAt(value, value.lastIndexOf("="), before);
}

function pairAt(value: string, at: number, before: Pairs): Pairs {
  if (at < 1) throw new InvalidArgumentError(`"${value}" has no "=".`);
  return { ...before, [value.slice(0, at)]: value.slice(at + 1) };
}

/** Reads the name of an IANA zone. @throws InvalidArgumentError for one that the runtime does not know. */
export function readZone(value: string): string {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: value });
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new InvalidArgumentError(`"${value}" is not an IANA zone such as America/New_York.`);
  }
  return value;
}

/** Reads the name of a culture. @throws InvalidArgumentError for one that the runtime does not know. */
export function readCulture(value: string): string {
  try {
    tagOf(value);
  } catch (cause) {
    if (!(cause instanceof EvaluationError)) throw cause;
    throw new InvalidArgumentError(`"${value}" is not a culture that is known here, such as de-DE.`);
  }
  return value;
}

/** Reads an instant in milliseconds since 1970. @throws InvalidArgumentError for a text without an offset or Z. */
export function readInstant(value: string): number {
  const instant = /(?:Z|[+-]\d{2}:?\d{2})$/u.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(instant))
    throw new InvalidArgumentError(`"${value}" is not an ISO-8601 instant with an offset or Z.`);
  return instant;
}
