import type { FaultRule } from "./fault-rule.ts";

/** A named set of rules. */
export type FaultScenario = {
  /** What the emulator does. */
  readonly does: string;
  /** What a refresh with Power Query makes of it; a test holds the emitted connector to it. */
  readonly meets: string;
  readonly rules: readonly FaultRule[];
};

/** What people with reports meet, by name. */
export const scenarios = {
  throttled: {
    does: "Every second call is answered 429 with Retry-After: 1.",
    meets: "Power Query waits and tries again, three times at most: the refresh is complete, and takes longer.",
    rules: [{ route: "/Chime/*", when: { every: 2 }, kind: "too-many-requests", retryAfter: 1 }],
  },
  flaky: {
    does: "A quarter of the calls is answered 503 without Retry-After; the others wait about 100 ms, some much longer.",
    meets:
      "Power Query tries again, each time after a longer wait: the refresh is complete, unless four in a row fail.",
    rules: [
      { route: "/Chime/*", when: { rate: 0.25 }, kind: "unavailable" },
      { route: "/Chime/*", kind: "latency", medianMs: 100, sigma: 1 },
    ],
  },
  slow: {
    does: "Every call waits about 2 s, some 6 s, and its body comes at 64 KiB a second.",
    meets:
      "The refresh is complete as long as a call takes less than Power Query's time-out: 100 s, or the option Timeout of Web.Contents. Beyond it: DataSource.Error, the operation has timed out.",
    rules: [
      { route: "/Chime/*", kind: "latency", medianMs: 2000, sigma: 0.5 },
      { route: "/Chime/*", kind: "drip", bytesPerSecond: 65_536 },
    ],
  },
  "expired-key": {
    does: "After three calls every key is refused with 401, as if it had been replaced in the middle of the refresh.",
    meets: "Credential.Error: Power BI asks for another key. Tables that were loaded before stay as they were.",
    rules: [{ route: "/Chime/*", when: { after: 3 }, kind: "no-valid-key" }],
  },
  truncated: {
    does: "The connection ends after the first half of every report's body.",
    meets:
      "DataSource.Error. Never a table with fewer rows: the emitted connector reads JSON, which is whole or an error.",
    rules: [{ route: "/Chime/Report/*", kind: "truncate" }],
  },
  maintenance: {
    does: "The first three calls are answered 503 with Retry-After: 1, then the server is back.",
    meets:
      "Power Query waits and tries again: the refresh is complete. A longer maintenance ends in DataSource.Error after four tries.",
    rules: [{ route: "/Chime/*", when: { first: 3 }, kind: "unavailable", retryAfter: 1 }],
  },
  "old-build": {
    does: "The emulator answers as build 3.1.577: SessionDetails is not there, and X-Chime-Build says so.",
    meets: "Reports are complete; what reads SessionDetails gets DataSource.Error (404).",
    rules: [{ route: "/Chime/*", kind: "old-build" }],
  },
} as const satisfies Record<string, FaultScenario>;

/** The name of a scenario. */
export type ScenarioName = keyof typeof scenarios;

/** Whether there is a scenario of this name. */
export function isScenarioName(name: string): name is ScenarioName {
  return Object.hasOwn(scenarios, name);
}
