import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTarget, runRefresh, shippedConnector } from "../../connector/refresh/index.ts";
import { reports } from "../../emulator/catalogue/index.ts";
import { createRecordingServer } from "../../emulator/http/index.ts";
import { serveDemo } from "./serving.ts";

const serving = serveDemo();
const folder = mkdtempSync(join(tmpdir(), "chime-bi-record-"));
const file = join(folder, "desk.jsonl");
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Cell = string | number | boolean | null;
type Tables = ReadonlyMap<string, { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] }>;

/** Every table of the emitted connector by its path below the first folder, whose name may be a masked queue's. */
async function refresh(url: string, key: string): Promise<Tables> {
  const tables = new Map<string, { columns: readonly string[]; rows: Cell[][] }>();
  const result = await runRefresh({
    target: await readTarget(shippedConnector()),
    as: "desktop",
    url,
    key,
    options: '[Range = "yesterday"]',
    now: Date.parse("2020-11-18T12:00:00Z"),
    onColumns: (table, columns) => {
      tables.set(table, { columns: columns.map(({ name }) => name), rows: [] });
    },
    onRows: (table, rows) => {
      tables.get(table)!.rows.push(...(JSON.parse(JSON.stringify(rows)) as Cell[][]));
    },
  });
  expect(result.tables.filter(({ ok }) => !ok)).toEqual([]);
  const paths = [...tables].map(([name, table]) => [name.split(" / ").slice(1).join(" / "), table] as const);
  return new Map(paths.sort(([a], [b]) => (a < b ? -1 : 1)));
}

let recorded: Tables;
let replayed: Tables;
beforeAll(async () => {
  const recorder = await createRecordingServer({ file, upstream: serving.url() });
  recorded = await refresh(recorder.url, serving.key("Manager").key);
  await recorder.close();
  const replayer = await createRecordingServer({ file });
  replayed = await refresh(replayer.url, "00000000-0000-4000-8000-000000000000");
  await replayer.close();
}, 120_000);

describe("a refresh of the emitted connector, recorded and replayed", () => {
  it("has the same tables, columns and rows, numbers and instants", () => {
    const shape = (tables: Tables) =>
      [...tables].map(([name, { columns, rows }]) => [
        name,
        columns,
        rows.map((row) => row.map((cell) => (typeof cell === "string" && !isInstant(cell) ? "text" : cell))),
      ]);
    expect(recorded.size).toBeGreaterThan(30);
    expect(shape(replayed)).toEqual(shape(recorded));
  });

  it("has the same text wherever it was the same, and another one wherever it was another", () => {
    for (const column of ["agentName", "guestName", "guestEmail", "queueName", "sessionGuid"]) {
      const masks = new Map<string, Set<string>>();
      for (const [cell, mask] of pairsOf(column)) masks.set(cell, (masks.get(cell) ?? new Set()).add(mask));
      expect(masks.size, column).toBeGreaterThan(0);
      const all = [...masks.values()].map((each) => [...each]);
      expect(
        all.every(({ length }) => length === 1),
        column,
      ).toBe(true);
      expect(new Set(all.flat()).size, column).toBe(masks.size);
    }
  });

  it("leaves nothing of people in the file, nor a key", () => {
    const text = readFileSync(file, "utf8");
    const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}@._%+-]{3,}/gu));
    const { connection } = serving.store();
    const all = (sql: string): string[] => connection.prepare(sql).pluck().all() as string[];
    // Names of people that are words of the catalogue, too: the directories are recorded as they are.
    const ours = new Set(
      JSON.stringify(reports)
        .toLowerCase()
        .match(/\p{L}+/gu),
    );
    const names = all("SELECT firstName FROM person UNION SELECT lastName FROM person UNION SELECT login FROM person")
      .concat(all("SELECT firstName FROM guest UNION SELECT lastName FROM guest"))
      .map((name) => name.toLowerCase());
    const addresses = all(
      "SELECT email FROM person WHERE email > '' UNION SELECT email FROM guest WHERE email > '' UNION SELECT sip FROM person",
    );
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => words.has(name) && !ours.has(name))).toEqual([]);
    expect(addresses.filter((address) => text.includes(address.replace(/^sip:/, "")))).toEqual([]);
    const sentences = all("SELECT question FROM chat UNION SELECT comment FROM survey WHERE comment IS NOT NULL");
    expect(sentences.filter((sentence) => sentence.length > 12 && text.includes(sentence))).toEqual([]);
    const key = serving.key("Manager").key;
    for (const form of [key, key.toUpperCase(), key.replaceAll("-", "")]) expect(text.includes(form)).toBe(false);
  });
});

function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(text);
}

/** The cells of all columns of a name, before and after. */
function* pairsOf(column: string): Generator<readonly [string, string]> {
  const masked = [...replayed.values()];
  for (const [number, { columns, rows }] of [...recorded.values()].entries()) {
    const position = columns.indexOf(column);
    if (position < 0) continue;
    for (const [index, row] of rows.entries()) {
      if (row[position] !== null) yield [String(row[position]), String(masked[number]!.rows[index]![position])];
    }
  }
}
