import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { Engine, readExtension, type HttpCall, type LoadedCell } from "../../connector/engine/index.ts";
import {
  createEmulator,
  scenarios,
  type Emulator,
  type FaultRule,
  type ScenarioName,
} from "../../emulator/http/index.ts";
import { listSeededKeys } from "../../seed/index.ts";
import { now } from "./serving.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-scenarios-"));
const file = "connector/generated/Chime.mez";
let emulator: Emulator;
let engine: Engine;
let key: string;
const statuses: (number | undefined)[] = [];
beforeAll(async () => {
  const data = join(folder, "demo.sqlite");
  copyFileSync(inject("demoFile"), data);
  emulator = await createEmulator({ file: data, now, isResettable: false });
  ({ key } = listSeededKeys(emulator.store)[0]!);
  engine = new Engine({
    extensions: [readExtension(file, readFileSync(file))],
    credentials: [{ dataSourceKind: "Chime", path: emulator.url, fields: { AuthenticationKind: "Key", Key: key } }],
    allowedHosts: ["127.0.0.1"],
    now,
    timeoutMilliseconds: 60_000,
    onCall: ({ status }: HttpCall) => statuses.push(status),
  });
  whole = await refresh(names);
});
afterAll(async () => {
  await engine.close();
  await emulator.close();
  rmSync(folder, { recursive: true });
});

type Refresh = {
  /** The rows of each table, or why it has none. */
  readonly tables: Readonly<
    Record<string, { readonly rows: number } | { readonly reason: string; readonly message: string }>
  >;
  readonly statuses: readonly (number | undefined)[];
  readonly milliseconds: number;
};

const november = '[QueueId = 1, Range = "custom", Start = #date(2020, 11, 1), Stop = #date(2020, 11, 30)]';
const names = ["InboundVsAnsweredChats", "ChatHistory", "AgentLoad", "Satisfaction"] as const;
const [first, second] = names;

/** Loads tables with the emitted connector, one after the other, as a refresh does. */
async function refresh(wanted: readonly string[]): Promise<Refresh> {
  statuses.length = 0;
  const startedAt = performance.now();
  const tables: Record<string, Refresh["tables"][string]> = {};
  for (const name of wanted) {
    const rows: (readonly LoadedCell[])[] = [];
    const outcome = await engine.load(`Chime.Report("${emulator.url}", "${name}", ${november})`, {
      onRows: (more) => {
        rows.push(...more);
      },
    });
    tables[name] = outcome.ok
      ? { rows: rows.length }
      : { reason: outcome.error.reason, message: outcome.error.message };
  }
  return { tables, statuses: [...statuses], milliseconds: performance.now() - startedAt };
}

let whole: Refresh;
afterEach(() => {
  emulator.faults.clear();
});

/** What each scenario makes of the refresh; a scenario that is missing here does not compile. */
const expectations: Readonly<Record<ScenarioName, (met: Refresh) => void>> = {
  throttled: ({ tables, statuses, milliseconds }) => {
    expect(tables).toEqual(whole.tables);
    // Every second call is refused once, and comes again after the second that Retry-After asks for.
    expect(statuses).toEqual([200, 429, 200, 429, 200, 429, 200]);
    expect(milliseconds).toBeGreaterThan(3000);
  },
  flaky: ({ tables, statuses }) => {
    expect(tables).toEqual(whole.tables);
    expect(statuses).toContain(503);
    expect(statuses.filter((status) => status === 200).length).toBe(names.length);
  },
  slow: ({ tables, statuses, milliseconds }) => {
    expect(tables).toEqual({ [first]: whole.tables[first], [second]: whole.tables[second] });
    expect(statuses).toEqual([200, 200]);
    expect(milliseconds).toBeGreaterThan(2000);
  },
  "expired-key": ({ tables, statuses }) => {
    const refused = {
      reason: "Credential.Error",
      message: expect.stringContaining("credentials provided for the Chime source are invalid") as string,
    };
    expect(tables).toEqual({ ...whole.tables, [names[3]]: refused });
    // A refused key is not tried again.
    expect(statuses).toEqual([200, 200, 200, 401]);
  },
  truncated: ({ tables }) => {
    for (const name of names) expect(tables[name]).toMatchObject({ reason: "DataSource.Error" });
  },
  maintenance: ({ tables, statuses }) => {
    expect(tables).toEqual(whole.tables);
    expect(statuses).toEqual([503, 503, 503, 200, 200, 200, 200]);
  },
  "old-build": ({ tables, statuses }) => {
    expect(tables).toEqual(whole.tables);
    expect(statuses).toEqual([200, 200, 200, 200]);
  },
};

