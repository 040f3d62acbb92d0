import { durationParts, formatDuration, parseDuration, type DurationParts } from "../format/index.ts";
import { cannotConvert } from "../types/convert.ts";
import { primitiveTypes } from "../types/type-value.ts";
import { argumentOutOfRange, expressionError } from "../values/errors.ts";
import { RecordValue } from "../values/record.ts";
import { DurationValue, ticksPerDay, ticksPerHour, ticksPerMinute, ticksPerSecond } from "../values/temporal.ts";
import { plain, type Value } from "../values/value.ts";
import type { Group } from "./declaration.ts";

/** The duration functions. The parts of a negative duration are negative. */
export const duration: Group = {
  name: "Duration functions",
  constants: [{ name: "Duration.Type", value: primitiveTypes.duration, summary: "The type of all durations." }],
  functions: [
    {
      signature: "Duration.Days(duration as nullable duration) as nullable number",
      summary: "The whole days of a duration.",
      examples: [{ usage: "Duration.Days(#duration(5, 4, 3, 2))", output: "5" }],
      call: (value: DurationValue | null) => partOf(value, (parts) => parts.days),
    },
    {
      signature: "Duration.From(value as any) as nullable duration",
      summary: "A duration from a text or a number of days.",
      examples: [
        { usage: "Duration.From(2.525)", output: "#duration(2, 12, 36, 0)" },
        { usage: 'Duration.From("2.05:55:20.5")', output: "#duration(2, 5, 55, 20.5)" },
      ],
      call: (value: Value) => {
        const bare = plain(value);
        if (bare === null || bare instanceof DurationValue) return bare;
        if (typeof bare === "string") return parseDuration(bare);
        if (typeof bare === "number") return createDuration(bare, 0, 0, 0);
        throw cannotConvert(value, primitiveTypes.duration);
      },
    },
    {
      signature: "Duration.FromText(text as nullable text) as nullable duration",
      summary: "The duration that a text says, as `day.hour:minute:second` or in ISO 8601.",
      examples: [{ usage: 'Duration.FromText("2.05:55:20")', output: "#duration(2, 5, 55, 20)" }],
      call: (text: string | null) => (text === null ? null : parseDuration(text)),
    },
    {
      signature: "Duration.Hours(duration as nullable duration) as nullable number",
      summary: "The hours of a duration beyond its whole days.",
      examples: [{ usage: "Duration.Hours(#duration(5, 4, 3, 2))", output: "4" }],
      call: (value: DurationValue | null) => partOf(value, (parts) => parts.hours),
    },
    {
      signature: "Duration.Minutes(duration as nullable duration) as nullable number",
      summary: "The minutes of a duration beyond its whole hours.",
      examples: [{ usage: "Duration.Minutes(#duration(5, 4, 3, 2))", output: "3" }],
      call: (value: DurationValue | null) => partOf(value, (parts) => parts.minutes),
    },
    {
      signature: "Duration.Seconds(duration as nullable duration) as nullable number",
      summary: "The seconds of a duration beyond its whole minutes, with their fraction.",
      examples: [
        { usage: "Duration.Seconds(#duration(5, 4, 3, 2.5))", output: "2.5" },
        { usage: "Duration.Seconds(-#duration(0, 0, 0, 2))", output: "-2" },
      ],
      call: (value: DurationValue | null) => partOf(value, secondsOf),
    },
    {
      signature: "Duration.ToRecord(duration as duration) as record",
      summary: "The days, hours, minutes and seconds of a duration.",
      examples: [
        {
          usage: "Duration.ToRecord(#duration(2, 5, 55, 20))",
          output: "[Days = 2, Hours = 5, Minutes = 55, Seconds = 20]",
        },
      ],
      call: (value: DurationValue) =>
        RecordValue.from({
          Days: partOf(value, (parts) => parts.days),
          Hours: partOf(value, (parts) => parts.hours),
          Minutes: partOf(value, (parts) => parts.minutes),
          Seconds: partOf(value, secondsOf),
        }),
    },
    {
      signature: "Duration.TotalDays(duration as nullable duration) as nullable number",
      summary: "The whole duration in days.",
      examples: [{ usage: "Duration.TotalDays(#duration(5, 12, 0, 0))", output: "5.5" }],
      call: (value: DurationValue | null) => totalOf(value, ticksPerDay),
    },
    {
      signature: "Duration.TotalHours(duration as nullable duration) as nullable number",
      summary: "The whole duration in hours.",
      examples: [
        { usage: "Duration.TotalHours(#duration(1, 1, 30, 0))", output: "25.5" },
        { usage: "Duration.TotalHours(#duration(5, 4, 3, 2))", output: "124.05055555555555" },
      ],
      call: (value: DurationValue | null) => totalOf(value, ticksPerHour),
    },
    {
      signature: "Duration.TotalMinutes(duration as nullable duration) as nullable number",
      summary: "The whole duration in minutes.",
      examples: [{ usage: "Duration.TotalMinutes(#duration(0, 1, 0, 30))", output: "60.5" }],
      call: (value: DurationValue | null) => totalOf(value, ticksPerMinute),
    },
    {
      signature: "Duration.TotalSeconds(duration as nullable duration) as nullable number",
      summary: "The whole duration in seconds.",
      examples: [
        { usage: "Duration.TotalSeconds(#duration(1, 0, 0, 0.5))", output: "86400.5" },
        { usage: "Duration.TotalSeconds(null)", output: "null" },
      ],
      call: (value: DurationValue | null) => totalOf(value, ticksPerSecond),
    },
    {
      signature: "Duration.ToText(duration as nullable duration, optional format as nullable text) as nullable text",
      summary: "A duration as text: `day.hour:minute:second`. A format that is not null is an error.",
      examples: [
        { usage: "Duration.ToText(#duration(2, 5, 55, 20))", output: '"2.05:55:20"' },
        { usage: "Duration.ToText(#duration(0, 0, 0, -1.5))", output: '"-00:00:01.5000000"' },
      ],
      call: (value: DurationValue | null, format: string | null) => {
        if (format !== null) throw expressionError("Duration.ToText takes no format: it has to be null.", format);
        return value === null ? null : formatDuration(value);
      },
    },
    {
      signature: "#duration(days as number, hours as number, minutes as number, seconds as number) as duration",
      summary: "A duration of days, hours, minutes and seconds, each of which may be negative or have a fraction.",
      examples: [
        { usage: "#duration(0, 36, 0, 0)", output: "#duration(1, 12, 0, 0)" },
        { usage: "#duration(0, 0, 0, -1)", output: "-#duration(0, 0, 0, 1)" },
      ],
      call: createDuration,
    },
  ],
};

