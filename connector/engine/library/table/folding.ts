import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes, type TypeValue } from "../../types/type-value.ts";
import type { FunctionValue } from "../../values/function.ts";
import { ListValue } from "../../values/list.ts";
import { RecordValue } from "../../values/record.ts";
import { TableValue } from "../../values/table.ts";
import { plain, type Value } from "../../values/value.ts";
import type { ViewHandler } from "../../values/view.ts";

/**
 * The table that a view's handler makes of an operation; `undefined` when the table is no view, or when the operation is left to
 * the engine. `args` is called for views only.
 */
export function fold(table: TableValue, handler: ViewHandler, args: () => readonly Value[]): TableValue | undefined {
  const answer = table.view?.ask(handler, args());
  if (answer === undefined) return undefined;
  const result = plain(answer);
  if (result instanceof TableValue) return result;
  throw cannotConvert(answer, primitiveTypes.table);
}

/** New columns, or the aggregates of groups, as handlers are given them. */
export function describeColumns(
  columns: readonly { readonly name: string; readonly fn: FunctionValue; readonly type: TypeValue }[],
): ListValue {
  return ListValue.of(columns.map(({ name, fn, type }) => RecordValue.from({ Name: name, Function: fn, Type: type })));
}
