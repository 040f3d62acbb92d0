import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes, TypeValue } from "../../types/type-value.ts";
import { force } from "../../values/cell.ts";
import { EvaluationError, expressionError } from "../../values/errors.ts";
import { FunctionValue } from "../../values/function.ts";
import { ListValue } from "../../values/list.ts";
import { RecordValue } from "../../values/record.ts";
import { TableValue, type Row } from "../../values/table.ts";
import { plain, type Value } from "../../values/value.ts";
import { finalErrorMark, type TableView, type ViewHandler } from "../../values/view.ts";
import type { FunctionDeclaration } from "../declaration.ts";
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
    call: (table: TableValue | null, handlers: RecordValue) => TableValue.ofView(new HandlerView(table, handlers)),
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
    call: (errorRecord: RecordValue) => errorRecord.ascribe({ type: undefined, meta: finalMark }),
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
    call: (implementation: FunctionValue) => {
      const call = (args: readonly Value[]): Value => invokeOnView(viewFunction, args) ?? implementation.invoke(args);
      const viewFunction = new FunctionValue(implementation.type, call, undefined, implementation.meta);
      return viewFunction;
    },
  },
];

const finalMark = RecordValue.from({ [finalErrorMark]: true });

/** Asks the views among the arguments, in order, until one answers. */
function invokeOnView(viewFunction: FunctionValue, args: readonly Value[]): Value | undefined {
  for (const [index, arg] of args.entries()) {
    if (!(arg instanceof TableValue) || !arg.view) continue;
    const answer = arg.view.ask("OnInvoke", [viewFunction, ListValue.of(args), index]);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** A view made of handlers written in M, over a table or over none. */
class HandlerView implements TableView {
  readonly #table: TableValue | null;
  readonly #handlers: RecordValue;
  #type: TypeValue | undefined;

  constructor(table: TableValue | null, handlers: RecordValue) {
    const missing = ["GetType", "GetRows"].find((name) => !handlers.has(name));
    if (table === null && missing !== undefined) {
      throw expressionError(`A view without a table needs the handler '${missing}'.`, handlers);
    }
    this.#table = table;
    this.#handlers = handlers;
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
    const cell = this.#handlers.cell(handler);
    if (cell === undefined) return undefined;
    try {
      const call = plain(force(cell));
      if (!(call instanceof FunctionValue)) throw cannotConvert(call, primitiveTypes.function);
      return call.invoke(args);
    } catch (error) {
      if (isPassedOver(error)) return undefined;
      throw error;
    }
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
      const call = plain(force(cell ?? null));
      if (!(call instanceof FunctionValue)) throw cannotConvert(call, primitiveTypes.function);
      return call.invoke([]);
    } catch (error) {
      if (table !== null && isPassedOver(error)) return fallback(table);
      throw error;
    }
  }
}

/** Whether the engine steps in for a handler that failed so: not for an error that is final, and not for limits of the engine. */
function isPassedOver(error: unknown): boolean {
  return error instanceof EvaluationError && error.reason !== "Engine.Limit" && error.parts.isFinal !== true;
}
