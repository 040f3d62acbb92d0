import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Column, ColumnKind } from "../../../emulator/catalogue/index.ts";
import { writeCsv, writeJson, type Row } from "../../../emulator/http/cells.ts";
import { zoneClock } from "../../../zones/index.ts";

const clock = zoneClock("Asia/Kolkata");
const at = Date.parse("2020-11-01T04:00:00.007Z");

const column = (kind: ColumnKind, name: string = kind): Column => ({
  name,
  kind,
  nullable: true,
  additivity: "none",
  description: "",
});

const json = (columns: readonly Column[], rows: readonly Row[]) => [...writeJson(columns, rows, clock)].join("");
const csv = (columns: readonly Column[], rows: readonly Row[]) => [...writeCsv(columns, rows, clock)].join("");

describe("a cell", () => {
  it.each<[ColumnKind, Row[string], string, string]>([
    ["text", 'a "b", c', String.raw`"a \"b\", c"`, '"a ""b"", c"'],
    ["text", "two\r\nlines", String.raw`"two\r\nlines"`, '"two\r\nlines"'],
    ["text", " é🙂 ", '" é🙂 "', " é🙂 "],
    ["text", "", '""', ""],
    [
      "guid",
      "b5c38d85-a042-4cef-8418-eb06752e346b",
      '"b5c38d85-a042-4cef-8418-eb06752e346b"',
      "b5c38d85-a042-4cef-8418-eb06752e346b",
    ],
    ["integer", 12, "12", "12"],
    ["decimal", 0.125, "0.125", "0.125"],
    ["seconds", 30.001, "30.001", "30.001"],
    ["ratio", 0.333333, "0.333333", "0.333333"],
    ["logical", true, "true", "true"],
    ["instant", at, '"2020-11-01T09:30:00.007+05:30"', "2020-11-01T09:30:00.007+05:30"],
    ["date", "2020-11-01", '"2020-11-01"', "2020-11-01"],
    ["instant", null, "null", ""],
    ["seconds", 0, "0", "0"],
  ])("of kind %s with %j is %s in JSON and %s in CSV", (kind, cell, inJson, inCsv) => {
    const row = { [kind]: cell };
    expect(json([column(kind)], [row])).toBe(`[\n{"${kind}":${inJson}}\n]\n`);
    expect(csv([column(kind)], [row])).toBe(`${kind}\r\n${inCsv}\r\n`);
  });
});

it("no rows are an empty array, and a header alone", () => {
  expect(json([column("text")], [])).toBe("[]\n");
  expect(csv([column("text"), column("date")], [])).toBe("text,date\r\n");
});

it("any text comes back from both as it was", () => {
  const columns = ["a", "b", "c"].map((name) => column("text", name));
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(",", '"', "\r", "\n", " ", "'", ";", "\t", "\\"),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    ),
  });
  fc.assert(
    fc.property(fc.array(fc.record({ a: text, b: text, c: text })), (rows) => {
      expect(JSON.parse(json(columns, rows))).toEqual(rows);
      expect(parse(csv(columns, rows), { columns: true, record_delimiter: "\r\n" })).toEqual(rows);
    }),
  );
});
