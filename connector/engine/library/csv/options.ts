import { cannotConvert } from "../../types/convert.ts";
import { anyType, primitiveTypes, TypeValue } from "../../types/type-value.ts";
import { argumentOutOfRange, expressionError } from "../../values/errors.ts";
import { ListValue } from "../../values/list.ts";
import { RecordValue } from "../../values/record.ts";
import { kindOf, plain, read, type Kind, type Plain, type Value } from "../../values/value.ts";
import { checkOptions, readMember, readOption, readText } from "../list/arguments.ts";
import { rangesOfPositions, readPlaces } from "../splitter/places.ts";
import type { RowStyle } from "./row-reader.ts";

/** What `Csv.Document` is told: how text is read and which columns it becomes. */
export type CsvOptions = {
  readonly style: RowStyle;
  readonly encoding: number | null;
  /** How many columns, their names, or a table type that has them; undefined when the text says. */
  readonly columns: number | readonly string[] | TypeValue | undefined;
  /** What becomes of values beyond the last column (`ExtraValues.Type`). */
  readonly extraValues: "list" | "error" | "ignore";
};

const optionNames = [
  "Delimiter",
  "Columns",
  "Encoding",
  "CsvStyle",
  "QuoteStyle",
  "IncludeByteOrderMark",
  "ExtraValues",
] as const;

/**
 * Reads the arguments of `Csv.Document`, of which the second may be a record of options.
 *
 * @throws EvaluationError for an unknown option, one of the wrong kind, or options beside other arguments.
 */
export function readCsvOptions(
  columns: Plain,
  delimiter: Value,
  extraValues: number | null,
  encoding: number | null,
): CsvOptions {
  if (!(columns instanceof RecordValue)) {
    return {
      style: { delimiter: readDelimiter(delimiter), quotes: "afterDelimiter", lineBreaks: "unquoted" },
      encoding,
      columns: readColumns(columns),
      extraValues: readExtraValues(extraValues),
    };
  }
  if (plain(delimiter) !== null || extraValues !== null || encoding !== null) {
    throw expressionError("Csv.Document takes an options record or further arguments, not both.");
  }
  checkOptions(columns, optionNames, "Csv.Document");
  const member = (name: string): number => readMember(readKind(columns, name, "number"), [0, 1], name, 0);
  const quoteStyle = readMember(readKind(columns, "QuoteStyle", "number"), [0, 1], "QuoteStyle", 1);
  // Only what writes CSV has a use for the byte order mark, as its documentation says; it is checked all the same.
  readKind(columns, "IncludeByteOrderMark", "logical");
  return {
    style: {
      delimiter: readDelimiter(readOption(columns, "Delimiter")),
      quotes: member("CsvStyle") === 1 ? "always" : "afterDelimiter",
      lineBreaks: quoteStyle === 1 ? "unquoted" : "all",
    },
    encoding: readKind(columns, "Encoding", "number") as number | null,
    columns: readColumns(readOption(columns, "Columns")),
    extraValues: readExtraValues(readKind(columns, "ExtraValues", "number")),
  };
}

function readKind(options: RecordValue, name: string, kind: Kind): Plain {
  const value = readOption(options, name);
  if (value !== null && kindOf(value) !== kind) throw cannotConvert(value, primitiveTypes[kind]);
  return value;
}

function readDelimiter(delimiter: Value): RowStyle["delimiter"] {
  const bare = plain(delimiter);
  if (bare === null) return [","];
  if (typeof bare === "string") return bare === "" ? "whiteSpace" : [bare];
  if (!(bare instanceof ListValue)) throw cannotConvert(delimiter, primitiveTypes.text);
  const [first] = bare.cells();
  // Power Query writes so for a file of fixed width: where each column begins.
  if (first !== undefined && typeof read(first) === "number") {
    return { ranges: rangesOfPositions(readPlaces(bare, "delimiter")) };
  }
  return Array.from(bare.cells(), readText);
}

function readColumns(columns: Plain): CsvOptions["columns"] {
  if (columns === null) return undefined;
  if (typeof columns === "number") {
    if (!Number.isInteger(columns) || columns < 0) throw argumentOutOfRange("columns", columns);
    return columns;
  }
  if (columns instanceof ListValue) return Array.from(columns.cells(), readText);
  if (columns instanceof TypeValue && columns.of === "table") {
    return columns.row?.fields ? columns : undefined;
  }
  throw cannotConvert(columns, anyType);
}

function readExtraValues(value: Plain): CsvOptions["extraValues"] {
  return (["list", "error", "ignore"] as const)[readMember(value, [0, 1, 2], "extraValues", 2)];
}
