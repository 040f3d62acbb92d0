/**
 * The part of Microsoft's group "Accessing data functions" that reads Excel workbooks, of the Open XML kind (.xlsx, .xlsm).
 *
 * | part | holds |
 * | --- | --- |
 * | `package.ts` | the zip: parts and how they refer to one another |
 * | `workbook.ts` | sheets, tables, defined names, shared texts |
 * | `sheet.ts` | cells → values |
 * | `styles.ts` | which cell styles show a date |
 * | `range.ts` | `B2:D9` and the like |
 */
import { cannotConvert } from "../../types/convert.ts";
import { anyType, nullableOf, primitiveTypes, type TypeValue } from "../../types/type-value.ts";
import type { BinaryValue } from "../../values/binary.ts";
import { Thunk, type Cell } from "../../values/cell.ts";
import { expressionError } from "../../values/errors.ts";
import { RecordValue } from "../../values/record.ts";
import { TableValue, type Row } from "../../values/table.ts";
import { DateTimeValue } from "../../values/temporal.ts";
import { plain, type Plain, type Value } from "../../values/value.ts";
import type { Group } from "../declaration.ts";
import { checkOptions, readOption } from "../list/arguments.ts";
import { columnsOf, numberedColumns, tableOf } from "../table/columns.ts";
import { libraryFunction } from "../table/library-function.ts";
import { readWorkbook, type WorkbookItem } from "./workbook.ts";

/** What reads Excel workbooks. */
export const excel: Group = {
  name: "Accessing data functions",
  functions: [
    {
      signature:
        "Excel.Workbook(workbook as binary, optional useHeaders as any, optional delayTypes as nullable logical) as table",
      summary: "The sheets, tables and named ranges of a workbook, each with its cells as a table.",
      examples: [
        {
          usage: 'Excel.Workbook(File.Contents("/data/chats.xlsx"), true){[Item = "Chats", Kind = "Sheet"]}[Data]',
          output: '#table({"Queue", "Chats"}, {{"VPN", 3}})',
          notRun: "it reads a file",
        },
      ],
      difference:
        "Only Open XML workbooks are read. A table's totals row is left out; names that stand for no one range are not listed.",
      bind: (evaluation) => {
        const promote = (table: TableValue): TableValue =>
          libraryFunction(evaluation, "Table.PromoteHeaders").invoke([table, promoteAll]) as TableValue;
        return (workbook: BinaryValue, useHeaders: Value, delayTypes: boolean | null) => {
          const options = readWorkbookOptions(useHeaders, delayTypes);
          const shape = (item: WorkbookItem): TableValue => {
            const data = cellsOf(item, options.infersDimensions);
            const headed = options.usesHeaders && item.columns === undefined ? promote(data) : data;
            return options.delaysTypes ? headed : typed(headed);
          };
          return TableValue.from({
            columns: ["Name", "Data", "Item", "Kind", "Hidden"],
            types: [
              primitiveTypes.text,
              primitiveTypes.table,
              primitiveTypes.text,
              primitiveTypes.text,
              primitiveTypes.logical,
            ],
            keys: [{ columns: ["Item", "Kind"], primary: true }],
            rows: () =>
              readWorkbook(workbook.bytes()).map((item): Row => [
                item.name,
                new Thunk(() => shape(item)),
                item.item,
                item.kind,
                item.isHidden,
              ]),
          });
        };
      },
    },
  ],
};

const promoteAll = RecordValue.from({ PromoteAllScalars: true });

const optionNames = ["UseHeaders", "DelayTypes", "InferSheetDimensions"] as const;

type WorkbookOptions = {
  readonly usesHeaders: boolean;
  readonly delaysTypes: boolean;
  readonly infersDimensions: boolean;
};

function readWorkbookOptions(useHeaders: Value, delayTypes: boolean | null): WorkbookOptions {
  const given = plain(useHeaders);
  if (given === null || typeof given === "boolean") {
    return { usesHeaders: given ?? false, delaysTypes: delayTypes ?? false, infersDimensions: false };
  }
  if (!(given instanceof RecordValue)) throw cannotConvert(useHeaders, primitiveTypes.logical);
  checkOptions(given, optionNames, "Excel.Workbook");
  if (delayTypes !== null) {
    throw expressionError("The 'delayTypes' argument can't be given together with a record of options.", delayTypes);
  }
  const [usesHeaders, delaysTypes, infersDimensions] = optionNames.map((name) =>
    readLogical(readOption(given, name)),
  ) as [boolean, boolean, boolean];
  return { usesHeaders, delaysTypes, infersDimensions };
}

function readLogical(value: Plain): boolean {
  if (value !== null && typeof value !== "boolean") throw cannotConvert(value, primitiveTypes.logical);
  return value ?? false;
}

function cellsOf(item: WorkbookItem, infersDimensions: boolean): TableValue {
  const range = item.range(infersDimensions);
  const width = range ? range.right - range.left + 1 : 0;
  const columns = item.columns?.map((name) => ({ name, type: anyType })) ?? numberedColumns(width);
  return tableOf(columns, function* (): Iterable<Row> {
    if (!range) return;
    const { rows } = item.sheet();
    for (let row = range.top; row <= range.bottom; row++) {
      const cells = rows.get(row);
      yield columns.map((_, index) => cells?.get(range.left + index) ?? null);
    }
  });
}

/** The table with a type for each column whose cells are all of one kind. */
function typed(table: TableValue): TableValue {
  const kinds: (TypeValue | undefined)[] = table.columns.map(() => undefined);
  const rows = table.toArray();
  for (const row of rows) {
    row.forEach((cell, index) => {
      const type = typeOf(cell);
      if (type === undefined) return;
      kinds[index] = kinds[index] === undefined || kinds[index] === type ? type : anyType;
    });
  }
  return tableOf(
    columnsOf(table).map(({ name }, index) => ({ name, type: nullableOf(kinds[index] ?? anyType) })),
    rows,
  );
}

/** The type of a cell that a sheet holds; an empty cell and one with an error leave it to the others. */
function typeOf(cell: Cell): TypeValue | undefined {
  if (cell instanceof DateTimeValue) return primitiveTypes.datetime;
  switch (typeof cell) {
    case "string":
      return primitiveTypes.text;
    case "number":
      return primitiveTypes.number;
    case "boolean":
      return primitiveTypes.logical;
    default:
      return undefined;
  }
}
