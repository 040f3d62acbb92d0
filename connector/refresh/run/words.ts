import type { PrintedError } from "../../engine/index.ts";
import type { FilePlace } from "../queries.ts";

/** Whose refresh is played: Desktop shares one cache among all tables and has a local zone; the Service shares nothing and has UTC. */
export type RefreshKind = "desktop" | "service";

/** What stopped a table or a partition. */
export type RefreshError = {
  readonly reason: string;
  readonly message: string;
  readonly detail: string | null;
  /** Where in the queries; `undefined` for what no text of theirs caused. */
  readonly place: FilePlace | undefined;
  /** The message as Desktop or the Service shows it. */
  readonly shown: string;
};

/** How errors are looked at: places in the user's files (`undefined` for any other document), and what hides secrets. */
export type Look = {
  readonly placeOf: (document: string, line: number, column: number) => FilePlace | undefined;
  readonly redact: (text: string) => string;
};

/** An error of M in the words of Power BI. */
export function toRefreshError(as: RefreshKind, table: string, error: PrintedError, look: Look): RefreshError {
  const { reason } = error;
  const message = look.redact(error.message);
  const ended = /[.!?]$/u.test(message) ? message : `${message}.`;
  const positions = [error.position, ...error.frames.map(({ position }) => position)].filter(
    (position) => position !== undefined,
  );
  // What a connector does wrong is seen first where the user's own query called it.
  const [place] = positions.flatMap(({ document, line, column }) => look.placeOf(document, line, column) ?? []);
  return {
    reason,
    message,
    detail: error.detail === null ? null : look.redact(error.detail),
    place,
    shown:
      as === "desktop"
        ? `OLE DB or ODBC error: [${reason}] ${ended}`
        : `Data source error: ${reason}: ${ended} The exception was raised by the IDbCommand interface. Table: ${table}.`,
  };
}

/** A column of the model that the query does not have. */
export function missingColumn(as: RefreshKind, table: string, sourceColumn: string): RefreshError {
  const message = `The '${sourceColumn}' column does not exist in the rowset.`;
  return {
    reason: "Model.Error",
    message,
    detail: null,
    place: undefined,
    shown: as === "desktop" ? message : `${message} Table: ${table}.`,
  };
}

/** What the Service says of a refresh that took too long; the wording of its message is not published. */
export function timeLimit(table: string, hours: number): RefreshError {
  const message = `The refresh was cancelled: imported semantic models time out after ${hours} hours${hours === 2 ? " (5 hours in Premium workspaces)" : ""}.`;
  return {
    reason: "Refresh.Limit",
    message,
    detail: null,
    place: undefined,
    shown: `${message} Table: ${table}.`,
  };
}

/** A refresh that was stopped from outside. */
export const cancelled: RefreshError = {
  reason: "Refresh.Cancelled",
  message: "The refresh was cancelled.",
  detail: null,
  place: undefined,
  shown: "The refresh was cancelled.",
};
