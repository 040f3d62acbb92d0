import { formatDateTimeZone, parseDateTimeZone } from "../format/index.ts";
import { primitiveTypes } from "../types/type-value.ts";
import { outsideRange } from "../values/errors.ts";
import { RecordValue } from "../values/record.ts";
import { addTicks, DateTimeValue, DateTimeZoneValue, ticksPerMinute } from "../values/temporal.ts";
import type { Value } from "../values/value.ts";
import { checkDay, readDay } from "./date/calendar.ts";
import {
  dateTimeFields,
  fixedUtcNow,
  fromFileTime,
  localClock,
  readOffset,
  readTicks,
  toLocal,
  utcNow,
} from "./date/clock.ts";
import { dateTimeZoneFrom } from "./date/convert.ts";
import { readFormatting, readParsing } from "./date/text-options.ts";
import type { Group } from "./declaration.ts";

/** The datetimezone functions. "Local" is the host's zone; the `Fixed…` ones give one instant in an evaluation. */
export const datetimezone: Group = {
  name: "DateTimeZone functions",
  constants: [
    { name: "DateTimeZone.Type", value: primitiveTypes.datetimezone, summary: "The type of all datetimezones." },
  ],
  functions: [
    {
      signature: "DateTimeZone.FixedLocalNow() as datetimezone",
      summary: "The present instant on the local clock, the same throughout an evaluation.",
      examples: [{ usage: "DateTimeZone.FixedLocalNow() = DateTimeZone.FixedUtcNow()", output: "true" }],
      bind: (evaluation) => () => toLocal(fixedUtcNow(evaluation), evaluation),
    },
    {
      signature: "DateTimeZone.FixedUtcNow() as datetimezone",
      summary: "The present instant in UTC, the same throughout an evaluation.",
      examples: [{ usage: "DateTimeZone.ZoneHours(DateTimeZone.FixedUtcNow())", output: "0" }],
      bind: (evaluation) => () => fixedUtcNow(evaluation),
    },
    {
      signature: "DateTimeZone.From(value as any, optional culture as nullable text) as nullable datetimezone",
      summary:
        "A datetimezone from a text, or from a date, time, datetime or number of days since 1899-12-30 on the local clock.",
      examples: [
        {
          usage: 'DateTimeZone.From("2020-11-01T01:30:00-04:00")',
          output: "#datetimezone(2020, 11, 1, 1, 30, 0, -4, 0)",
        },
        {
          usage: "DateTimeZone.RemoveZone(DateTimeZone.From(#date(2020, 11, 1)))",
          output: "#datetime(2020, 11, 1, 0, 0, 0)",
        },
      ],
      bind: (evaluation) => (value: Value, culture: string | null) =>
        dateTimeZoneFrom(value, culture ?? evaluation.host.culture, evaluation),
    },
    {
      signature: "DateTimeZone.FromFileTime(fileTime as nullable number) as nullable datetimezone",
      summary: "The instant of a Windows file time, ticks of 100 ns since 1601 in UTC, on the local clock.",
      difference: "Numbers have 53 bits, so that file times of these years come in steps of 1.6 µs.",
      examples: [
        {
          usage: "DateTimeZone.ToUtc(DateTimeZone.FromFileTime(132489216000000000))",
          output: "#datetimezone(2020, 11, 4, 0, 0, 0, 0, 0)",
        },
      ],
      bind: (evaluation) => (fileTime: number | null) =>
        fileTime === null ? null : toLocal(fromFileTime(fileTime), evaluation),
    },
    {
      signature: "DateTimeZone.FromText(text as nullable text, optional options as any) as nullable datetimezone",
      summary:
        "The instant that a text says, in a format and a culture, or as ISO 8601 or the culture writes it; without an offset it is read on the local clock.",
      examples: [
        {
          usage: 'DateTimeZone.FromText("2020-11-01T01:30:00Z")',
          output: "#datetimezone(2020, 11, 1, 1, 30, 0, 0, 0)",
        },
        {
          usage: 'DateTimeZone.FromText("2020-11-01T01:30:00.125-04:00")',
          output: "#datetimezone(2020, 11, 1, 1, 30, 0.125, -4, 0)",
        },
      ],
      bind: (evaluation) => (text: string | null, options: Value) => {
        const { format, culture } = readParsing(options, evaluation, "DateTimeZone.FromText");
        return text === null ? null : parseDateTimeZone(text, format, culture, localClock(evaluation));
      },
    },
    {
      signature: "DateTimeZone.LocalNow() as datetimezone",
      summary: "The present instant on the local clock.",
      examples: [{ usage: "DateTimeZone.LocalNow() >= DateTimeZone.FixedUtcNow()", output: "true" }],
      bind: (evaluation) => () => toLocal(utcNow(evaluation), evaluation),
    },
    {
      signature: "DateTimeZone.RemoveZone(dateTimeZone as nullable datetimezone) as nullable datetime",
      summary: "The reading of its own clock, without the offset.",
      examples: [
        {
          usage: "DateTimeZone.RemoveZone(#datetimezone(2020, 11, 1, 1, 30, 0, -4, 0))",
          output: "#datetime(2020, 11, 1, 1, 30, 0)",
        },
      ],
      call: (value: DateTimeZoneValue | null) => value?.local ?? null,
    },
    {
      signature:
        "DateTimeZone.SwitchZone(dateTimeZone as nullable datetimezone, timezoneHours as number, optional timezoneMinutes as nullable number) as nullable datetimezone",
      summary: "The same instant on a clock with another offset from UTC.",
      examples: [
        {
          usage: "DateTimeZone.SwitchZone(#datetimezone(2020, 11, 1, 1, 30, 0, -4, 0), 5, 30)",
          output: "#datetimezone(2020, 11, 1, 11, 0, 0, 5, 30)",
        },
        { usage: "DateTimeZone.SwitchZone(null, 1)", output: "null" },
      ],
      call: (value: DateTimeZoneValue | null, hours: number, minutes: number | null) => {
        const offset = readOffset(hours, minutes ?? 0);
        return value === null ? null : switchZone(value, offset);
      },
    },
    {
      signature: "DateTimeZone.ToLocal(dateTimeZone as nullable datetimezone) as nullable datetimezone",
      summary: "The same instant on the local clock.",
      examples: [
        {
          usage:
            "DateTimeZone.ToLocal(#datetimezone(2020, 11, 1, 1, 30, 0, -4, 0)) = #datetimezone(2020, 11, 1, 5, 30, 0, 0, 0)",
          output: "true",
        },
      ],
      bind: (evaluation) => (value: DateTimeZoneValue | null) => (value === null ? null : toLocal(value, evaluation)),
    },
    {
      signature: "DateTimeZone.ToRecord(dateTimeZone as datetimezone) as record",
      summary: "The year, month, day, hour, minute, second and offset of a datetimezone.",
      examples: [
        {
          usage: "DateTimeZone.ToRecord(#datetimezone(2020, 11, 1, 6, 5, 2, -4, 0))",
          output:
            "[Year = 2020, Month = 11, Day = 1, Hour = 6, Minute = 5, Second = 2, ZoneHours = -4, ZoneMinutes = 0]",
        },
      ],
      call: (value: DateTimeZoneValue) =>
        RecordValue.from({
          ...dateTimeFields(value.local),
          ZoneHours: zoneHours(value),
          ZoneMinutes: zoneMinutes(value),
        }),
    },
    {
      signature:
        "DateTimeZone.ToText(dateTimeZone as nullable datetimezone, optional options as any, optional culture as nullable text) as nullable text",
      summary: "A datetimezone as text, in a format and a culture, or as the culture writes it.",
      examples: [
        {
          usage: 'DateTimeZone.ToText(#datetimezone(2020, 11, 1, 6, 5, 0, -4, 0), [Format = "yyyy-MM-ddTHH:mm:sszzz"])',
          output: '"2020-11-01T06:05:00-04:00"',
        },
      ],
      bind: (evaluation) => (value: DateTimeZoneValue | null, options: Value, givenCulture: string | null) => {
        const { format, culture } = readFormatting(options, givenCulture, evaluation, "DateTimeZone.ToText");
        return value === null ? null : formatDateTimeZone(value, format, culture);
      },
    },
    {
      signature: "DateTimeZone.ToUtc(dateTimeZone as nullable datetimezone) as nullable datetimezone",
      summary: "The same instant in UTC.",
      examples: [
        {
          usage: "DateTimeZone.RemoveZone(DateTimeZone.ToUtc(#datetimezone(2020, 10, 31, 22, 0, 0, -4, 0)))",
          output: "#datetime(2020, 11, 1, 2, 0, 0)",
        },
      ],
      call: (value: DateTimeZoneValue | null) => (value === null ? null : switchZone(value, 0)),
    },
    {
      signature: "DateTimeZone.UtcNow() as datetimezone",
      summary: "The present instant in UTC.",
      examples: [{ usage: "DateTimeZone.UtcNow() >= DateTimeZone.FixedUtcNow()", output: "true" }],
      bind: (evaluation) => () => utcNow(evaluation),
    },
    {
      signature: "DateTimeZone.ZoneHours(dateTimeZone as nullable datetimezone) as nullable number",
      summary: "The whole hours of the offset.",
      examples: [{ usage: "DateTimeZone.ZoneHours(#datetimezone(2020, 11, 1, 0, 0, 0, -4, -30))", output: "-4" }],
      call: (value: DateTimeZoneValue | null) => (value === null ? null : zoneHours(value)),
    },
    {
      signature: "DateTimeZone.ZoneMinutes(dateTimeZone as nullable datetimezone) as nullable number",
      summary: "The minutes of the offset beyond its whole hours; negative west of UTC.",
      examples: [{ usage: "DateTimeZone.ZoneMinutes(#datetimezone(2020, 11, 1, 0, 0, 0, -4, -30))", output: "-30" }],
      call: (value: DateTimeZoneValue | null) => (value === null ? null : zoneMinutes(value)),
    },
    {
      signature:
        "#datetimezone(year as number, month as number, day as number, hour as number, minute as number, second as number, offsetHours as number, offsetMinutes as number) as datetimezone",
      summary: "A date with a time and an offset from UTC of up to 14 hours.",
      examples: [
        {
          usage: "#datetimezone(2020, 11, 1, 0, 0, 0, -4, 0) = #datetimezone(2020, 11, 1, 4, 0, 0, 0, 0)",
          output: "true",
        },
        {
          usage: "#datetimezone(2020, 11, 1, 0, 0, 0, 15, 0)",
          output: `error "The DateTimeZone operation failed because the resulting value falls outside the range of allowed values."`,
        },
      ],
      call: createDateTimeZone,
    },
  ],
};

function createDateTimeZone(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  offsetHours: number,
  offsetMinutes: number,
): DateTimeZoneValue {
  const local = new DateTimeValue(
    readDay(year, month, day, "DateTimeZone"),
    readTicks(hour, minute, second, "DateTimeZone"),
  );
  // The specification bounds the minutes apart from the whole offset.
  if (Math.abs(offsetMinutes) > 59) throw outsideRange("DateTimeZone");
  return new DateTimeZoneValue(local, readOffset(offsetHours, offsetMinutes));
}

function switchZone(value: DateTimeZoneValue, offsetMinutes: number): DateTimeZoneValue {
  const local = addTicks(value.utc, 0, offsetMinutes * ticksPerMinute);
  checkDay(local.days, "DateTimeZone");
  return new DateTimeZoneValue(local, offsetMinutes);
}

function zoneHours(value: DateTimeZoneValue): number {
  return Math.trunc(value.offsetMinutes / 60) + 0;
}

function zoneMinutes(value: DateTimeZoneValue): number {
  return (value.offsetMinutes % 60) + 0;
}
