/** What a problem document says; members that the server left out are made up from the status. */
export type ProblemFacts = {
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  readonly parameter: string | undefined;
  readonly retryAfterMs: number | undefined;
};

/** The server refused the call: an RFC 9457 problem document, or any other answer that is no success. */
export class ChimeProblem extends Error {
  override readonly name = "ChimeProblem";
  /** The HTTP status. */
  readonly status: number;
  /** The problem's type as sent, such as `/problems/invalid-parameter`; `about:blank` where the answer was no problem document. */
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  /** The query parameter that was wrong, where the problem names one. */
  readonly parameter: string | undefined;
  /** How long the server asked to be left alone, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(what: string, facts: ProblemFacts) {
    super(`could not read ${what}: ${facts.detail} (${facts.status} ${facts.title})`);
    this.status = facts.status;
    this.type = facts.type;
    this.title = facts.title;
    this.detail = facts.detail;
    this.parameter = facts.parameter;
    this.retryAfterMs = facts.retryAfterMs;
  }
}

/** No answer came, or one that broke off before its end: rows may be missing, so none of it counts as a whole. */
export class ChimeConnectionError extends Error {
  override readonly name = "ChimeConnectionError";

  constructor(what: string, why: string, cause?: unknown) {
    super(`could not read ${what}: ${why}`, { cause });
  }
}

/** An answer came that is not what the API says: no JSON, a column missing, a cell of another kind. */
export class ChimeAnswerError extends Error {
  override readonly name = "ChimeAnswerError";

  constructor(what: string, why: string, cause?: unknown) {
    super(`could not read ${what}: ${why}`, { cause });
  }
}
