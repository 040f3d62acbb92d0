import { operators } from "../../evaluate/operators.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { Thunk, type Cell } from "../../values/cell.ts";
import type { FunctionValue } from "../../values/function.ts";
import { ListValue } from "../../values/list.ts";
import type { DurationValue } from "../../values/temporal.ts";
import type { Value } from "../../values/value.ts";
import { holds, readCount } from "./arguments.ts";
import { seededRandom } from "./random.ts";

/** "Generators" of Microsoft's list functions. */
export const generators: readonly FunctionDeclaration[] = [
  {
    signature: "List.Dates(start as date, count as number, step as duration) as list",
    summary: "So many dates, each a step after the one before.",
    examples: [
      {
        usage: "List.Dates(#date(2020, 10, 31), 3, #duration(1, 0, 0, 0))",
        output: "{#date(2020, 10, 31), #date(2020, 11, 1), #date(2020, 11, 2)}",
      },
    ],
    call: series,
  },
  {
    signature: "List.DateTimes(start as datetime, count as number, step as duration) as list",
    summary: "So many datetimes, each a step after the one before.",
    examples: [
      {
        usage: "List.DateTimes(#datetime(2020, 10, 31, 23, 0, 0), 2, #duration(0, 1, 0, 0))",
        output: "{#datetime(2020, 10, 31, 23, 0, 0), #datetime(2020, 11, 1, 0, 0, 0)}",
      },
    ],
    call: series,
  },
  {
    signature: "List.DateTimeZones(start as datetimezone, count as number, step as duration) as list",
    summary: "So many datetimezones of one offset, each a step after the one before.",
    examples: [
      {
        usage: "List.DateTimeZones(#datetimezone(2020, 11, 1, 0, 0, 0, -4, 0), 2, #duration(0, 0, 30, 0))",
        output: "{#datetimezone(2020, 11, 1, 0, 0, 0, -4, 0), #datetimezone(2020, 11, 1, 0, 30, 0, -4, 0)}",
      },
    ],
    call: series,
  },
  {
    signature: "List.Durations(start as duration, count as number, step as duration) as list",
    summary: "So many durations, each a step longer than the one before.",
    examples: [
      {
        usage: "List.Durations(#duration(0, 1, 0, 0), 2, #duration(0, 0, 30, 0))",
        output: "{#duration(0, 1, 0, 0), #duration(0, 1, 30, 0)}",
      },
    ],
    call: series,
  },
  {
    signature:
      "List.Generate(initial as function, condition as function, next as function, optional selector as nullable function) as list",
    summary:
      "The values that `initial` and then `next` give, as long as the condition holds, each passed through the selector; made only as far as the list is read.",
    examples: [
      { usage: "List.Generate(() => 10, each _ > 0, each _ - 4)", output: "{10, 6, 2}" },
      {
        usage: "List.Generate(() => [page = 1], each [page] <= 3, each [page = [page] + 1], each [page])",
        output: "{1, 2, 3}",
      },
      { usage: "List.FirstN(List.Generate(() => 1, each true, each _ * 2), 4)", output: "{1, 2, 4, 8}" },
    ],
    call: (initial: FunctionValue, condition: FunctionValue, next: FunctionValue, selector: FunctionValue | null) =>
      ListValue.stream(() => generated(initial, condition, next, selector)),
  },
  {
    signature: "List.Numbers(start as number, count as number, optional increment as nullable number) as list",
    summary: "So many numbers, each 1, or an increment, above the one before.",
    examples: [
      { usage: "List.Numbers(1, 4)", output: "{1, 2, 3, 4}" },
      { usage: "List.Numbers(10, 3, -5)", output: "{10, 5, 0}" },
    ],
    call: (start: number, count: number, increment: number | null) => {
      readCount(count, "count");
      const step = increment ?? 1;
      return ListValue.stream(function* () {
        for (let index = 0; index < count; index++) yield start + index * step;
      });
    },
  },
  {
    signature: "List.Random(count as number, optional seed as nullable number) as list",
    summary: "So many random numbers from 0 up to, not including, 1; the same for the same seed.",
    examples: [
      { usage: "List.Count(List.Random(3))", output: "3" },
      { usage: "List.Random(2, 2)", output: "{0.77109389834622566, 0.4041625947710884}" },
    ],
    call: (count: number, seed: number | null) => {
      const next = seed === null ? Math.random : seededRandom(seed);
      return ListValue.of(Array.from({ length: readCount(count, "count") }, next));
    },
  },
  {
    signature: "List.Times(start as time, count as number, step as duration) as list",
    summary: "So many times of day, each a step after the one before.",
    examples: [
      { usage: "List.Times(#time(12, 0, 0), 2, #duration(0, 1, 0, 0))", output: "{#time(12, 0, 0), #time(13, 0, 0)}" },
    ],
    call: series,
  },
];

function series(start: Value, count: number, step: DurationValue): ListValue {
  readCount(count, "count");
  return ListValue.stream(function* () {
    if (count > 0) yield start;
    for (let index = 1; index < count; index++) yield operators["+"](start, operators["*"](step, index));
  });
}

function* generated(
  initial: FunctionValue,
  condition: FunctionValue,
  next: FunctionValue,
  selector: FunctionValue | null,
): Iterable<Cell> {
  for (let value = initial.invoke([]); holds(condition, value); value = next.invoke([value])) {
    const state = value;
    yield selector === null ? state : new Thunk(() => selector.invoke([state]));
  }
}
