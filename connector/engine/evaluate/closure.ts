import { asType, checkCount } from "../types/convert.ts";
import type { TypeValue } from "../types/type-value.ts";
import type { Position } from "../values/errors.ts";
import { FunctionValue, type FunctionSyntax } from "../values/function.ts";
import type { Expression, FunctionExpression } from "../syntax/index.ts";
import type { Value } from "../values/value.ts";
import { Frame, type Code } from "./frame.ts";
import { passing } from "./trace.ts";

/** A compiled function expression, before it has met the frame it closes over. */
export type Lambda = {
  readonly type: TypeValue;
  /** For each parameter: its type where one is declared. */
  readonly checks: readonly (TypeValue | undefined)[];
  readonly result: TypeValue | undefined;
  /** May give a `TailCall`, but only where `result` is undefined. */
  readonly body: Code;
  readonly expression: FunctionExpression;
  /** Where the body stands: the place of an error that has none closer. */
  readonly position: Position;
  /** The value of an expression inside the function that uses none of its parameters. */
  readonly evaluate: (part: Expression, outer: Frame) => Value;
  /** How many cells a call needs; known once the body is compiled. */
  readonly size: () => number;
};

/** A call in tail position, handed back to be made by the loop in `bounce`, so that it costs no stack. */
export class TailCall {
  readonly callee: Closure;
  readonly args: readonly Value[];
  constructor(callee: Closure, args: readonly Value[]) {
    this.callee = callee;
    this.args = args;
  }
}

type Call = (args: readonly Value[]) => Value;

/** A function written in M, whose tail calls cost no stack. */
export class Closure extends FunctionValue {
  /** One call without its tail calls. */
  readonly enter: (args: readonly Value[]) => Value | TailCall;

  constructor(lambda: Lambda, outer: Frame) {
    const enter = enterer(lambda, outer);
    super(lambda.type, (args) => bounce(enter, args), undefined, undefined, new ClosureSyntax(lambda, outer));
    this.enter = enter;
  }
}

/** Closes a function over the frame it stands in. `carry` wraps each of its calls, tail calls included. */
export function close(lambda: Lambda, outer: Frame, carry: ((work: Call) => Call) | undefined): FunctionValue {
  if (!carry) return new Closure(lambda, outer);
  const enter = enterer(lambda, outer);
  return new FunctionValue(
    lambda.type,
    carry((args) => bounce(enter, args)),
    undefined,
    undefined,
    new ClosureSyntax(lambda, outer),
  );
}

/** Where a function comes from: its expression and the frame it closes over. */
class ClosureSyntax implements FunctionSyntax {
  readonly #lambda: Lambda;
  readonly #outer: Frame;

  constructor(lambda: Lambda, outer: Frame) {
    this.#lambda = lambda;
    this.#outer = outer;
  }

  get expression(): FunctionExpression {
    return this.#lambda.expression;
  }

  evaluate(part: Expression): Value {
    return this.#lambda.evaluate(part, this.#outer);
  }
}

function bounce(enter: Closure["enter"], args: readonly Value[]): Value {
  let result = enter(args);
  while (result instanceof TailCall) result = result.callee.enter(result.args);
  return result;
}

function enterer(lambda: Lambda, outer: Frame): Closure["enter"] {
  const { checks, result, body, type, position } = lambda;
  const most = checks.length;
  return (args) => {
    if (args.length < type.required || args.length > most) checkCount(args, type);
    const frame = new Frame(lambda.size(), outer);
    for (let index = 0; index < most; index++) {
      const check = checks[index];
      const value = args[index] ?? null;
      frame.cells[index] = check === undefined ? value : asType(value, check);
    }
    try {
      const value = body(frame);
      return result === undefined ? value : asType(value, result);
    } catch (error) {
      throw passing(error, undefined, position);
    }
  };
}
