import { formatDateTime, parseDateTime } from "../format/index.ts";
import { primitiveTypes } from "../types/type-value.ts";
import { expressionError } from "../values/errors.ts";
import { RecordValue } from "../values/record.ts";
import {
  DateTimeValue,
  DateTimeZoneValue,
  DateValue,
  ticksPerDay,
  ticksPerHour,
  ticksPerMinute,
  ticksPerSecond,
  TimeValue,
} from "../values/temporal.ts";
import { plain, type Value } from "../values/value.ts";
import { dayOf, readDated, readDay } from "./date/calendar.ts";
import {
  currentReading,
  dateTimeFields,
  fixedUtcNow,
  fromFileTime,
  localClock,
  readOffset,
  readTicks,
  toLocal,
  utcNow,
} from "./date/clock.ts";
import { dateTimeFrom } from "./date/convert.ts";
import { readFormatting, readParsing } from "./date/text-options.ts";
import { withinPresent, type Unit } from "./date/within.ts";
import type { Group } from "./declaration.ts";

/** The datetime functions. "Local" is the host's zone; the `Fixed…` ones give one instant in an evaluation. */
export const datetime: Group = {
  name: "DateTime functions",
  constants: [{ name: "DateTime.Type", value: primitiveTypes.datetime, summary: "The type of all datetimes." }],
  functions: [
    {
      signature:
        "DateTime.AddZone(dateTime as nullable datetime, timezoneHours as number, optional timezoneMinutes as nullable number) as nullable datetimezone",
      summary: "The datetime as the reading of a clock with an offset from UTC.",
      examples: [
        {
          usage: "DateTime.AddZone(#datetime(2020, 11, 1, 6, 5, 0), -4)",
          output: "#datetimezone(2020, 11, 1, 6, 5, 0, -4, 0)",
        },
        { usage: "DateTime.AddZone(null, 1)", output: "null" },
      ],
      call: (dateTime: DateTimeValue | null, hours: number, minutes: number | null) => {
        const offset = readOffset(hours, minutes ?? 0);
        return dateTime === null ? null : new DateTimeZoneValue(dateTime, offset);
      },
    },
    {
      signature: "DateTime.Date(dateTime as any) as nullable date",
      summary: "The date of a date, datetime or datetimezone, on its own clock.",
      examples: [{ usage: "DateTime.Date(#datetime(2020, 11, 1, 6, 5, 0))", output: "#date(2020, 11, 1)" }],
      call: (dateTime: Value) => {
        const dated = readDated(dateTime);
        return dated ? new DateValue(dayOf(dated)) : null;
      },
    },
    {
      signature: "DateTime.FixedLocalNow() as datetime",
      summary: "The present local date and time, the same throughout an evaluation.",
      examples: [{ usage: "DateTime.FixedLocalNow() = DateTime.FixedLocalNow()", output: "true" }],
      bind: (evaluation) => () => toLocal(fixedUtcNow(evaluation), evaluation).local,
    },
    {
      signature: "DateTime.From(value as any, optional culture as nullable text) as nullable datetime",
      summary:
        "A datetime from a text, a date, a time, a datetimezone on the local clock, or a number of days since 1899-12-30.",
      examples: [
        { usage: "DateTime.From(#date(2020, 11, 1))", output: "#datetime(2020, 11, 1, 0, 0, 0)" },
        { usage: "DateTime.From(44136.25)", output: "#datetime(2020, 11, 1, 6, 0, 0)" },
        { usage: "DateTime.From(#time(6, 45, 12))", output: "#datetime(1899, 12, 30, 6, 45, 12)" },
      ],
      bind: (evaluation) => (value: Value, culture: string | null) =>
        dateTimeFrom(value, culture ?? evaluation.host.culture, evaluation),
    },
    {
      signature: "DateTime.FromFileTime(fileTime as nullable number) as nullable datetime",
      summary: "The local date and time of a Windows file time: ticks of 100 ns since 1601 in UTC.",
      difference: "Numbers have 53 bits, so that file times of these years come in steps of 1.6 µs.",
      examples: [
        {
          usage:
            "DateTime.FromFileTime(132489216000000000) = DateTimeZone.RemoveZone(DateTimeZone.FromFileTime(132489216000000000))",
          output: "true",
        },
      ],
      bind: (evaluation) => (fileTime: number | null) =>
        fileTime === null ? null : toLocal(fromFileTime(fileTime), evaluation).local,
    },
    {
      signature: "DateTime.FromText(text as nullable text, optional options as any) as nullable datetime",
      summary:
        "The date and time that a text says, in a format and a culture, or as ISO 8601 or the culture writes it.",
      examples: [
        { usage: 'DateTime.FromText("2020-11-01T01:30:25")', output: "#datetime(2020, 11, 1, 1, 30, 25)" },
        {
          usage: 'DateTime.FromText("01.11.2020 13:30", [Format = "dd.MM.yyyy HH:mm", Culture = "de-DE"])',
          output: "#datetime(2020, 11, 1, 13, 30, 0)",
        },
      ],
      bind: (evaluation) => (text: string | null, options: Value) => {
        const { format, culture } = readParsing(options, evaluation, "DateTime.FromText");
        return text === null ? null : parseDateTime(text, format, culture, localClock(evaluation));
      },
    },
    ...withinPresent("DateTime", [
      unitOf("Hour", ticksPerHour),
      unitOf("Minute", ticksPerMinute),
      unitOf("Second", ticksPerSecond),
    ]),
    {
      signature: "DateTime.LocalNow() as datetime",
      summary: "The present local date and time.",
      examples: [{ usage: "DateTime.LocalNow() >= DateTime.FixedLocalNow()", output: "true" }],
      bind: (evaluation) => () => toLocal(utcNow(evaluation), evaluation).local,
    },
    {
      signature: "DateTime.Time(dateTime as any) as nullable time",
      summary: "The time of a datetime or datetimezone, on its own clock.",
      examples: [{ usage: "DateTime.Time(#datetime(2020, 11, 1, 6, 5, 0))", output: "#time(6, 5, 0)" }],
      call: (dateTime: Value) => {
        const bare = plain(dateTime);
        if (bare === null) return null;
        if (bare instanceof DateTimeValue) return new TimeValue(bare.ticks);
        if (bare instanceof DateTimeZoneValue) return new TimeValue(bare.local.ticks);
        throw expressionError(
          "The DateTime.Time function expects an input of type DateTime or DateTimeZone.",
          dateTime,
        );
      },
    },
    {
      signature: "DateTime.ToRecord(dateTime as datetime) as record",
      summary: "The year, month, day, hour, minute and second of a datetime.",
      examples: [
        {
          usage: "DateTime.ToRecord(#datetime(2020, 11, 1, 6, 5, 2.5))",
          output: "[Year = 2020, Month = 11, Day = 1, Hour = 6, Minute = 5, Second = 2.5]",
        },
      ],
      call: (dateTime: DateTimeValue) => RecordValue.from(dateTimeFields(dateTime)),
    },
    {
      signature:
        "DateTime.ToText(dateTime as nullable datetime, optional options as any, optional culture as nullable text) as nullable text",
      summary: "A datetime as text, in a format and a culture, or as the culture writes it.",
      examples: [
        {
          usage: 'DateTime.ToText(#datetime(2020, 11, 1, 6, 5, 0), [Format = "yyyy-MM-ddTHH:mm:ss"])',
          output: '"2020-11-01T06:05:00"',
        },
      ],
      bind: (evaluation) => (dateTime: DateTimeValue | null, options: Value, givenCulture: string | null) => {
        const { format, culture } = readFormatting(options, givenCulture, evaluation, "DateTime.ToText");
        return dateTime === null ? null : formatDateTime(dateTime, format, culture);
      },
    },
    {
      signature:
        "#datetime(year as number, month as number, day as number, hour as number, minute as number, second as number) as datetime",
      summary: "A date with a time; the seconds may have a fraction.",
      examples: [
        { usage: "#datetime(2020, 11, 1, 6, 0, 0)", output: "#date(2020, 11, 1) & #time(6, 0, 0)" },
        {
          usage: "#datetime(2020, 11, 1, 24, 0, 0)",
          output: `error "The DateTime operation failed because the resulting value falls outside the range of allowed values."`,
        },
      ],
      call: (year: number, month: number, day: number, hour: number, minute: number, second: number) =>
        new DateTimeValue(readDay(year, month, day, "DateTime"), readTicks(hour, minute, second, "DateTime")),
    },
  ],
};

function unitOf(name: string, ticks: number): Unit {
  return {
    name,
    test: (reading, evaluation, first, end) => {
      const now = currentReading(evaluation);
      const present = now.ticks - (now.ticks % ticks);
      const distance = (reading.days - now.days) * ticksPerDay + reading.ticks - present;
      return distance >= first * ticks && distance < end * ticks;
    },
  };
}
