import { functionTypeOf, type TypeValue } from "../types/type-value.ts";
import type { Ascription } from "./ascribed.ts";
import type { RecordValue } from "./record.ts";
import type { Value } from "./value.ts";
import type { Expression, FunctionExpression } from "../syntax/node.ts";

/** What a function written in M was compiled from. */
export type FunctionSyntax = {
  readonly expression: FunctionExpression;
  /** The value of an expression inside it that uses none of its parameters. */
  readonly evaluate: (part: Expression) => Value;
};

/** A function of M: a closure, or one of the library. Arguments are values: M evaluates them before the call. */
export class FunctionValue {
  readonly kind = "function";
  readonly type: TypeValue;
  readonly meta: RecordValue | undefined;
  /** The library's name of it; `undefined` for a function written in M. */
  readonly libraryName: string | undefined;
  /** `undefined` for a function that was not written in M. */
  readonly syntax: FunctionSyntax | undefined;
  readonly #call: (args: readonly Value[]) => Value;

  constructor(
    type: TypeValue,
    call: (args: readonly Value[]) => Value,
    libraryName?: string,
    meta?: RecordValue,
    syntax?: FunctionSyntax,
  ) {
    this.type = type;
    this.#call = call;
    this.libraryName = libraryName;
    this.meta = meta;
    this.syntax = syntax;
  }

  /** A function of `count` parameters of type any, for what the engine makes itself. */
  static native(count: number, call: (args: readonly Value[]) => Value): FunctionValue {
    return new FunctionValue(functionTypeOf(count), call);
  }

  /**
   * Calls it. The callee checks the number and the types of the arguments.
   *
   * @throws EvaluationError raised by the callee.
   */
  invoke(args: readonly Value[]): Value {
    return this.#call(args);
  }

  /** The same function with another type or metadata. */
  ascribe(ascription: Ascription): FunctionValue {
    return new FunctionValue(ascription.type ?? this.type, this.#call, this.libraryName, ascription.meta, this.syntax);
  }
}
