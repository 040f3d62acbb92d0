import type { ModelState } from "../policy/state.ts";
import type { Warning } from "../analysis/warnings.ts";
import type { TableColumn } from "./columns.ts";
import type { CallRecord } from "./wire.ts";
import type { RefreshError, RefreshKind } from "./words.ts";

/** What was asked of the server, and what it took. */
export type Spent = {
  readonly requests: number;
  readonly retries: number;
  readonly bytes: number;
  readonly milliseconds: number;
};

/**
 * What became of a table or a partition: `loaded`; `kept` from an earlier refresh, with no call; `merged` of several that were kept;
 * `unchanged` by the polling expression; `directQuery`, which no refresh loads; `failed`.
 */
export type Fate = "loaded" | "kept" | "merged" | "unchanged" | "directQuery" | "failed";

/** How one partition fared; a table without a policy has one. `start` and `end` are ISO-8601 without a zone. */
export type PartitionResult = Spent & {
  /** The table's own name where it has no policy. */
  readonly name: string;
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly fate: Fate;
  readonly rows: number;
  /** Cells that hold an error; they are loaded empty, as Power BI does. */
  readonly errors: number;
  readonly error: RefreshError | undefined;
};

/** How one table fared. */
export type TableResult = Spent & {
  readonly name: string;
  readonly ok: boolean;
  readonly policy: string | undefined;
  readonly columns: readonly TableColumn[];
  readonly rows: number;
  readonly errors: number;
  /** The first that went wrong. */
  readonly error: RefreshError | undefined;
  readonly partitions: readonly PartitionResult[];
  /** Partitions that are no longer stored. */
  readonly dropped: readonly string[];
};

/** How the whole refresh fared. `planning` is what it took to find the tables. */
export type RefreshResult = {
  readonly ok: boolean;
  readonly as: RefreshKind;
  readonly target: string;
  /** ISO-8601, UTC. */
  readonly startedAt: string;
  readonly tables: readonly TableResult[];
  readonly warnings: readonly Warning[];
  readonly planning: Spent;
  readonly milliseconds: number;
  readonly calls: readonly CallRecord[];
  /** What the next refresh begins with; only what is `ok` may be kept. */
  readonly state: ModelState;
};
