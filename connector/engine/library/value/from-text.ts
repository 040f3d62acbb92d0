import { parseDateTime, parseDuration, parseNumber } from "../../format/index.ts";
import type { Host } from "../../host/host.ts";
import { EvaluationError } from "../../values/errors.ts";
import type { Value } from "../../values/value.ts";

/** What a text says, by the first reading that fits: null, logical, number, datetime, duration; otherwise the text. */
export function valueFromText(text: string, culture: string, host: Host): Value {
  const trimmed = text.trim();
  switch (trimmed.toLowerCase()) {
    case "":
    case "null":
      return null;
    case "true":
      return true;
    case "false":
      return false;
  }
  return (
    tryReading(() => parseNumber(trimmed, culture)) ??
    tryReading(() => parseDateTime(trimmed, null, culture, host)) ??
    tryReading(() => parseDuration(trimmed)) ??
    text
  );
}

function tryReading<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    // A reading that does not fit is not an error here: the next one is tried.
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}
