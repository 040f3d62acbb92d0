import { asType, cannotConvert } from "../types/convert.ts";
import type { TypeValue } from "../types/type-value.ts";
import { primitiveTypes } from "../types/type-value.ts";
import { force } from "../values/cell.ts";
import { argumentOutOfRange, expressionError, notEnoughElements } from "../values/errors.ts";
import { FunctionValue } from "../values/function.ts";
import { ListValue } from "../values/list.ts";
import { TableValue } from "../values/table.ts";
import { ticksPerDay, ticksPerMillisecond, type DurationValue } from "../values/temporal.ts";
import { plain, type Value } from "../values/value.ts";
import { checkCount } from "../types/convert.ts";
import type { Group } from "./declaration.ts";
import { dataSourceNames } from "./published/index.ts";

/** The function functions. */
export const functions: Group = {
  name: "Function functions",
  constants: [{ name: "Function.Type", value: primitiveTypes.function, summary: "The type of all functions." }],
  functions: [
    {
      signature: "Function.From(functionType as type, function as function) as function",
      summary: "A function of the given type that passes its arguments, as one list, to a function of one parameter.",
      examples: [
        { usage: "Function.From(type function (a as number, b as number) as number, List.Sum)(2, 1)", output: "3" },
      ],
      call: (functionType: TypeValue, unary: FunctionValue) =>
        typedFunction(functionType, (args) =>
          asType(unary.invoke([ListValue.of(args)]), functionType.result ?? primitiveTypes.any),
        ),
    },
    {
      signature: "Function.Invoke(function as function, args as list) as any",
      summary: "Calls a function with the items of a list as its arguments.",
      examples: [{ usage: "Function.Invoke(Record.FieldNames, {[A = 1, B = 2]})", output: '{"A", "B"}' }],
      call: (called: FunctionValue, args: ListValue) => called.invoke(Array.from(args.cells(), force)),
    },
    {
      signature: "Function.InvokeAfter(function as function, delay as duration) as any",
      summary: "Calls a function without arguments after waiting.",
      examples: [{ usage: "Function.InvokeAfter(() => 2 + 2, #duration(0, 0, 0, 0))", output: "4" }],
      bind: (evaluation) => (called: FunctionValue, delay: DurationValue) => {
        const milliseconds = (delay.days * ticksPerDay + delay.ticks) / ticksPerMillisecond;
        if (milliseconds < 0) throw argumentOutOfRange("delay", delay);
        if (milliseconds > 0) evaluation.host.sleep(milliseconds);
        return called.invoke([]);
      },
    },
    {
      signature: "Function.IsDataSource(function as function) as logical",
      summary: "Whether a function is one that reads a data source: one of the library's, or an extension's.",
      examples: [
        { usage: "Function.IsDataSource(Web.Contents)", output: "true" },
        { usage: "Function.IsDataSource(Sql.Database)", output: "true" },
        { usage: "Function.IsDataSource(Text.Upper)", output: "false" },
      ],
      call: (asked: FunctionValue) =>
        dataSourceNames.has(asked.libraryName ?? "") || asked.meta?.has("DataSource.Kind") === true,
    },
    {
      signature: "Function.ScalarVector(scalarFunctionType as type, vectorFunction as function) as function",
      summary:
        "A function of the given type that passes its arguments, as a table of one row, to a function that answers with a list of one result.",
      difference: "Calls for the rows of a table are made one by one: they are never gathered into one call.",
      examples: [
        {
          usage:
            "Function.ScalarVector(type function (left as number, right as number) as number, (rows) => Table.TransformRows(rows, each [left] * [right]))(6, 7)",
          output: "42",
        },
        {
          // As one of Microsoft's examples needs it, the result is not held against the type.
          usage: "Function.ScalarVector(type function (a as number) as number, (rows) => {[Grade = 1]})(6)",
          output: "[Grade = 1]",
        },
      ],
      call: (functionType: TypeValue, vector: FunctionValue) => {
        const parameters = parametersOf(functionType);
        const columns = parameters.map((parameter) => parameter.name);
        const types = parameters.map((parameter) => parameter.type);
        return typedFunction(functionType, (args) => {
          const row = columns.map((_, position) => args[position] ?? null);
          const results = plain(vector.invoke([TableValue.from({ columns, types, rows: [row] })]));
          if (!(results instanceof ListValue)) throw cannotConvert(results, primitiveTypes.list);
          const result = results.at(0);
          if (result === undefined) throw notEnoughElements();
          return force(result);
        });
      },
    },
  ],
};

function parametersOf(functionType: TypeValue) {
  if (functionType.parameters) return functionType.parameters;
  throw expressionError("The type must be a function type with parameters.", functionType);
}

/** A function that checks the number and the primitive types of its arguments against a function type. */
function typedFunction(functionType: TypeValue, call: (args: readonly Value[]) => Value): FunctionValue {
  const parameters = parametersOf(functionType);
  return new FunctionValue(functionType, (args) => {
    checkCount(args, functionType);
    for (const [position, argument] of args.entries()) {
      const parameter = parameters[position]!;
      if (position < functionType.required || argument !== null) asType(argument, parameter.type);
    }
    return call(args);
  });
}
