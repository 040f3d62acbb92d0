import type { TypeExpression } from "../syntax/index.ts";
import { cannotConvert } from "../types/convert.ts";
import {
  anyType,
  listTypeOf,
  nullableOf,
  primitiveTypes,
  recordTypeOf,
  tableTypeOf,
  TypeValue,
} from "../types/type-value.ts";
import type { Value } from "../values/value.ts";
import type { Frame } from "./frame.ts";

type TypeCode = (frame: Frame) => TypeValue;

/**
 * Compiles a type expression (specification: "Types"). `compileValue` compiles the expressions inside it.
 *
 * A type is evaluated whole when it is asked for.
 */
export function compileType(
  type: TypeExpression,
  compileValue: (expression: Extract<TypeExpression, { kind: "expression" }>["value"]) => (frame: Frame) => Value,
): TypeCode {
  const compile = (inner: TypeExpression): TypeCode => compileType(inner, compileValue);
  switch (type.kind) {
    case "primitive": {
      const value = primitiveTypes[type.of];
      return () => value;
    }
    case "nullable": {
      const inner = compile(type.of);
      return (frame) => nullableOf(inner(frame));
    }
    case "listOf": {
      const item = compile(type.item);
      return (frame) => listTypeOf(item(frame));
    }
    case "recordOf": {
      const fields = type.fields.map((field) => ({ ...field, code: field.type ? compile(field.type) : () => anyType }));
      return (frame) =>
        recordTypeOf(
          fields.map((field) => ({ name: field.name, optional: field.isOptional, type: field.code(frame) })),
          type.isOpen,
        );
    }
    case "tableOf": {
      const row = compile(type.row);
      return (frame) => {
        const value = row(frame);
        if (value.of === "table") return value;
        if (value.of !== "record") throw cannotConvert(value, primitiveTypes.record);
        return tableTypeOf(value);
      };
    }
    case "functionOf": {
      const parameters = type.parameters.map((parameter) => ({ ...parameter, code: compile(parameter.type) }));
      const result = compile(type.result);
      const required = parameters.filter((parameter) => !parameter.isOptional).length;
      return (frame) =>
        new TypeValue("function", {
          parameters: parameters.map(({ name, code, isOptional }) => ({
            name,
            type: isOptional ? nullableOf(code(frame)) : code(frame),
          })),
          required,
          result: result(frame),
        });
    }
    case "expression": {
      const code = compileValue(type.value);
      return (frame) => {
        const value = code(frame);
        if (value instanceof TypeValue) return value;
        throw cannotConvert(value, primitiveTypes.type);
      };
    }
  }
}
