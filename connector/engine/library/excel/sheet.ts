import type { Cell } from "../../values/cell.ts";
import { Thunk } from "../../values/cell.ts";
import { formatError } from "../../values/errors.ts";
import { addTicks, fromUnixMilliseconds, ticksPerDay, type DateTimeValue } from "../../values/temporal.ts";
import type { OfficePackage } from "./package.ts";
import { readPlace, readRange, type Range } from "./range.ts";

/** The cells of a sheet that hold anything, by row and column from 1, and the range that the file says they fill. */
export type Sheet = {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  readonly dimension: Range | undefined;
};

/** What the cells of all sheets of a workbook share. */
export type CellContext = {
  readonly strings: () => readonly string[];
  readonly dateStyles: () => readonly boolean[];
  /** Whether day 0 is 1 January 1904. */
  readonly is1904: boolean;
};

/** Reads a sheet. @throws EvaluationError when its part is not well-formed. */
export function readSheet(parts: OfficePackage, path: string, context: CellContext): Sheet {
  const rows = new Map<number, Map<number, Cell>>();
  let dimension: Range | undefined;
  let row = 0;
  let column = 0;
  let cell: { readonly type: string; readonly style: number; text: string } | undefined;
  let isText = false;
  let isPhonetic = false;
  parts.scan(path, {
    open: (name, attribute) => {
      if (name === "c") {
        column = readPlace(attribute("r") ?? "")?.column ?? column + 1;
        cell = { type: attribute("t") ?? "n", style: Number(attribute("s") ?? 0), text: "" };
      } else if (name === "v" || name === "t") isText = true;
      else if (name === "rPh") isPhonetic = true;
      else if (name === "row") {
        row = Number(attribute("r") ?? row + 1);
        column = 0;
      } else if (name === "dimension") dimension = readRange(attribute("ref") ?? "");
    },
    text: (text) => {
      if (cell && isText && !isPhonetic) cell.text += text;
    },
    close: (name) => {
      if (name === "v" || name === "t") isText = false;
      else if (name === "rPh") isPhonetic = false;
      else if (name === "c" && cell) {
        const value = valueOf(cell, context);
        if (value !== null) placeCell(rows, row, column, value);
        cell = undefined;
      }
    },
  });
  return { rows, dimension };
}

/** The smallest range with all cells that hold anything; `undefined` when none does. */
export function filledRange({ rows }: Sheet): Range | undefined {
  if (rows.size === 0) return undefined;
  let range: Range = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
  for (const [row, cells] of rows) {
    for (const column of cells.keys()) {
      range = {
        top: Math.min(range.top, row),
        left: Math.min(range.left, column),
        bottom: Math.max(range.bottom, row),
        right: Math.max(range.right, column),
      };
    }
  }
  return range;
}

/** The characters that XML cannot hold come as `_x000D_`. */
export function unescapeText(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}

function placeCell(rows: Map<number, Map<number, Cell>>, row: number, column: number, value: Cell): void {
  let cells = rows.get(row);
  if (!cells) rows.set(row, (cells = new Map<number, Cell>()));
  cells.set(column, value);
}

function valueOf(
  cell: { readonly type: string; readonly style: number; readonly text: string },
  context: CellContext,
): Cell {
  const { type, text } = cell;
  switch (type) {
    case "s":
      return context.strings()[Number(text)] ?? null;
    case "str":
    case "inlineStr":
      return unescapeText(text);
    case "b":
      return text === "1";
    case "e":
      return new Thunk(() => {
        throw formatError(`Invalid cell value '${text}'.`);
      });
    case "d": {
      const milliseconds = Date.parse(/[Zz]$/u.test(text) ? text : `${text.includes("T") ? text : `${text}T00:00`}Z`);
      return Number.isNaN(milliseconds) ? text : fromUnixMilliseconds(milliseconds);
    }
    default:
      if (text === "") return null;
      return context.dateStyles()[cell.style] === true ? dateOf(Number(text), context.is1904) : Number(text);
  }
}

/** Excel counts a 29 February 1900, so that its first 59 days are one later than those of all other counts. */
function dateOf(serial: number, is1904: boolean): DateTimeValue | number {
  const days = Math.floor(serial);
  if (!Number.isFinite(serial) || days < 0 || days > 2_958_465) return serial;
  const start = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  // A time is kept to the millisecond: more is noise of the fraction.
  const ticks = Math.round((serial - days) * 86_400_000) * (ticksPerDay / 86_400_000);
  return addTicks(fromUnixMilliseconds(start), days, ticks);
}
