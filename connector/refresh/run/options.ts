import type { Credential, LoadedCell, LoadedColumn } from "../../engine/index.ts";
import type { RefreshPolicy } from "../policy/policy.ts";
import type { Connector, Target } from "../target.ts";
import type { ModelState } from "../policy/state.ts";
import type { TableColumn } from "./columns.ts";
import type { RefreshKind } from "./words.ts";
import type { PartitionResult, TableResult } from "./result.ts";

/** Whose limits a refresh as the Service has: 2 hours in shared capacity, 5 in Premium. */
export type Capacity = "shared" | "premium";

/** A part of the work: a table, or a partition of one. */
export type WorkItem = { readonly table: string; readonly partition: string | undefined };

/** Where loaded rows go. What it throws ends the refresh. */
export type RowTarget = {
  readonly write: (rows: readonly (readonly LoadedCell[])[]) => void | Promise<void>;
  /** All rows have come; gives the name of the file that they are in, if it is kept with the partition. */
  readonly finish: () => Promise<string | undefined>;
};

/** Told of what happens, in this order for each item. */
export type RefreshWatch = {
  readonly onPlan?: (items: readonly WorkItem[]) => void;
  readonly onBegin?: (item: WorkItem) => void;
  readonly onProgress?: (item: WorkItem, rows: number) => void;
  readonly onEnd?: (item: WorkItem, result: PartitionResult) => void;
  readonly onTable?: (table: TableResult) => void;
  /** The query's columns, before its rows; for every partition. */
  readonly onColumns?: (table: string, columns: readonly LoadedColumn[]) => void;
  /** Rows as they are loaded. */
  readonly onRows?: (table: string, rows: readonly (readonly LoadedCell[])[]) => void;
};

/** What to refresh, and with what. */
export type RefreshOptions = RefreshWatch & {
  readonly target: Target;
  readonly as: RefreshKind;
  /** The address of Chime, without a path; a connector needs it, queries may have one of their own. */
  readonly url?: string;
  /** The API key: a connector's credential, and what a template's parameter gets. */
  readonly key?: string;
  /** The options record of the connector's function, as M. */
  readonly options?: string;
  /** M expressions for parameters, beside the template's address and key. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Texts for parameters, read by the type that a parameter says it has. */
  readonly values?: Readonly<Record<string, string>>;
  /** Extensions that queries may use, beside the shipped connector. */
  readonly connectors?: readonly Connector[];
  readonly credentials?: readonly Credential[];
  /** Hosts that may be asked beside that of `url`. */
  readonly allowedHosts?: readonly string[];
  /** A frozen clock in milliseconds since 1970. */
  readonly now?: number;
  /** The IANA zone that says which day it is for a policy; UTC when left out. */
  readonly zone?: string;
  /** Policies by table, in place of the project's; `*` is for every table whose query uses both range parameters. */
  readonly policies?: Readonly<Record<string, RefreshPolicy>>;
  /** What the last refresh left; without it this is the first one. */
  readonly state?: ModelState;
  /** Whether a file of an earlier refresh is still there; all are when left out. */
  readonly hasFile?: (table: string, file: string | undefined) => boolean;
  readonly capacity?: Capacity;
  /** After how long the refresh is cut off, in milliseconds; by `capacity` for the Service when left out. */
  readonly limitMilliseconds?: number;
  /** How many tables and partitions are loaded at a time; 2 when left out. */
  readonly parallel?: number;
  /** Names of tables to refresh, `*` for any part of one; all when left out. */
  readonly only?: readonly string[];
  readonly signal?: AbortSignal;
  readonly openRows?: (item: WorkItem, columns: readonly TableColumn[]) => RowTarget | Promise<RowTarget>;
};
