import type { Host } from "../host/host.ts";
import type { BinaryValue } from "../values/binary.ts";
import type { RecordValue } from "../values/record.ts";
import type { Cell } from "../values/cell.ts";
import type { Value } from "../values/value.ts";

/** A data source that an M function of an extension stands for, while that function runs. */
export type DataSource = {
  /** The extension's section name; its files are looked up under it. */
  readonly extension: string;
  readonly kind: string;
  /** Made from the required arguments, as credentials are stored by it. */
  readonly path: string;
  /** Whether its kind offers anonymous access and nothing else. */
  readonly isAnonymous: () => boolean;
};

/** What a library function may need of the evaluation that it runs in. */
export type Evaluation = {
  readonly host: Host;
  /** The section name of the extension whose code this is; `undefined` for all other M. */
  readonly extension: string | undefined;
  /** The instant at which the evaluation first asked for one, in milliseconds since 1970: what the `Fixed…` functions count from. */
  readonly fixedNow: () => number;
  /** The cell of a library function or constant; `undefined` when the library has none of this name. */
  readonly findInLibrary: (name: string) => Cell | undefined;
  /** `#shared`: the library and all shared section members. */
  readonly shared: () => RecordValue;
  /** Evaluates M text in an environment of these names (`Expression.Evaluate`). */
  readonly evaluateText: (text: string, environment: RecordValue) => Value;
  /** The data source whose function is running; `undefined` outside an extension. */
  readonly dataSource: () => DataSource | undefined;
  /** Answers of this refresh by what was asked: `Web.Contents` looks here first. */
  readonly webCache: Map<string, BinaryValue>;
};
