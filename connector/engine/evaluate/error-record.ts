import { asType, cannotConvert } from "../types/convert.ts";
import { nullableOf, primitiveTypes } from "../types/type-value.ts";
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
 *
 * @throws EvaluationError when one of those fields is of another kind than error records have it.
 */
export function errorOf(value: Value): EvaluationError {
  const raised = plain(value);
  if (raised === null || typeof raised === "string") return new EvaluationError("Expression.Error", raised ?? "");
  if (!(raised instanceof RecordValue)) {
    return cannotConvert(value, primitiveTypes.record);
  }
  const field = (name: string): Value => (raised.has(name) ? raised.get(name) : null);
  const text = (name: string): string | null => asType(plain(field(name)), nullableOf(primitiveTypes.text)) as string;
  const format = text("Message.Format");
  const parameters = asType(field("Message.Parameters"), nullableOf(primitiveTypes.list));
  const message = text("Message");
  return new EvaluationError(
    text("Reason") ?? "Expression.Error",
    format === null ? (message ?? "") : fill(format, parameters),
    {
      detail: field("Detail"),
      messageFormat: format,
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
