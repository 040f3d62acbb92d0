import { anyType, type TypeValue } from "../../types/type-value.ts";
import type { Cell } from "../../values/cell.ts";
import { formatError } from "../../values/errors.ts";
import type { FunctionValue } from "../../values/function.ts";
import { ListValue } from "../../values/list.ts";
import { RecordValue } from "../../values/record.ts";
import type { Row } from "../../values/table.ts";
import type { Value } from "../../values/value.ts";

/** `ExtraValues.Type`: gather them in a list, raise an error, leave them out. */
export type ExtraValues = 0 | 1 | 2;

/** The type of the columns that a splitter fills: that of the items which its own type promises. */
export function partType(splitter: FunctionValue): TypeValue {
  return splitter.type.result?.item ?? anyType;
}

/** A row of exactly so many cells: too few are filled up, too many handled as asked. */
export function fillRow(
  cells: readonly Cell[],
  width: number,
  { fill, extra }: { readonly fill: Value; readonly extra: ExtraValues },
): Row {
  if (extra === 0 && width > 0) {
    const row = fillRow(cells.slice(0, width - 1), width - 1, { fill, extra: 2 });
    return [...row, ListValue.of(cells.slice(width - 1))];
  }
  if (cells.length > width) {
    if (extra === 1) {
      throw formatError(
        "There were more columns in the result than expected.",
        RecordValue.from({ Count: cells.length }),
      );
    }
    return cells.slice(0, width);
  }
  return cells.length === width ? cells : [...cells, ...Array.from({ length: width - cells.length }, () => fill)];
}
