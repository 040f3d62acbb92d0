import { cannotConvert } from "../types/convert.ts";
import { primitiveTypes } from "../types/type-value.ts";
import { EvaluationError } from "../values/errors.ts";
import { RecordValue } from "../values/record.ts";
import { finalErrorMark } from "../values/view.ts";
import { ListValue } from "../values/list.ts";
import { plain, read, type Value } from "../values/value.ts";
import { printValue } from "../format/index.ts";

/** The record that `try` and `catch` give of an error (specification: "Error handling"). */
export function errorRecord(error: EvaluationError): RecordValue {
  return RecordValue.from({
    Reason: error.reason,
    Message: error.message,
    Detail: error.detail,
    "Message.Format": error.parts.messageFormat ?? null,
    "Message.Parameters": error.parts.messageParameters ?? null,
    ErrorCode: error.parts.errorCode ?? null,
  });
}

/**
 * The error that `error value` raises: a text is the message of an Expression.Error, a record gives its known fields, and an
 * error that was raised with `Message.Format` writes its message from it.
 */
export function errorOf(value: Value): EvaluationError {
  const raised = plain(value);
  if (raised === null || typeof raised === "string") return new EvaluationError("Expression.Error", raised ?? "");
  if (!(raised instanceof RecordValue)) {
    return cannotConvert(value, primitiveTypes.record);
  }
  const field = (name: string): Value => (raised.has(name) ? raised.get(name) : null);
  const reason = plain(field("Reason"));
  const format = plain(field("Message.Format"));
  const parameters = field("Message.Parameters");
  const message = plain(field("Message"));
  return new EvaluationError(
    typeof reason === "string" ? reason : "Expression.Error",
    typeof format === "string" ? fill(format, parameters) : typeof message === "string" ? message : "",
    {
      detail: field("Detail"),
      messageFormat: typeof format === "string" ? format : null,
      messageParameters: parameters,
      errorCode: field("ErrorCode"),
      isFinal: raised.meta?.has(finalErrorMark) ?? false,
    },
  );
}

/** `#{0}` and its like, replaced by the parameters as text. */
function fill(format: string, parameters: Value): string {
  const list = plain(parameters);
  if (!(list instanceof ListValue)) return format;
  return format.replaceAll(/#\{(\d+)\}/gu, (placeholder, index: string) => {
    const cell = list.at(Number(index));
    if (cell === undefined) return placeholder;
    const value = read(cell);
    return typeof value === "string" ? value : printValue(value);
  });
}
