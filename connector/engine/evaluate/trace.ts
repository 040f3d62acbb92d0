import type { Place } from "../syntax/index.ts";
import { EvaluationError, type Position } from "../values/errors.ts";

/** How many frames of a call stack an error keeps: deep recursion would make it endless. */
const mostFrames = 50;

/** Notes on an error's way up which step it passed; the first to do so also says where it arose. Gives the error back. */
export function passing(error: unknown, step: string | undefined, position: Position): unknown {
  if (error instanceof EvaluationError) {
    error.position ??= position;
    if (step !== undefined && error.frames.length < mostFrames) error.frames.push({ step, position });
  }
  return error;
}

/** The name that a text goes by which M evaluates itself. */
export const evaluatedText = "Expression.Evaluate";

/** A place in a named document. */
export function positionOf(document: string, place: Place): Position {
  return { document, ...place };
}