describe("the emitted connector, loading four tables, meets", () => {
  it("no fault unless it was asked for", () => {
    expect(whole.tables).toEqual({
      InboundVsAnsweredChats: { rows: 30 },
      ChatHistory: { rows: expect.any(Number) as number },
      AgentLoad: { rows: expect.any(Number) as number },
      Satisfaction: { rows: expect.any(Number) as number },
    });
    expect(whole.statuses).toEqual([200, 200, 200, 200]);
  });

  it.each(Object.keys(scenarios) as ScenarioName[])("%s as Power Query does", async (name) => {
    emulator.faults.set(name);
    // Two tables are slow enough.
    expectations[name](await refresh(name === "slow" ? [first, second] : names));
    expect(emulator.faults.read().rules.some(({ fired }) => fired > 0)).toBe(true);
  });

  it.each<[string, FaultRule, string, string]>([
    ["a maintenance that does not end", { kind: "unavailable", retryAfter: 0 }, "DataSource.Error", "(503)"],
    ["a server that fails", { kind: "internal-error" }, "DataSource.Error", "(500)"],
    ["a connection that is reset", { kind: "reset" }, "DataSource.Error", "failed to get contents"],
    [
      "a connection that is reset in the body",
      { kind: "reset", afterBytes: 50 },
      "DataSource.Error",
      "failed to get contents",
    ],
    ["a body that is broken off", { kind: "malformed" }, "DataSource.Error", "the answer is not whole"],
    ["no body", { kind: "empty" }, "DataSource.Error", "the answer is not whole"],
  ])("%s with an error, never with fewer rows", async (_name, rule, reason, message) => {
    emulator.faults.set({ seed: 1, rules: [rule] });
    const error = { reason, message: expect.stringContaining(message) as string };
    expect((await refresh([second])).tables).toEqual({ [second]: error });
  });

  it("text in a number column with an error in its cell, and every row", async () => {
    emulator.faults.set({ seed: 1, rules: [{ kind: "wrong-type" }] });
    const outcome = await engine.load(`Chime.Report("${emulator.url}", "${second}", ${november})`, {});
    expect(outcome).toMatchObject({ ok: true, errors: 1, ...whole.tables[second] });
  });

  it("the end of a key in the middle of a refresh, and is whole again with the new one", async () => {
    emulator.faults.set("expired-key");
    expect((await refresh(names)).statuses).toContain(401);
    emulator.faults.clear();
    expect((await refresh(names)).tables).toEqual(whole.tables);
  });
});

describe("plain M", () => {
  /** Evaluates a document as a person's own query would, with the key in a header. */
  async function evaluate(relativePath: string, more = ""): Promise<unknown> {
    return engine.evaluate(
      `Table.RowCount(Table.FromRecords({Json.Document(Web.Contents("${emulator.url}", [RelativePath = "${relativePath}", Headers = [Authorization = "Bearer ${key}"]${more}]))}))`,
    );
  }
  const session = "Chime/Session/SessionDetails/1";

  it("that reads SessionDetails gets an error from an old build, and the chat from another", async () => {
    expect(await evaluate(session)).toMatchObject({ ok: true });
    emulator.faults.set("old-build");
    expect(await evaluate(session)).toMatchObject({
      ok: false,
      error: { reason: "DataSource.Error", message: expect.stringContaining("(404)") as string },
    });
  });

  it("whose time-out is shorter than a slow answer takes says that it timed out", async () => {
    emulator.faults.set("slow");
    expect(await evaluate(session, ", Timeout = #duration(0, 0, 0, 0.3)")).toMatchObject({
      ok: false,
      error: { reason: "DataSource.Error", message: expect.stringContaining("The operation has timed out") as string },
    });
  });
});
