import { nullableOf, primitiveTypes, type ParameterType, type TypeKind, TypeValue } from "../types/type-value.ts";
import { checkCount, convertArgument } from "../types/convert.ts";
import { Thunk, type Cell } from "../values/cell.ts";
import { FunctionValue } from "../values/function.ts";
import type { Value } from "../values/value.ts";
import type { Evaluation } from "./evaluation.ts";

/** A documented use of a function: it is printed in the reference and run by the tests. */
export type Example = {
  /** An M expression. */
  readonly usage: string;
  /** Its result, as M; or the error's message, where the example shows one. */
  readonly output: string;
  /** Why it cannot be run as it stands, when it cannot: it asks the network, say. */
  readonly notRun?: string;
};

/* eslint-disable @typescript-eslint/no-explicit-any -- a declaration's arguments are typed by its own signature. */

/**
 * A function of the library as data. `signature` is written as in Microsoft's reference,
 * `Text.Length(text as nullable text) as nullable number`, and is the one place where arguments are checked: `call` receives
 * plain values of those types (a parameter without a type or `as any` may still be `Ascribed`), and null for what a call leaves out.
 */
export type FunctionDeclaration = {
  readonly signature: string;
  /** One sentence. */
  readonly summary: string;
  readonly examples?: readonly Example[];
  /** Where it departs from the documentation, in a sentence for the reference. */
  readonly difference?: string;
} & (
  | { readonly call: (...args: any[]) => Value }
  /** For a function that needs the evaluation it runs in: its host, its data source, its cache. */
  | { readonly bind: (evaluation: Evaluation) => (...args: any[]) => Value }
);

/* eslint-enable @typescript-eslint/no-explicit-any */

/** A constant of the library: an enumeration's member, a type, or what the evaluation's surroundings say. */
export type ConstantDeclaration = { readonly name: string; readonly summary: string } & (
  | { readonly value: Value }
  /** For a constant that needs the evaluation it stands in, such as the local zone; worked out when it is first used. */
  | { readonly bind: (evaluation: Evaluation) => Value }
);

/** A group of the library, as Microsoft's reference groups it. */
export type Group = {
  readonly name: string;
  readonly functions: readonly FunctionDeclaration[];
  readonly constants?: readonly ConstantDeclaration[];
};

/** The cell of a constant for one evaluation. */
export function makeConstant(constant: ConstantDeclaration, evaluation: Evaluation): Cell {
  return "value" in constant ? constant.value : new Thunk(() => constant.bind(evaluation));
}

/** The name in a signature. */
export function nameOf(declaration: FunctionDeclaration): string {
  return declaration.signature.slice(0, declaration.signature.indexOf("("));
}

/** Makes the M function of a declaration for one evaluation. */
export function makeFunction(declaration: FunctionDeclaration, evaluation: Evaluation): FunctionValue {
  const name = nameOf(declaration);
  const type = parseSignature(declaration.signature);
  const parameters = type.parameters ?? [];
  const call = "call" in declaration ? declaration.call : declaration.bind(evaluation);
  const take = (args: readonly Value[], index: number): Value =>
    convertArgument(args[index] ?? null, parameters[index]!);
  return new FunctionValue(type, caller(parameters.length), name);

  // A call of few arguments, as there are by the million, makes no array of them.
  function caller(count: number): (args: readonly Value[]) => Value {
    switch (count) {
      case 1:
        return (args) => {
          checkCount(args, type);
          return call(take(args, 0));
        };
      case 2:
        return (args) => {
          checkCount(args, type);
          return call(take(args, 0), take(args, 1));
        };
      case 3:
        return (args) => {
          checkCount(args, type);
          return call(take(args, 0), take(args, 1), take(args, 2));
        };
      default:
        return (args) => {
          checkCount(args, type);
          return call(...parameters.map((_, index) => take(args, index)));
        };
    }
  }
}

/**
 * The function type that a signature states. A type that is no primitive (`Order.Type`, `Occurrence.Type`) is read as the
 * primitive it is made of: those of the library are numbers.
 */
function parseSignature(signature: string): TypeValue {
  const match = /^[\w.#]+\((.*)\) as (.+)$/su.exec(signature);
  if (!match) throw new Error(`the signature "${signature}" is not name(parameters) as type`);
  let required = 0;
  const parameters = match[1]!
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part): ParameterType => {
      const [, optional, name, type] = /^(optional )?([\w]+)(?: as (.+))?$/u.exec(part) ?? [];
      if (name === undefined) throw new Error(`the parameter "${part}" in "${signature}" is not name as type`);
      if (optional === undefined) required++;
      return { name, type: optional === undefined ? readType(type) : nullableOf(readType(type)) };
    });
  return new TypeValue("function", { parameters, required, result: readType(match[2]) });
}

function readType(text: string | undefined): TypeValue {
  if (text === undefined) return primitiveTypes.any;
  if (text.startsWith("nullable ")) return nullableOf(readType(text.slice("nullable ".length)));
  return Object.hasOwn(primitiveTypes, text) ? primitiveTypes[text as TypeKind] : primitiveTypes.number;
}
