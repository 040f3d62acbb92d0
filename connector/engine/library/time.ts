import { formatTime, parseTime } from "../format/index.ts";
import { primitiveTypes } from "../types/type-value.ts";
import { argumentOutOfRange, expressionError } from "../values/errors.ts";
import { RecordValue } from "../values/record.ts";
import { DateTimeValue, DateTimeZoneValue, ticksPerDay, ticksPerHour, TimeValue } from "../values/temporal.ts";
import { plain, type Value } from "../values/value.ts";
import { movedTo } from "./date/calendar.ts";
import { clockParts, readTicks } from "./date/clock.ts";
import { timeFrom } from "./date/convert.ts";
import { readFormatting, readParsing } from "./date/text-options.ts";
import type { Group } from "./declaration.ts";

/** The time functions. */
export const time: Group = {
  name: "Time functions",
  constants: [{ name: "Time.Type", value: primitiveTypes.time, summary: "The type of all times." }],
  functions: [
    {
      signature: "Time.EndOfHour(dateTime as any) as any",
      summary: "The last instant of the hour; kind, day and zone stay.",
      examples: [{ usage: "Time.EndOfHour(#time(17, 5, 0))", output: "#time(17, 59, 59.9999999)" }],
      call: (value: Value) => inHour(value, (ticks) => ticks - (ticks % ticksPerHour) + ticksPerHour - 1),
    },
    {
      signature: "Time.From(value as any, optional culture as nullable text) as nullable time",
      summary: "A time from a text, a time, a datetime, a datetimezone on the local clock, or a fraction of a day.",
      examples: [
        { usage: "Time.From(0.75)", output: "#time(18, 0, 0)" },
        { usage: "Time.From(#datetime(2020, 11, 1, 6, 45, 12))", output: "#time(6, 45, 12)" },
        { usage: "Time.From(1)", output: `error "The 'value' argument is out of range."` },
      ],
      bind: (evaluation) => (value: Value, culture: string | null) =>
        timeFrom(value, culture ?? evaluation.host.culture, evaluation),
    },
    {
      signature: "Time.FromText(text as nullable text, optional options as any) as nullable time",
      summary: "The time that a text says, in a format and a culture, or as ISO 8601 or the culture writes it.",
      examples: [
        { usage: 'Time.FromText("10:12:31")', output: "#time(10, 12, 31)" },
        { usage: 'Time.FromText("14-05", [Format = "HH-mm"])', output: "#time(14, 5, 0)" },
      ],
      bind: (evaluation) => (text: string | null, options: Value) => {
        const { format, culture } = readParsing(options, evaluation, "Time.FromText");
        return text === null ? null : parseTime(text, format, culture);
      },
    },
    {
      signature: "Time.Hour(dateTime as any) as nullable number",
      summary: "The hour of a time, datetime or datetimezone.",
      examples: [{ usage: "Time.Hour(#datetime(2020, 11, 1, 9, 15, 36))", output: "9" }],
      call: (value: Value) => partOf(value, "hour"),
    },
    {
      signature: "Time.Minute(dateTime as any) as nullable number",
      summary: "The minute of a time, datetime or datetimezone.",
      examples: [{ usage: "Time.Minute(#time(9, 15, 36))", output: "15" }],
      call: (value: Value) => partOf(value, "minute"),
    },
    {
      signature: "Time.Second(dateTime as any) as nullable number",
      summary: "The second of a time, datetime or datetimezone, with its fraction.",
      examples: [
        { usage: "Time.Second(#time(9, 15, 36.5))", output: "36.5" },
        { usage: "Time.Second(null)", output: "null" },
      ],
      call: (value: Value) => partOf(value, "second"),
    },
    {
      signature: "Time.StartOfHour(dateTime as any) as any",
      summary: "The first instant of the hour; kind, day and zone stay.",
      examples: [
        {
          usage: "Time.StartOfHour(#datetime(2020, 11, 1, 8, 10, 32))",
          output: "#datetime(2020, 11, 1, 8, 0, 0)",
        },
      ],
      call: (value: Value) => inHour(value, (ticks) => ticks - (ticks % ticksPerHour)),
    },
    {
      signature: "Time.ToRecord(time as time) as record",
      summary: "The hour, minute and second of a time.",
      examples: [{ usage: "Time.ToRecord(#time(11, 56, 2))", output: "[Hour = 11, Minute = 56, Second = 2]" }],
      call: (value: TimeValue) => {
        const { hour, minute, second } = clockParts(value.ticks);
        return RecordValue.from({ Hour: hour, Minute: minute, Second: second });
      },
    },
    {
      signature:
        "Time.ToText(time as nullable time, optional options as any, optional culture as nullable text) as nullable text",
      summary: "A time as text, in a format and a culture, or as the culture writes it.",
      examples: [{ usage: 'Time.ToText(#time(1, 30, 25), [Format = "HH:mm"])', output: '"01:30"' }],
      bind: (evaluation) => (value: TimeValue | null, options: Value, givenCulture: string | null) => {
        const { format, culture } = readFormatting(options, givenCulture, evaluation, "Time.ToText");
        return value === null ? null : formatTime(value, format, culture);
      },
    },
    {
      signature: "#time(hour as number, minute as number, second as number) as time",
      summary: "A time of day; the seconds may have a fraction, and 24:00:00 is one.",
      examples: [
        { usage: "#time(6, 0, 0)", output: "Time.From(0.25)" },
        {
          usage: "#time(24, 0, 1)",
          output: `error "The Time operation failed because the resulting value falls outside the range of allowed values."`,
        },
      ],
      call: (hour: number, minute: number, second: number) =>
        new TimeValue(
          hour === 24 && minute === 0 && second === 0 ? ticksPerDay : readTicks(hour, minute, second, "Time"),
        ),
    },
  ],
};

type Timed = TimeValue | DateTimeValue | DateTimeZoneValue;

function readTimed(value: Value): Timed | undefined {
  const bare = plain(value);
  if (bare === null) return undefined;
  if (bare instanceof TimeValue || bare instanceof DateTimeValue || bare instanceof DateTimeZoneValue) return bare;
  // Worded as the date functions' published error, "The Date value must contain the Date component."
  throw expressionError("The Time value must contain the Time component.", value);
}

function partOf(value: Value, part: "hour" | "minute" | "second"): number | null {
  const timed = readTimed(value);
  if (!timed) return null;
  return clockParts(timed instanceof DateTimeZoneValue ? timed.local.ticks : timed.ticks)[part];
}

function inHour(value: Value, change: (ticks: number) => number): Value {
  const timed = readTimed(value);
  if (!timed) return null;
  if (timed instanceof TimeValue) {
    if (timed.ticks === ticksPerDay) throw argumentOutOfRange("dateTime", timed);
    return new TimeValue(change(timed.ticks));
  }
  const { days, ticks } = timed instanceof DateTimeZoneValue ? timed.local : timed;
  return movedTo(timed, days, change(ticks));
}
