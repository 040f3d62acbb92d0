import type { Place } from "./node.ts";

/** A mistake in M text with the place it stands at. */
export class PlacedSyntaxError extends SyntaxError {
  readonly place: Place | undefined;
  /** The document it stands in, once `parse` has said so. */
  document: string | undefined;
  constructor(message: string, place: Place | undefined) {
    super(message);
    this.place = place;
  }
}