/** The longest duration has about 10,675,199 days: what 64 bits of ticks hold. */
const mostDays = 2 ** 63 / ticksPerDay;

function createDuration(days: number, hours: number, minutes: number, seconds: number): DurationValue {
  const wholeDays = Math.trunc(days);
  const parts = [
    (days - wholeDays) * ticksPerDay,
    hours * ticksPerHour,
    minutes * ticksPerMinute,
    seconds * ticksPerSecond,
  ];
  const result = new DurationValue(wholeDays, Math.round(parts.reduce((sum, part) => sum + part, 0)));
  if (!(Math.abs(result.totalDays) <= mostDays)) throw argumentOutOfRange("duration", result.totalDays);
  return result;
}

function partOf(value: DurationValue | null, tell: (parts: DurationParts) => number): number | null {
  if (value === null) return null;
  const parts = durationParts(value);
  const part = tell(parts);
  return parts.isNegative && part !== 0 ? -part : part;
}

function secondsOf(parts: DurationParts): number {
  return parts.seconds + parts.ticks / ticksPerSecond;
}

/** Microsoft's examples show, to the last digit, that the ticks are multiplied by the unit's reciprocal. */
function totalOf(value: DurationValue | null, unit: number): number | null {
  return value === null ? null : (value.days * ticksPerDay + value.ticks) * (1 / unit);
}
