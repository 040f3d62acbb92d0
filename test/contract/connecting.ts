import { readFileSync } from "node:fs";
import { afterAll, expect } from "vitest";
import {
  Engine,
  readExtension,
  type EngineOptions,
  type LoadedCell,
  type LoadedColumn,
} from "../../connector/engine/index.ts";
import { now } from "./serving.ts";

/** A table as Power BI would have loaded it. */
export type Loaded = { columns: readonly LoadedColumn[]; rows: (readonly LoadedCell[])[] };

/** The emitted connector in an engine, and what it asks of a server. */
export type Connecting = {
  /** An engine with the connector and a key for a server. It is closed when the tests end. */
  readonly open: (url: string, key: string, options?: EngineOptions) => Engine;
  /** The paths and queries asked for since the last call of this, in order. */
  readonly takeCalls: () => readonly URL[];
  /** The messages traced since the last call of this. */
  readonly takeTraces: () => readonly string[];
};

/** Opens the emitted connector for a test file, counting its requests. */
export function connectShipped(): Connecting {
  const engines: Engine[] = [];
  let calls: URL[] = [];
  let traces: string[] = [];
  afterAll(() => Promise.all(engines.map((engine) => engine.close())));
  const file = "connector/generated/Chime.mez";
  return {
    open: (url, key, options = {}) => {
      const engine = new Engine({
        extensions: [readExtension(file, readFileSync(file))],
        credentials: [{ dataSourceKind: "Chime", path: url, fields: { AuthenticationKind: "Key", Key: key } }],
        allowedHosts: ["127.0.0.1"],
        now,
        timeoutMilliseconds: 60_000,
        onCall: (call) => calls.push(new URL(call.url)),
        onTrace: ({ message }) => traces.push(message),
        ...options,
      });
      engines.push(engine);
      return engine;
    },
    takeCalls: () => {
      const taken = calls;
      calls = [];
      return taken;
    },
    takeTraces: () => {
      const taken = traces;
      traces = [];
      return taken;
    },
  };
}

/** Loads an expression as Power BI does; fails for an error, in a cell too. */
export async function load(engine: Engine, expression: string): Promise<Loaded> {
  const loaded: Loaded = { columns: [], rows: [] };
  const outcome = await engine.load(expression, {
    onColumns: (columns) => {
      loaded.columns = columns;
    },
    onRows: (rows) => {
      loaded.rows.push(...rows);
    },
  });
  if (!outcome.ok) throw new Error(`${outcome.error.reason}: ${outcome.error.message} ${outcome.error.detail ?? ""}`);
  expect(outcome.errors).toBe(0);
  return loaded;
}
