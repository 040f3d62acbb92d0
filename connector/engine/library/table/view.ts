import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes, TypeValue } from "../../types/type-value.ts";
import { EvaluationError, expressionError } from "../../values/errors.ts";
import type { RecordValue } from "../../values/record.ts";
import { TableValue, type Row } from "../../values/table.ts";
import { plain, type Value } from "../../values/value.ts";
import type { TableView, ViewHandler } from "../../values/view.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { callHandler, interceptable, isPassedOver, markFinal } from "../view-handlers.ts";
import { mapRows } from "./columns.ts";

/** Views: those of "Table construction" of Microsoft's table functions that let a source do operations itself. */
export const views: readonly FunctionDeclaration[] = [
  {
    signature: "Table.View(table as nullable table, handlers as record) as table",
    summary: "A table whose operations are done by handlers; what none of them does is done over its rows.",
    difference:
      "A handler is called when its operation is applied, not when the result is read; fields of `handlers` that are no handler of a table's operations are passed over.",
    examples: [
      {
        usage:
          'Table.View(null, [GetType = () => type table [id = number], GetRows = () => #table({"id"}, {{1}}), GetRowCount = () => 1])',
        output: "#table(type table [id = number], {{1}})",
      },
      {
        usage:
          'Table.RowCount(Table.View(null, [GetType = () => type table [id = number], GetRows = () => error "not needed", GetRowCount = () => 7]))',
        output: "7",
      },
      {
        usage:
          'Table.FirstN(Table.View(#table({"id"}, {{1}, {2}}), [OnTake = (count) => #table({"id"}, {{count}})]), 1)',
        output: '#table({"id"}, {{1}})',
      },
    ],
    bind:
      ({ host }) =>
      (table: TableValue | null, handlers: RecordValue) =>
        TableValue.ofView(new HandlerView(table, handlers, host.failsOnFoldingFailure)),
  },
  {
    signature: "Table.ViewError(errorRecord as record) as record",
    summary:
      "An error record that, raised by a handler of a view, is the operation's error: the engine does not step in.",
    examples: [
      {
        usage:
          'Table.FirstN(Table.View(#table({"id"}, {{1}}), [OnTake = (count) => error Table.ViewError(Error.Record("Chat.Limit", "at most 10"))]), 20)',
        output: 'error "at most 10"',
      },
    ],
    call: markFinal,
  },
  {
    signature: "Table.ViewFunction(function as function) as function",
    summary: "A function that a view it is called with may answer itself, by its handler `OnInvoke`.",
    examples: [
      {
        usage: 'Table.ViewFunction((table) => Table.RowCount(table))(#table({"id"}, {{1}, {2}}))',
        output: "2",
      },
    ],
    call: interceptable,
  },
];

/** A view made of handlers written in M, over a table or over none. */
class HandlerView implements TableView {
  readonly #table: TableValue | null;
  readonly #handlers: RecordValue;
  readonly #mustFold: boolean;
  #type: TypeValue | undefined;

  constructor(table: TableValue | null, handlers: RecordValue, mustFold: boolean) {
    const missing = ["GetType", "GetRows"].find((name) => !handlers.has(name));
    if (table === null && missing !== undefined) {
      throw expressionError(`A view without a table needs the handler '${missing}'.`, handlers);
    }
    this.#table = table;
    this.#handlers = handlers;
    this.#mustFold = mustFold;
  }

  type(): TypeValue {
    return (this.#type ??= this.#readType());
  }

  *rows(): Iterable<Row> {
    const rows = this.#or("GetRows", (table) => table);
    const result = plain(rows);
    if (!(result instanceof TableValue)) throw cannotConvert(rows, primitiveTypes.table);
    const names = (this.type().row?.fields ?? []).map((field) => field.name);
    const isSame = names.length === result.columns.length && names.every((name, at) => result.columns[at] === name);
    if (isSame) {
      yield* result.rows();
      return;
    }
    const positions = names.map((name) => result.position(name));
    yield* mapRows(result, (row) => positions.map((position) => row[position]!));
  }

  ask(handler: ViewHandler, args: readonly Value[]): Value | undefined {
    try {
      const cell = this.#handlers.cell(handler);
      if (cell !== undefined) return callHandler(cell, args);
    } catch (error) {
      if (!isPassedOver(error)) throw error;
    }
    if (!this.#mustFold) return undefined;
    throw new EvaluationError(
      "Expression.Error",
      "We couldn't fold the expression to the data source. Please try a simpler expression.",
      { isFinal: true },
    );
  }

  #readType(): TypeValue {
    const given = plain(this.#or("GetType", (table) => table.type));
    if (given instanceof TypeValue && given.of === "table" && given.row) return given;
    throw expressionError("The handler 'GetType' must return a table type with columns.", given);
  }

  /** What a handler answers, or, when it has none or it fails, what the table underneath gives. */
  #or(handler: "GetType" | "GetRows", fallback: (table: TableValue) => Value): Value {
    const cell = this.#handlers.cell(handler);
    const table = this.#table;
    if (cell === undefined && table !== null) return fallback(table);
    try {
      return callHandler(cell ?? null, []);
    } catch (error) {
      if (table !== null && isPassedOver(error)) return fallback(table);
      throw error;
    }
  }
}
