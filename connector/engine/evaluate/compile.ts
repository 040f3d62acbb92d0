import { asType, cannotConvert, isOf } from "../types/convert.ts";
import { nullableOf, primitiveTypes, TypeValue } from "../types/type-value.ts";
import { force, Thunk, type Cell } from "../values/cell.ts";
import { EvaluationError, expressionError, type Position } from "../values/errors.ts";
import { FunctionValue } from "../values/function.ts";
import { RecordValue, Shape } from "../values/record.ts";
import { plain, type Value } from "../values/value.ts";
import type { Binding, Expression, PrimitiveTypeName } from "../syntax/index.ts";
import { accessItem, projectFields, selectField } from "./access.ts";
import { close, Closure, TailCall, type Lambda } from "./closure.ts";
import { compileType } from "./compile-type.ts";
import { errorOf, errorRecord } from "./error-record.ts";
import { Frame, type Code } from "./frame.ts";
import { compileList } from "./list-expression.ts";
import { affirm, negate, operators } from "./operators.ts";
import type { Scope } from "./scope.ts";
import { evaluatedText, passing, positionOf } from "./trace.ts";

/** What a document is compiled with, beside the names in reach. */
export type Compilation = {
  /** The document's name, for positions. */
  readonly document: string;
  /**
   * Wraps work that may run after the call that made it (a lazy cell, a function value): an extension's code takes its data
   * source along. Ordinary documents have none.
   */
  readonly carry: (<A extends readonly unknown[]>(work: (...args: A) => Value) => (...args: A) => Value) | undefined;
};

/** Compiles an expression to a closure over frames. In tail position a call of a closure comes back as a `TailCall`. */
export function compile(expression: Expression, scope: Scope, compilation: Compilation, isTail = false): Code {
  const inner = (part: Expression, within = scope): Code => compile(part, within, compilation);
  const tail = (part: Expression, within = scope): Code => compile(part, within, compilation, isTail);
  switch (expression.kind) {
    case "literal": {
      const { value } = expression;
      return () => value;
    }
    case "name":
      return compileName(expression, scope, compilation);
    case "let": {
      const block = scope.block(expression.bindings.map((binding) => binding.name));
      const cells = expression.bindings.map((binding) => lazily(binding, block.defining(binding.name), compilation));
      const body = tail(expression.body, block.inside);
      const { slots } = block;
      return (frame) => {
        for (let index = 0; index < cells.length; index++) frame.cells[slots[index]!] = cells[index]!(frame);
        return body(frame);
      };
    }
    case "record": {
      const shape = new Shape(expression.fields.map((field) => field.name));
      const block = scope.block(shape.names);
      const fields = expression.fields.map((field) => lazily(field, block.defining(field.name), compilation));
      const { slots } = block;
      return (frame) => {
        const cells = fields.map((field, index) => (frame.cells[slots[index]!] = field(frame)));
        return new RecordValue(shape, cells);
      };
    }
    case "list":
      return compileList(expression.items, inner, (item) => lazily({ name: "", value: item }, scope, compilation));
    case "if": {
      const condition = inner(expression.condition);
      const then = tail(expression.then);
      const otherwise = tail(expression.otherwise);
      return (frame) => (isTrue(condition(frame)) ? then(frame) : otherwise(frame));
    }
    case "function":
      return compileFunction(expression, scope, compilation);
    case "call":
      return compileCall(expression, scope, compilation, isTail);
    case "field": {
      const of = inner(expression.of);
      return selectField(of, expression.name, expression.isOptional);
    }
    case "project": {
      const of = inner(expression.of);
      const shape = new Shape(expression.names);
      return (frame) => projectFields(of(frame), shape, expression.isOptional);
    }
    case "item": {
      const of = inner(expression.of);
      const index = inner(expression.index);
      return (frame) => accessItem(of(frame), index(frame), expression.isOptional);
    }
    case "unary": {
      const operand = inner(expression.operand);
      if (expression.operator === "not") return (frame) => negateLogical(operand(frame));
      const apply = expression.operator === "-" ? negate : affirm;
      return (frame) => apply(operand(frame));
    }
    case "binary": {
      const left = inner(expression.left);
      const right = inner(expression.right);
      const apply = operators[expression.operator];
      return (frame) => apply(left(frame), right(frame));
    }
    case "lazy":
      return compileLazy(expression.operator, inner(expression.left), inner(expression.right));
    case "is": {
      const value = inner(expression.value);
      const type = primitive(expression.type);
      return (frame) => isOf(value(frame), type);
    }
    case "as": {
      const value = inner(expression.value);
      const type = primitive(expression.type);
      return (frame) => asType(value(frame), type);
    }
    case "try":
      return compileTry(expression, scope, compilation);
    case "raise": {
      const error = inner(expression.error);
      const position = positionOf(compilation.document, expression.at);
      return (frame) => {
        throw passing(errorOf(error(frame)), undefined, position);
      };
    }
    case "notImplemented":
      return () => {
        throw expressionError("Value was not specified.");
      };
    case "type":
      return compileType(expression.type, (value) => inner(value));
  }
}

/** Text that M evaluates itself has no place that a reader could look up, so that Microsoft's message holds the place in it. */
function messageForUnknown(name: string, { document, line, column }: Position): string {
  return document === evaluatedText
    ? `[${line},${column}-${line},${column + name.length}] The name '${name}' doesn't exist in the current context.`
    : `The name '${name}' wasn't recognized.  Make sure it's spelled correctly.`;
}

