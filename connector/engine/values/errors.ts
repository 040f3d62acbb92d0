import { ListValue } from "./list.ts";
import type { Value } from "./value.ts";

/** The reasons that the engine itself gives; M code may raise others. */
export type Reason =
  | "Expression.Error"
  | "Expression.SyntaxError"
  | "DataFormat.Error"
  | "DataSource.Error"
  | "DataSource.NotFound"
  | "DataSource.MissingClientLibrary"
  | "Credential.Error"
  | "Formula.Firewall"
  | "Engine.Limit";

/** A place in a document, both from 1. */
export type Position = { readonly document: string; readonly line: number; readonly column: number };

/** One line of an M call stack: the step or function that was being evaluated, and where it stands. */
export type StackFrame = { readonly step: string; readonly position: Position | undefined };

/** The rest of an error record, beside reason and message. */
export type ErrorParts = {
  readonly detail?: Value;
  readonly messageFormat?: string | null;
  readonly messageParameters?: Value;
  readonly errorCode?: Value;
  /** Whether a view's handler may not be passed over for it (`Table.ViewError`). */
  readonly isFinal?: boolean;
};

/**
 * An M error on its way up: the fields of its error record, and apart from them where it arose. `try` turns it into a record,
 * a lazy cell keeps it.
 */
export class EvaluationError extends Error {
  override readonly name = "EvaluationError";
  readonly reason: string;
  readonly parts: ErrorParts;
  /** Innermost first; grows while the error passes steps and calls. */
  readonly frames: StackFrame[] = [];
  /** Where it was raised, once an expression has said so. */
  position: Position | undefined;

  constructor(reason: Reason | (string & {}), message: string, parts: ErrorParts = {}) {
    // Its frames are those of M. Taking JavaScript's would cost ten times the rest, and a column may hold a million errors.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
    this.reason = reason;
    this.parts = parts;
  }

  get detail(): Value {
    return this.parts.detail ?? null;
  }
}

/** An Expression.Error with this message. */
export function expressionError(message: string, detail: Value = null): EvaluationError {
  return new EvaluationError("Expression.Error", message, { detail });
}

/**
 * An Expression.Error whose message is made of a format with `#{0}` for its first parameter: `Message.Format` and
 * `Message.Parameters` of its record.
 */
export function formattedError(
  format: string,
  parameters: readonly (string | number)[],
  detail: Value = null,
): EvaluationError {
  const message = format.replaceAll(/#\{(\d+)\}/gu, (_, index: string) => String(parameters[Number(index)]));
  return new EvaluationError("Expression.Error", message, {
    detail,
    messageFormat: format,
    messageParameters: ListValue.of(parameters),
  });
}

/** A DataFormat.Error with this message. */
export function formatError(message: string, detail: Value = null): EvaluationError {
  return new EvaluationError("DataFormat.Error", message, { detail });
}

/** A pure cycle such as `[A = B, B = A]`. */
export function cyclicReference(): EvaluationError {
  return expressionError("A cyclic reference was encountered during evaluation.");
}

/** `{1}{5}`, `List.First` with too few, and the like. */
export function notEnoughElements(detail: Value = null): EvaluationError {
  return expressionError("There weren't enough elements in the enumeration to complete the operation.", detail);
}

/** `List.Single` and the like over more than one. */
export function tooManyElements(detail: Value = null): EvaluationError {
  return expressionError("There were too many elements in the enumeration to complete the operation.", detail);
}

/** A record has no field of this name. */
export function fieldNotFound(name: string, detail: Value = null): EvaluationError {
  return formattedError("The field '#{0}' of the record wasn't found.", [name], detail);
}

/** A record or a table would hold this field twice. */
export function duplicateField(name: string, detail: Value): EvaluationError {
  return formattedError("The field '#{0}' already exists in the record.", [name], detail);
}

/** A table has no column of this name. */
export function columnNotFound(name: string): EvaluationError {
  return formattedError("The column '#{0}' of the table wasn't found.", [name], name);
}

/** A date or time would lie beyond what its kind (`Date`, `DateTime`, …) can hold. */
export function outsideRange(kind: string): EvaluationError {
  return formattedError(
    "The #{0} operation failed because the resulting value falls outside the range of allowed values.",
    [kind],
  );
}

/** An argument lies outside what its function takes. */
export function argumentOutOfRange(name: string, detail: Value = null): EvaluationError {
  return formattedError("The '#{0}' argument is out of range.", [name], detail);
}

/** A number that its kind, such as "a 64 bit integer", cannot hold. */
export function numberOutOfRange(kind: string, detail: Value): EvaluationError {
  return expressionError(`The number is out of range of ${kind} value.`, detail);
}

/** What has to be a whole number of 32 bits, as counts and positions have, is none. */
export function notWhole(detail: Value): EvaluationError {
  return numberOutOfRange("a 32 bit integer", detail);
}

/** Something that the documentation has and this engine has not; it names the thing. */
export function notSupported(what: string): EvaluationError {
  return expressionError(`${what} is not supported by this engine.`);
}
