import { describe, expect, it } from "vitest";
import {
  printIdentifier,
  printNamedType,
  printType,
  printValue,
  toJson,
  writeJson,
} from "../../../../connector/engine/format/index.ts";
import {
  anyType,
  listTypeOf,
  nullableOf,
  primitiveTypes,
  recordTypeOf,
  tableTypeOf,
  TypeValue,
} from "../../../../connector/engine/types/type-value.ts";
import { BinaryValue } from "../../../../connector/engine/values/binary.ts";
import { Thunk } from "../../../../connector/engine/values/cell.ts";
import { expressionError } from "../../../../connector/engine/values/errors.ts";
import { FunctionValue } from "../../../../connector/engine/values/function.ts";
import { ListValue } from "../../../../connector/engine/values/list.ts";
import { RecordValue } from "../../../../connector/engine/values/record.ts";
import { TableValue } from "../../../../connector/engine/values/table.ts";
import {
  DateTimeValue,
  DateTimeZoneValue,
  DateValue,
  daysOf,
  DurationValue,
  TimeValue,
} from "../../../../connector/engine/values/temporal.ts";
import type { Value } from "../../../../connector/engine/values/value.ts";

const { number, text, any } = primitiveTypes;
const int64 = new TypeValue("number", { name: "Int64.Type" });
const noon = new DateTimeValue(daysOf(2020, 11, 1), 12 * 36e9);
const failing = new Thunk(() => {
  throw expressionError('it "broke"');
});
const table = TableValue.from({
  columns: ["a", "b c"],
  types: [int64, nullableOf(text)],
  rows: [
    [1, null],
    [2, failing],
  ],
});

describe("printValue", () => {
  it.each<[Value, string]>([
    [null, "null"],
    [true, "true"],
    [1.5, "1.5"],
    [1e21, "1E+21"],
    [NaN, "#nan"],
    [Infinity, "#infinity"],
    [-Infinity, "-#infinity"],
    ['say "hi"\r\n\t#(x)\u0000', '"say ""hi""#(cr)#(lf)#(tab)#(#)(x)#(0000)"'],
    [new DateValue(daysOf(2020, 11, 1)), "#date(2020, 11, 1)"],
    [new TimeValue(5_000_000), "#time(0, 0, 0.5)"],
    [noon, "#datetime(2020, 11, 1, 12, 0, 0)"],
    [new DateTimeZoneValue(noon, -30), "#datetimezone(2020, 11, 1, 12, 0, 0, 0, -30)"],
    [new DurationValue(0, 1e7), "#duration(0, 0, 0, 1)"],
    [new DurationValue(0, -1e7), "#duration(0, 0, 0, -1)"],
    [new BinaryValue(new Uint8Array([1, 2])), "#binary({1, 2})"],
    [ListValue.of([1, "a", ListValue.of([])]), '{1, "a", {}}'],
    [RecordValue.from({ a: 1, "a b": 2, each: 3 }), '[a = 1, #"a b" = 2, #"each" = 3]'],
    [table, '#table(type table [a = Int64.Type, #"b c" = nullable text], {{1, null}, {2, error "it ""broke"""}})'],
    [TableValue.from({ columns: ["a"], rows: [[1]] }), '#table({"a"}, {{1}})'],
    [FunctionValue.native(1, () => null), "function (arg1 as any) as any"],
  ])("prints %# as %s", (value, printed) => {
    expect(printValue(value)).toBe(printed);
  });

  it("leaves out what lies beyond its limits, even of an endless list", () => {
    const endless = ListValue.stream(function* () {
      for (let item = 0; ; item++) yield item;
    });
    const nested = ListValue.of([ListValue.of([ListValue.of([1])])]);
    expect(printValue(endless, { items: 3 })).toBe("{0, 1, 2, …}");
    expect(printValue(table, { items: 1 })).toContain("{{1, null}, …}");
    expect(printValue(nested, { depth: 2 })).toBe("{{…}}");
  });
});

describe("printType", () => {
  it.each<[TypeValue, string]>([
    [any, "type any"],
    [nullableOf(number), "type nullable number"],
    [int64, "Int64.Type"],
    [nullableOf(int64), "type nullable number"],
    [listTypeOf(nullableOf(text)), "type {nullable text}"],
    [
      recordTypeOf(
        [
          { name: "a", type: number, optional: false },
          { name: "b c", type: any, optional: true },
        ],
        true,
      ),
      'type [a = number, optional #"b c" = any, ...]',
    ],
    [tableTypeOf(recordTypeOf([{ name: "a", type: int64, optional: false }], false)), "type table [a = Int64.Type]"],
    [primitiveTypes.table, "type table"],
    [
      new TypeValue("function", {
        parameters: [
          { name: "x", type: number },
          { name: "y", type: nullableOf(text) },
        ],
        required: 1,
        result: anyType,
      }),
      "type function (x as number, optional y as nullable text) as any",
    ],
  ])("prints %# as %s", (type, printed) => {
    expect(printType(type)).toBe(printed);
  });

  it("keeps the name of a nullable type where a host asks for it", () => {
    expect(printNamedType(nullableOf(int64))).toBe("type nullable Int64.Type");
  });
});

describe("printIdentifier", () => {
  it.each([
    ["a", "a"],
    ["Text.Length", "Text.Length"],
    ["größe_1", "größe_1"],
    ["1a", '#"1a"'],
    ["a b", '#"a b"'],
    ["", '#""'],
    ["let", '#"let"'],
    ['q"', '#"q"""'],
  ])("writes %j as %s", (name, printed) => {
    expect(printIdentifier(name)).toBe(printed);
  });
});

describe("writeJson and toJson", () => {
  const value = RecordValue.from({
    a: ListValue.of([1, true, "3", null]),
    "2": new DateValue(daysOf(2012, 3, 25)),
    "1": NaN,
    t: TableValue.from({ columns: ["x"], rows: [[new DateTimeZoneValue(noon, 330)]] }),
    d: new DurationValue(1, 15e6),
    b: new BinaryValue(new Uint8Array([16, 255])),
    s: new TimeValue(36e9 + 1),
  });

  it("write dates as ISO 8601, binaries as base64, tables as arrays of objects", () => {
    const { a, ...rest } = toJson(value) as Record<string, unknown>;
    expect(a).toEqual([1, true, "3", null]);
    expect(rest).toEqual({
      "1": null,
      "2": "2012-03-25",
      t: [{ x: "2020-11-01T12:00:00+05:30" }],
      d: "P1DT1.5S",
      b: "EP8=",
      s: "01:00:00.0000001",
    });
  });

  it("keeps the order of fields in text", () => {
    expect(writeJson(RecordValue.from({ b: 1, a: 2 }))).toBe('{"b":1,"a":2}');
    expect(
      writeJson(
        RecordValue.fromEntries([
          ["b", 1],
          ["1", 2],
          ["__proto__", 3],
        ]),
      ),
    ).toBe('{"b":1,"1":2,"__proto__":3}');
  });

  it.each<[string, Value]>([
    ["function", FunctionValue.native(0, () => null)],
    ["type", any],
  ])("refuses a %s", (kind, refused) => {
    expect(() => writeJson(refused)).toThrow(`We cannot represent a ${kind} value as JSON.`);
  });
});