function compileName(expression: Extract<Expression, { kind: "name" }>, scope: Scope, compilation: Compilation): Code {
  const meaning = scope.find(expression.name, expression.isInclusive);
  if (meaning === undefined) {
    const position = positionOf(compilation.document, expression.at);
    return () => {
      throw passing(expressionError(messageForUnknown(expression.name, position)), undefined, position);
    };
  }
  if (meaning.kind === "known") {
    const { cell } = meaning;
    return cell instanceof Thunk ? () => cell.force() : () => cell;
  }
  const { depth, slot } = meaning;
  if (depth === 0) return (frame) => force(frame.cells[slot]!);
  if (depth === 1) return (frame) => force(frame.outer!.cells[slot]!);
  return (frame) => {
    let target = frame;
    for (let step = 0; step < depth; step++) target = target.outer!;
    return force(target.cells[slot]!);
  };
}

/** A cell for a binding or an item: its value at once where that is free, otherwise a thunk that notes its step on errors. */
function lazily(binding: Binding, scope: Scope, compilation: Compilation): (frame: Frame) => Cell {
  const code = compile(binding.value, scope, compilation);
  if (binding.value.kind === "literal" || binding.value.kind === "function") return code;
  const position = positionOf(compilation.document, binding.value.at);
  const step = binding.name === "" ? undefined : binding.name;
  const { carry } = compilation;
  return (frame) => {
    const work = (): Value => {
      try {
        return code(frame);
      } catch (error) {
        throw passing(error, step, position);
      }
    };
    return new Thunk(carry ? carry(work) : work);
  };
}

function compileFunction(
  expression: Extract<Expression, { kind: "function" }>,
  scope: Scope,
  compilation: Compilation,
): Code {
  const inside = scope.enter(expression.parameters.map((parameter) => parameter.name));
  const result = expression.result && primitive(expression.result);
  const checks = expression.parameters.map(({ type, isOptional }) => {
    if (type === undefined) return undefined;
    return isOptional ? nullableOf(primitive(type)) : primitive(type);
  });
  const lambda: Lambda = {
    type: new TypeValue("function", {
      parameters: expression.parameters.map(({ name }, index) => ({ name, type: checks[index] ?? primitiveTypes.any })),
      required: expression.parameters.filter((parameter) => !parameter.isOptional).length,
      result: result ?? primitiveTypes.any,
    }),
    checks,
    result,
    expression,
    position: positionOf(compilation.document, expression.body.at),
    evaluate: (part, outer) => {
      const code = compile(part, inside, compilation);
      return code(new Frame(inside.layout.size, outer));
    },
    body: compile(expression.body, inside, compilation, result === undefined),
    size: () => inside.layout.size,
  };
  return (frame) => close(lambda, frame, compilation.carry);
}

function compileCall(
  expression: Extract<Expression, { kind: "call" }>,
  scope: Scope,
  compilation: Compilation,
  isTail: boolean,
): Code {
  const callee = compile(expression.callee, scope, compilation);
  const args = expression.args.map((arg) => compile(arg, scope, compilation));
  const position = positionOf(compilation.document, expression.at);
  const step = expression.callee.kind === "name" ? expression.callee.name : undefined;
  return (frame) => {
    const target = plain(callee(frame));
    if (!(target instanceof FunctionValue))
      throw passing(cannotConvert(target, primitiveTypes.function), step, position);
    const values = args.map((arg) => arg(frame));
    // The loop around the closure takes it from here; only a closure's body is compiled in tail position.
    if (isTail && target instanceof Closure) return new TailCall(target, values) as unknown as Value;
    try {
      return target.invoke(values);
    } catch (error) {
      throw passing(error, step, position);
    }
  };
}

function compileLazy(operator: "and" | "or" | "??", left: Code, right: Code): Code {
  if (operator === "??") {
    return (frame) => {
      const value = left(frame);
      return plain(value) === null ? right(frame) : value;
    };
  }
  // `false and x` and `true or x` leave x alone; null waits for the other side (specification: "Logical operators").
  const decisive = operator === "or";
  return (frame) => {
    const first = asLogical(left(frame));
    if (first === decisive) return decisive;
    const second = asLogical(right(frame));
    return second === decisive ? decisive : first === null || second === null ? null : !decisive;
  };
}

function compileTry(expression: Extract<Expression, { kind: "try" }>, scope: Scope, compilation: Compilation): Code {
  const body = compile(expression.body, scope, compilation);
  const otherwise = expression.otherwise && compile(expression.otherwise, scope, compilation);
  const handler = expression.handler && compile(expression.handler, scope, compilation);
  return (frame) => {
    let value: Value;
    try {
      value = body(frame);
    } catch (error) {
      // Limits of the engine and mistakes in it are no M errors: they end the evaluation.
      if (!(error instanceof EvaluationError) || error.reason === "Engine.Limit") throw error;
      if (otherwise) return otherwise(frame);
      if (handler) {
        const handle = handler(frame) as FunctionValue;
        return handle.invoke(handle.type.parameters?.length === 0 ? [] : [errorRecord(error)]);
      }
      return RecordValue.from({ HasError: true, Error: errorRecord(error) });
    }
    return otherwise || handler ? value : RecordValue.from({ HasError: false, Value: value });
  };
}

function isTrue(value: Value): boolean {
  const condition = plain(value);
  if (typeof condition === "boolean") return condition;
  throw cannotConvert(condition, primitiveTypes.logical);
}

function asLogical(value: Value): boolean | null {
  const operand = plain(value);
  if (operand === null || typeof operand === "boolean") return operand;
  throw cannotConvert(operand, primitiveTypes.logical);
}

function negateLogical(value: Value): Value {
  const operand = asLogical(value);
  return operand === null ? null : !operand;
}

function primitive({ of, isNullable }: PrimitiveTypeName): TypeValue {
  return isNullable ? nullableOf(primitiveTypes[of]) : primitiveTypes[of];
}
