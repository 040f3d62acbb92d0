import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readTarget, runRefresh, shippedConnector } from "../../connector/refresh/index.ts";
import type { LoadedCell, LoadedColumn } from "../../connector/engine/index.ts";
import { reportNames } from "../../emulator/catalogue/index.ts";
import { now, serveDemo } from "./serving.ts";

const serving = serveDemo();
const template = "connector/generated/template/ChimeTemplate.pq";

type Tables = Map<string, { columns: readonly LoadedColumn[]; rows: (readonly LoadedCell[])[] }>;

async function refreshed(file: string, parameters: Record<string, string>): Promise<Tables> {
  const tables: Tables = new Map();
  const result = await runRefresh({
    target: await readTarget(file),
    as: "service",
    url: serving.url(),
    key: serving.key("Administrator").key,
    parameters,
    now,
    onColumns: (table, columns) => tables.set(table, { columns, rows: [] }),
    onRows: (table, rows) => {
      tables.get(table)!.rows.push(...rows);
    },
  });
  expect(result.tables.filter((table) => !table.ok)).toEqual([]);
  expect(result.planning.requests).toBe(0);
  expect(result.tables.map((table) => table.requests)).toEqual(result.tables.map(() => 1));
  return tables;
}

describe("the emitted template", () => {
  it("gives every report with the same types and rows as the connector", async () => {
    const fromTemplate = await refreshed(template, { ChimeRange: '"previous month"', ChimeZone: '"America/New_York"' });
    expect([...fromTemplate.keys()].sort()).toEqual([...reportNames].sort());
    const target = await readTarget(shippedConnector());
    const fromConnector: Tables = new Map();
    await runRefresh({
      target,
      as: "desktop",
      url: serving.url(),
      key: serving.key("Administrator").key,
      options: '[Range = "previous month", Zone = "America/New_York"]',
      now,
      onColumns: (table, columns) => fromConnector.set(table, { columns, rows: [] }),
      onRows: (table, rows) => {
        fromConnector.get(table)!.rows.push(...rows);
      },
    });
    const chats = fromTemplate.get("InboundVsAnsweredChats")!;
    expect(chats.rows).toHaveLength(30);
    const same = [...fromConnector].find(([name]) => name.endsWith("Inbound vs. answered chats"))![1];
    expect(chats).toEqual(same);
    for (const [name, table] of fromTemplate) expect(table.rows.length, name).toBeGreaterThan(0);
  }, 60_000);

  it("writes its address as Power BI's Service wants it: constant, with path and query apart", () => {
    const text = readFileSync(template, "utf8");
    const calls = [...text.matchAll(/Web\.Contents\(\s*(\S+?),\s*\[/gu)].map(([, address]) => address);
    expect(calls.length).toBe(reportNames.length);
    expect(new Set(calls)).toEqual(new Set(["ChimeAddress"]));
  });
});
