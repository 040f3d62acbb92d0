/** What a rule makes of a call; each with what happens, for the guide and the program's help. */
export const faultKinds = {
  latency: "the answer waits: ms, or log-normal about medianMs with sigma (0.5 when left out)",
  "too-many-requests": "429 with Retry-After: retryAfter seconds (1 when left out), as a date with asDate",
  unavailable: "503, with Retry-After when retryAfter is given",
  "internal-error": "500",
  "no-valid-key": "401, as if the key had been replaced",
  "old-build": "as build 3.1.577 answers: without SessionDetails, and with that number in X-Chime-Build",
  reset: "the connection is reset: before the answer, or in it after afterBytes of its body",
  truncate: "the connection ends in the body: after its first half, or after afterBytes",
  malformed: "a whole answer whose body is broken off: JSON that does not parse, CSV with an open quote",
  drip: "the body comes slowly: bytesPerSecond",
  "wrong-type": "text stands in a number column of the first row",
  empty: "200 with an empty body",
} as const;

/** The name of what a rule makes of a call. */
export type FaultKind = keyof typeof faultKinds;

/** Which of the calls that a rule counts it makes a fault of, counted from 1; without any, all. One of them at most is given. */
export type FaultTurn = {
  /** This call only. */
  readonly nth?: number;
  /** Each call whose number this divides. */
  readonly every?: number;
  /** The calls up to this one. */
  readonly first?: number;
  /** The calls behind this one. */
  readonly after?: number;
  /** This share of the calls, from 0 to 1, drawn from the seed. */
  readonly rate?: number;
};

/** One rule. What its kind does not take is not given. */
export type FaultRule = {
  /** A report's name, a directory's, `SessionDetails`, or a path that begins with `/Chime/`, where `*` stands for anything. */
  readonly route?: string;
  readonly when?: FaultTurn;
  readonly kind: FaultKind;
  readonly ms?: number;
  readonly medianMs?: number;
  readonly sigma?: number;
  readonly retryAfter?: number;
  readonly asDate?: boolean;
  readonly afterBytes?: number;
  readonly bytesPerSecond?: number;
};

/** Rules, and the seed that their chances are drawn from. */
export type FaultPlan = { readonly seed: number; readonly rules: readonly FaultRule[] };

/** The route of a rule that names none. */
export const everyRoute = "/Chime/*";

/** The fields that each kind takes beside `route`, `when` and `kind`. */
export const fieldsOfKinds = {
  latency: ["ms", "medianMs", "sigma"],
  "too-many-requests": ["retryAfter", "asDate"],
  unavailable: ["retryAfter", "asDate"],
  "internal-error": [],
  "no-valid-key": [],
  "old-build": [],
  reset: ["afterBytes"],
  truncate: ["afterBytes"],
  malformed: [],
  drip: ["bytesPerSecond"],
  "wrong-type": [],
  empty: [],
} as const satisfies Record<FaultKind, readonly (keyof FaultRule)[]>;
