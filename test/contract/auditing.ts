import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { reportNames, reports } from "../../emulator/catalogue/index.ts";
import { createEmulator } from "../../emulator/http/index.ts";
import { openStore, readAudit, type AuditRow } from "../../emulator/store/index.ts";
import { listSeededKeys } from "../../seed/index.ts";
import { connectShipped, load } from "./connecting.ts";
import { now } from "./serving.ts";

/** The rows that the audit trail has more once expressions were evaluated, each by itself. In them `URL` is the server's address. */
type Audited = (expressions: readonly string[], sharesCache?: boolean) => Promise<readonly AuditRow[]>;

/** A way of counting requests by the audit trail, over a copy of a data file. */
export function auditDemo(demoFile: () => string): Audited {
  const connecting = connectShipped();
  const folder = mkdtempSync(join(tmpdir(), "chime-bi-calls-"));
  const file = join(folder, "calls.sqlite");
  beforeAll(() => {
    copyFileSync(demoFile(), file);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  return async (expressions, sharesCache = false) => {
    const before = openStore(file);
    const key = listSeededKeys(before).find(({ role }) => role.startsWith("Administrator"))!.key;
    const count = readAudit(before, 100_000).length;
    before.close();
    // Closing the emulator writes the trail to its end.
    const emulator = await createEmulator({ file, now });
    const engine = connecting.open(emulator.url, key, { sharesCache });
    for (const expression of expressions) await load(engine, expression.replaceAll("URL", emulator.url));
    await emulator.close();
    const after = openStore(file);
    const rows = readAudit(after, 100_000);
    after.close();
    // The data file may have calls of other tests already.
    const own = rows.slice(0, rows.length - count);
    expect(own.filter(({ status }) => status !== 200)).toEqual([]);
    return own;
  };
}

/** The navigation table. */
export const contents = `Chime.Contents("URL")`;

/** A report as the navigator writes it: a global one, or one of queue 1. */
export function navigatedTo(name: keyof typeof reports): string {
  const { scope, category } = reports[name];
  const path = scope === "global" ? `{[Key = "global"]}[Data]` : `{[Key = "1"]}[Data]{[Key = "${category}"]}[Data]`;
  return `${contents}${path}{[Key = "${name}"]}[Data]`;
}

/** Every report by name, those of a queue for queue 1. */
const named = reportNames.map(
  (name) => `Chime.Report("URL", "${name}"${reports[name].scope === "queue" ? ", [QueueId = 1]" : ""})`,
);

/** A refresh as Power BI makes it: each table for its columns, then for its rows. */
export function refreshOf(tables: readonly string[]): string[] {
  return tables.flatMap((table) => [`Table.FirstN(${table}, 0)`, table]);
}

/** The guide's table of requests: what is done, and how many it takes. */
export const stated: ReadonlyMap<string, number> = new Map(
  [...readFileSync("docs/guides/power-bi.md", "utf8").matchAll(/^\| (.+?) +\| (\d+) +\|$/gmu)].map(
    ([, what, requests]) => [what!, Number(requests)],
  ),
);

/** What of that table is counted in the slow suite: 38 tables, twice each. */
export const countedSlowly: Readonly<Record<string, { expressions: readonly string[]; sharesCache: boolean }>> = {
  "refreshing all 38 reports as Desktop, from the navigator": {
    expressions: refreshOf(reportNames.map(navigatedTo)),
    sharesCache: true,
  },
  "refreshing all 38 reports as the Service, from the navigator": {
    expressions: refreshOf(reportNames.map(navigatedTo)),
    sharesCache: false,
  },
  "refreshing all 38 reports as Desktop or the Service, by `Chime.Report`": {
    expressions: refreshOf(named),
    sharesCache: false,
  },
};
