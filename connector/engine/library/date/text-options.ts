import { asType } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { RecordValue } from "../../values/record.ts";
import { plain, type Plain, type Value } from "../../values/value.ts";
import type { Evaluation } from "../evaluation.ts";
import { checkOptions, readOption } from "../list/arguments.ts";

/** How a date or time is read from text or written as text. A null format is the culture's own. */
export type TextOptions = { readonly format: string | null; readonly culture: string };

/** Reads the options of a `FromText`: a record of Format and Culture, or a text, which is the culture. */
export function readParsing(options: Value, evaluation: Evaluation, functionName: string): TextOptions {
  const given = plain(options);
  if (given instanceof RecordValue) return readRecordOptions(given, evaluation, functionName);
  return { format: null, culture: textOrNull(given) ?? evaluation.host.culture };
}

/** Reads the options of a `ToText`: a record of Format and Culture, or a text, which is the format, with a culture beside it. */
export function readFormatting(
  options: Value,
  culture: string | null,
  evaluation: Evaluation,
  functionName: string,
): TextOptions {
  const given = plain(options);
  if (given instanceof RecordValue) return readRecordOptions(given, evaluation, functionName);
  return { format: formatOrNull(given), culture: culture ?? evaluation.host.culture };
}

function readRecordOptions(options: RecordValue, evaluation: Evaluation, functionName: string): TextOptions {
  checkOptions(options, ["Format", "Culture"], functionName);
  return {
    format: formatOrNull(readOption(options, "Format")),
    culture: textOrNull(readOption(options, "Culture")) ?? evaluation.host.culture,
  };
}

/** A format; an empty one is none. */
function formatOrNull(value: Plain): string | null {
  const format = textOrNull(value);
  return format === "" ? null : format;
}

function textOrNull(value: Plain): string | null {
  return value === null ? null : (plain(asType(value, primitiveTypes.text)) as string);
}
