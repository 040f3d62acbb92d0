import { toLocalZone } from "../../format/index.ts";
import { DateTimeValue, DateTimeZoneValue } from "../../values/temporal.ts";
import type { Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import type { Evaluation } from "../evaluation.ts";
import { dayOf, readDated, readWhole, ticksOf } from "./calendar.ts";

/** Whether a reading lies in periods counted from the present one: from `first` (0 for the present) up to, not including, `end`. */
type Test = (reading: DateTimeValue, evaluation: Evaluation, first: number, end: number) => boolean;

/** A unit of time in the names of functions: `Date.IsInNextNMonths`, `DateTime.IsInCurrentHour`. */
export type Unit = { readonly name: string; readonly test: Test };

/**
 * The `IsInCurrent…`, `IsInNext…` and `IsInPrevious…` functions of some units, in Microsoft's order. A datetimezone is read on the
 * local clock.
 */
export function withinPresent(prefix: "Date" | "DateTime", units: readonly Unit[]): readonly FunctionDeclaration[] {
  const declarations = units.flatMap((unit) => [
    single(prefix, "Current", unit, 0),
    single(prefix, "Next", unit, 1),
    several(prefix, "Next", unit),
    single(prefix, "Previous", unit, -1),
    several(prefix, "Previous", unit),
  ]);
  return declarations.toSorted((a, b) => (a.signature.toLowerCase() < b.signature.toLowerCase() ? -1 : 1));
}

function single(
  prefix: string,
  which: "Current" | "Next" | "Previous",
  { name, test }: Unit,
  first: number,
): FunctionDeclaration {
  const words = { Current: "current", Next: "next", Previous: "previous" };
  const now = "DateTime.FixedLocalNow()";
  return {
    signature: `${prefix}.IsIn${which}${name}(dateTime as any) as nullable logical`,
    summary: `Whether a value lies in the ${words[which]} ${name.toLowerCase()}.`,
    examples: [
      { usage: `${prefix}.IsIn${which}${name}(${now})`, output: String(first === 0) },
      { usage: `${prefix}.IsIn${which}${name}(null)`, output: "null" },
    ],
    bind: (evaluation) => (dateTime: Value) => holdsFor(dateTime, evaluation, test, first, first + 1),
  };
}

function several(prefix: string, which: "Next" | "Previous", { name, test }: Unit): FunctionDeclaration {
  const parameter = `${name.toLowerCase()}s`;
  return {
    signature: `${prefix}.IsIn${which}N${name}s(dateTime as any, ${parameter} as number) as nullable logical`,
    summary: `Whether a value lies in the ${which.toLowerCase()} so many ${parameter}, the current one not among them.`,
    examples: [
      { usage: `${prefix}.IsIn${which}N${name}s(DateTime.FixedLocalNow(), 2)`, output: "false" },
      { usage: `${prefix}.IsIn${which}N${name}s(null, 2)`, output: "null" },
    ],
    bind: (evaluation) => (dateTime: Value, count: number) => {
      const whole = readWhole(count);
      const [first, end] = which === "Next" ? [1, 1 + whole] : [-whole, 0];
      return holdsFor(dateTime, evaluation, test, first, end);
    },
  };
}

function holdsFor(dateTime: Value, evaluation: Evaluation, test: Test, first: number, end: number): boolean | null {
  const reading = readingOf(dateTime, evaluation);
  return reading === undefined ? null : test(reading, evaluation, first, end);
}

/** A value's reading of the local clock; `undefined` for null. */
export function readingOf(value: Value, evaluation: Evaluation): DateTimeValue | undefined {
  const dated = readDated(value);
  if (!dated) return undefined;
  const local = dated instanceof DateTimeZoneValue ? toLocalZone(dated, evaluation.host.localOffsetAt) : dated;
  return new DateTimeValue(dayOf(local), ticksOf(local));
}
