import {
  Engine,
  type EngineOptions,
  type HttpCall,
  type LoadedCell,
  type LoadedColumn,
  type PrintedError,
} from "../engine/index.ts";
import { planConnector, planTemplate, type PlannedTable } from "./plan.ts";
import type { Target } from "./target.ts";

/** Whose refresh is played: Desktop shares one cache among all tables and has a local zone; the Service shares nothing and has UTC. */
export type RefreshKind = "desktop" | "service";

/** What to refresh, and with what. */
export type RefreshOptions = {
  readonly target: Target;
  readonly as: RefreshKind;
  /** The address of Chime, without a path. */
  readonly url: string;
  readonly key: string;
  /** The options record of the connector's function, as M. */
  readonly options?: string;
  /** M expressions for a template's parameters, beside its address and key. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** A frozen clock in milliseconds since 1970. */
  readonly now?: number;
  readonly onTable?: (table: TableResult) => void;
  readonly onColumns?: (table: string, columns: readonly LoadedColumn[]) => void;
  readonly onRows?: (table: string, rows: readonly (readonly LoadedCell[])[]) => void | Promise<void>;
};

/** How one table fared. `errors` counts cells that hold an error; they are loaded empty, as Power BI does. */
export type TableResult = {
  readonly name: string;
  readonly ok: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly errors: number;
  readonly requests: number;
  readonly bytes: number;
  readonly milliseconds: number;
  readonly error: PrintedError | undefined;
};

/** How the whole refresh fared. `planning` counts what it took to find the tables. */
export type RefreshResult = {
  readonly ok: boolean;
  readonly tables: readonly TableResult[];
  readonly planning: { readonly requests: number; readonly bytes: number; readonly milliseconds: number };
  readonly milliseconds: number;
};

/** The parameters of the emitted template that `url` and `key` fill. */
const templateParameters = { address: "ChimeAddress", key: "ChimeKey" };

/**
 * Refreshes every table of a target, one after the other, and counts what each asked of the server. A table that fails does not
 * stop the others.
 *
 * @throws Error with the M error when the tables cannot be listed.
 */
export async function runRefresh(options: RefreshOptions): Promise<RefreshResult> {
  const startedAt = performance.now();
  const meter = new Meter();
  const engine = new Engine(engineOptions(options, meter.count));
  try {
    const tables = await plan(engine, options);
    const planning = meter.take(performance.now() - startedAt);
    const results: TableResult[] = [];
    for (const table of tables) {
      const result = await loadTable(table, engine, meter, options);
      results.push(result);
      options.onTable?.(result);
    }
    return {
      ok: results.every((result) => result.ok),
      tables: results,
      planning,
      milliseconds: performance.now() - startedAt,
    };
  } finally {
    await engine.close();
  }
}

async function plan(engine: Engine, options: RefreshOptions): Promise<readonly PlannedTable[]> {
  const { target, url } = options;
  if (target.kind === "connector") return planConnector(engine, target, url, options.options);
  // What a template's queries are is asked without a network: a query that would need it is a table.
  const offline = new Engine({ ...engineOptions(options, () => undefined), allowedHosts: [] });
  try {
    return await planTemplate(offline, target);
  } finally {
    await offline.close();
  }
}

async function loadTable(
  table: PlannedTable,
  engine: Engine,
  meter: Meter,
  { onColumns, onRows }: RefreshOptions,
): Promise<TableResult> {
  const startedAt = performance.now();
  let columns = 0;
  const outcome = await engine.load(
    table.expression,
    {
      onColumns: (loaded) => {
        columns = loaded.length;
        onColumns?.(table.name, loaded);
      },
      onRows: (rows) => onRows?.(table.name, rows),
    },
    table.name,
  );
  const spent = meter.take(performance.now() - startedAt);
  return {
    name: table.name,
    ok: outcome.ok,
    columns,
    rows: outcome.ok ? outcome.rows : 0,
    errors: outcome.ok ? outcome.errors : 0,
    ...spent,
    error: outcome.ok ? undefined : outcome.error,
  };
}

function engineOptions(options: RefreshOptions, onCall: (call: HttpCall) => void): EngineOptions {
  const { target, url, key } = options;
  const common: EngineOptions = {
    allowedHosts: [new URL(url).host],
    sharesCache: options.as === "desktop",
    zone: options.as === "desktop" ? Intl.DateTimeFormat().resolvedOptions().timeZone : "UTC",
    onCall,
    ...(options.now !== undefined && { now: options.now }),
  };
  if (target.kind === "template") {
    const given = { [templateParameters.address]: url, [templateParameters.key]: key };
    const filled = Object.entries(given)
      .filter(([name]) => target.members.includes(name))
      .map(([name, value]) => [name, JSON.stringify(value)]);
    const parameters = { ...(Object.fromEntries(filled) as Record<string, string>), ...options.parameters };
    return { ...common, sections: [target.section], parameters };
  }
  return {
    ...common,
    extensions: [target.extension],
    credentials: [
      { dataSourceKind: target.dataSourceKind, path: url, fields: { AuthenticationKind: "Key", Key: key } },
    ],
  };
}

/** Counts calls from one reading to the next. */
class Meter {
  #requests = 0;
  #bytes = 0;

  readonly count = (call: HttpCall): void => {
    this.#requests++;
    this.#bytes += call.bytes;
  };

  take(milliseconds: number): { requests: number; bytes: number; milliseconds: number } {
    const spent = { requests: this.#requests, bytes: this.#bytes, milliseconds };
    this.#requests = 0;
    this.#bytes = 0;
    return spent;
  }
}
