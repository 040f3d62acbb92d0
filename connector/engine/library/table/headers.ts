import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { EvaluationError } from "../../values/errors.ts";
import { FunctionValue } from "../../values/function.ts";
import type { RecordValue } from "../../values/record.ts";
import type { TableValue } from "../../values/table.ts";
import { plain, read, type Plain } from "../../values/value.ts";
import type { Cell } from "../../values/cell.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import type { Evaluation } from "../evaluation.ts";
import { checkOptions, readCount, readOption } from "../list/arguments.ts";
import { comparerMatcher, MatchCounter } from "../list/equation.ts";
import { sliced } from "../list/lazy.ts";
import { arrangeColumns, columnsOf, tableOf } from "./columns.ts";
import { firstRow } from "./information.ts";
import { libraryFunction } from "./library-function.ts";

/** Those of "Column operations" of Microsoft's table functions that make names out of values or of names. */
export const headers: readonly FunctionDeclaration[] = [
  {
    signature: "Table.PromoteHeaders(table as table, optional options as nullable record) as table",
    summary:
      "The table with its first row as the column names: its texts and numbers, or with `PromoteAllScalars` all scalars.",
    examples: [
      {
        usage: 'Table.PromoteHeaders(#table(2, {{"id", 2020}, {1, "x"}}))',
        output: '#table({"id", "2020"}, {{1, "x"}})',
      },
      {
        usage: 'Table.ColumnNames(Table.PromoteHeaders(#table(2, {{"id", #date(2020, 11, 1)}})))',
        output: '{"id", "Column2"}',
      },
      {
        usage:
          'Table.ColumnNames(Table.PromoteHeaders(#table(1, {{#date(2020, 11, 1)}}), [PromoteAllScalars = true, Culture = "en-US"]))',
        output: '{"11/1/2020"}',
      },
    ],
    bind: (evaluation) => (table: TableValue, options: RecordValue | null) => promote(table, options, evaluation),
  },
  {
    signature:
      "Table.TransformColumnNames(table as table, nameGenerator as function, optional options as nullable record) as table",
    summary: "The table with every column's name passed through a function; names that would clash get a number.",
    examples: [
      {
        usage: 'Table.TransformColumnNames(#table({"id", "tag"}, {{1, 2}}), Text.Upper)',
        output: '#table({"ID", "TAG"}, {{1, 2}})',
      },
      {
        usage:
          'Table.ColumnNames(Table.TransformColumnNames(#table({"ColumnNum", "cOlumnnum"}, {}), Text.Clean, [MaxLength = 6, Comparer = Comparer.OrdinalIgnoreCase]))',
        output: '{"Column", "cOlum1"}',
      },
    ],
    call: transformNames,
  },
];

function promote(table: TableValue, options: RecordValue | null, evaluation: Evaluation): TableValue {
  checkOptions(options, ["PromoteAllScalars", "Culture"], "Table.PromoteHeaders");
  const header = firstRow(table);
  if (!header) return table;
  const promotesAll = readOption(options, "PromoteAllScalars") === true;
  const culture = readOption(options, "Culture");
  const toText = libraryFunction(evaluation, "Text.From");
  const used = new Set<string>();
  const names = header.map((cell, position) => {
    const name = headerText(cell, promotesAll, (value) => plain(toText.invoke([value, culture])));
    return unused(name ?? `Column${position + 1}`, used, (base, count) => `${base}_${count}`);
  });
  const columns = columnsOf(table).map((column, position) => ({ name: names[position]!, type: column.type }));
  return tableOf(columns, () => sliced(table.rows(), 1));
}

const structured = new Set(["list", "record", "table", "function", "type", "binary"]);

function headerText(cell: Cell, promotesAll: boolean, toText: (value: Plain) => Plain): string | undefined {
  const value = read(cell);
  if (typeof value === "string") return value === "" ? undefined : value;
  if (value === null) return undefined;
  if (typeof value !== "number" && !promotesAll) return undefined;
  if (typeof value === "object" && structured.has(value.kind)) return undefined;
  try {
    const text = toText(value);
    return typeof text === "string" ? text : undefined;
  } catch (error) {
    // A value that has no text keeps the column's default name.
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}

/** The name, or its first variant that is not used yet; it is used from now on. */
function unused(name: string, used: Set<string>, variant: (base: string, count: number) => string): string {
  let candidate = name;
  for (let count = 1; used.has(candidate); count++) candidate = variant(name, count);
  used.add(candidate);
  return candidate;
}

function transformNames(table: TableValue, generator: FunctionValue, options: RecordValue | null): TableValue {
  checkOptions(options, ["MaxLength", "Comparer"], "Table.TransformColumnNames");
  const longest = readOption(options, "MaxLength");
  if (longest !== null && typeof longest !== "number") throw cannotConvert(longest, primitiveTypes.number);
  const limit = longest === null ? Infinity : readCount(longest, "MaxLength");
  const comparer = readOption(options, "Comparer");
  if (comparer !== null && !(comparer instanceof FunctionValue)) throw cannotConvert(comparer, primitiveTypes.function);
  const used = new MatchCounter(
    comparer ? comparerMatcher(comparer) : { kind: "hash", hash: (name) => plain(name) as string },
  );
  return arrangeColumns(
    table,
    table.columns.map((column, source) => {
      const made = plain(generator.invoke([column]));
      if (typeof made !== "string") throw cannotConvert(made, primitiveTypes.text);
      const base = made.slice(0, limit);
      let name = base;
      for (let count = 1; used.has(name); count++) name = `${base.slice(0, limit - String(count).length)}${count}`;
      used.add(name);
      return { name, source };
    }),
  );
}
