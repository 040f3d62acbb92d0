import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printValue } from "../../../../connector/engine/format/index.ts";
import { csv } from "../../../../connector/engine/library/csv/index.ts";
import { primitiveTypes, recordTypeOf, tableTypeOf } from "../../../../connector/engine/types/type-value.ts";
import { BinaryValue } from "../../../../connector/engine/values/binary.ts";
import type { Cell } from "../../../../connector/engine/values/cell.ts";
import { RecordValue } from "../../../../connector/engine/values/record.ts";
import type { TableValue } from "../../../../connector/engine/values/table.ts";
import type { Value } from "../../../../connector/engine/values/value.ts";
import { call, listOf, shownCall } from "./calling.ts";

/** The rows as M, and the columns when they have other names than Column1, Column2 … */
function rowsOf(source: Value, ...args: readonly Value[]): string {
  const shown = shownCall(csv, "Csv.Document", source, ...args);
  return shown.replace(/^#table\(type table \[(?:Column\d+ = text(?:, )?)*\], (.*)\)$/su, "$1").replaceAll("\n", "⏎");
}

const options = (fields: Readonly<Record<string, Cell>>): RecordValue => RecordValue.from(fields);

describe("Csv.Document", () => {
  it.each<[string, string, Value[], string]>([
    ["all line breaks", "a,b\r\nc,d\ne,f\rg,h", [], '{{"a", "b"}, {"c", "d"}, {"e", "f"}, {"g", "h"}}'],
    ["a line break at the end", "a\n", [], '{{"a"}}'],
    ["an empty line", "a,b\n\nc,d", [], '{{"a", "b"}, {"", null}, {"c", "d"}}'],
    ["no text", "", [], "#table({}, {})"],
    ["empty fields", ",\n,", [], '{{"", ""}, {"", ""}}'],
    ["quotes", '"a ""b""",c', [], '{{"a ""b""", "c"}}'],
    ["a quoted line break and delimiter", '"a\nb","c,d"', [], '{{"a#(lf)b", "c,d"}}'],
    ["a quote within a field", 'a"b,c"d', [], '{{"a""b", "c""d"}}'],
    ["text after a closing quote", '"a"b,c', [], '{{"ab", "c"}}'],
    ["a quote that never closes", 'x,"a,b\nc', [], '{{"x", "a,b#(lf)c"}}'],
    [
      "as many columns as the widest row",
      "a\nb,c,d\ne,f",
      [],
      '{{"a", null, null}, {"b", "c", "d"}, {"e", "f", null}}',
    ],
    ["fewer columns than fields", "a,b,c", [2], '{{"a", "b"}}'],
    ["more columns than fields", "a", [2], '{{"a", null}}'],
    ["another delimiter", "a;b", [null, ";"], '{{"a", "b"}}'],
    ["a delimiter of several characters", "a#|#b#c", [null, "#|#"], '{{"a", "b#c"}}'],
    ["several delimiters", "a,b;c", [null, listOf(",", ";")], '{{"a", "b", "c"}}'],
    ["white space as delimiter", "  a \t b \n c", [null, ""], '{{"a", "b"}, {"c", null}}'],
    [
      "columns of fixed width",
      'abcdef\r\n1"3\n\nxyz',
      [3, listOf(0, 2, 4)],
      '{{"ab", "cd", "ef"}, {"1""", "3", ""}, {"", "", ""}, {"xy", "z", ""}}',
    ],
    ["as many columns as there are widths", "abc", [null, listOf(1, 2)], '{{"b", "c"}}'],
    ["places that go back", "abc", [null, listOf(2, 1)], "Expression.Error: The 'positions' argument is out of range."],
    [
      "extra values as an error",
      "a,b,c",
      [2, null, 1],
      "DataFormat.Error: There were more columns in the result than expected.",
    ],
    ["extra values as a list", "a,b,c", [2, null, 0], '{{"a", {"b", "c"}}}'],
    ["quotes everywhere", 'a"b,c"d', [options({ CsvStyle: 1 })], '{{"ab,cd"}}'],
    ["line breaks everywhere", 'x,"a\nb",c', [options({ QuoteStyle: 0 })], '{{"x", "a"}, {"b""", "c"}}'],
    ["options", "a|b|c", [options({ Delimiter: "|", Columns: 2, ExtraValues: 2 })], '{{"a", "b"}}'],
    ["an option for writing only", "a", [options({ IncludeByteOrderMark: true })], '{{"a"}}'],
    [
      "an unknown option",
      "a",
      [options({ Delimeter: ";" })],
      "Expression.Error: 'Delimeter' isn't a valid Csv.Document option. Valid options are: Delimiter, Columns, Encoding, CsvStyle, QuoteStyle, IncludeByteOrderMark, ExtraValues.",
    ],
    [
      "an option of another kind",
      "a",
      [options({ Encoding: "utf-8" })],
      'Expression.Error: We cannot convert the value "utf-8" to type Number.',
    ],
    [
      "options and arguments at once",
      "a",
      [options({}), ";"],
      "Expression.Error: Csv.Document takes an options record or further arguments, not both.",
    ],
  ])("reads %s", (_, source, args, shown) => {
    const result = rowsOf(source, ...args);
    expect(result).toBe(shown);
  });

  it("names columns by a list or a table type, whose types it takes over", () => {
    const type = tableTypeOf(recordTypeOf([{ name: "n", type: primitiveTypes.number, optional: false }], false));
    expect(shownCall(csv, "Csv.Document", "1,2", listOf("x"))).toBe('#table(type table [x = text], {{"1"}})');
    expect(shownCall(csv, "Csv.Document", "1,2", type)).toBe('#table(type table [n = number], {{"1"}})');
  });

  it("reads a binary in its encoding, and only when rows are asked for", () => {
    let reads = 0;
    const binary = new BinaryValue(() => {
      reads++;
      return Uint8Array.from([0xe9, 0x0a]);
    });
    const table = call(csv, "Csv.Document", binary, 1, null, null, 1252) as TableValue;
    expect(reads).toBe(0);
    expect(printValue(table)).toBe('#table(type table [Column1 = text], {{"é"}})');
    expect(reads).toBe(1);
  });

  it("refuses what is neither text nor binary", () => {
    expect(rowsOf(1)).toBe("Expression.Error: We cannot convert the value 1 to type Binary.");
  });

  it("reads back what was written with quotes around every field", () => {
    const field = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", " ", "é") });
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field), { minLength: 1 }), (rows) => {
        const written = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(",")).join("\r\n");
        const table = call(csv, "Csv.Document", written) as TableValue;
        expect(table.toArray()).toEqual(rows);
      }),
    );
  });
});
