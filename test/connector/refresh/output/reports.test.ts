import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium as browsers } from "playwright-core";
import { describe, expect, it } from "vitest";
import { printRefresh } from "../../../../connector/refresh/output/print-refresh.ts";
import { showProgress } from "../../../../connector/refresh/output/progress.ts";
import { refreshAsHtml } from "../../../../connector/refresh/output/write-html.ts";
import { refreshAsJunit } from "../../../../connector/refresh/output/write-junit.ts";
import { warningCodes } from "../../../../connector/refresh/analysis/warnings.ts";
import type { PartitionResult, RefreshResult, TableResult } from "../../../../connector/refresh/run/result.ts";
import { chromium, chromiumArguments } from "../../../chromium.ts";

const spent = { requests: 2, retries: 1, bytes: 2048, milliseconds: 1500 };
const part: PartitionResult = {
  name: "2020",
  start: "2020-01-01T00:00:00",
  end: "2021-01-01T00:00:00",
  fate: "kept",
  rows: 1000,
  errors: 0,
  ...spent,
  requests: 0,
  error: undefined,
};
const error = {
  reason: "DataSource.Error",
  message: "<no> & more",
  detail: null,
  place: { file: "a.tmdl", line: 3, column: 4 },
  shown: "Data source error: <no> & more.",
};
const table: TableResult = {
  name: "Chats",
  ok: true,
  policy: "store 3 years, refresh 1 day",
  columns: [],
  rows: 1234,
  errors: 0,
  ...spent,
  error: undefined,
  partitions: [part, { ...part, name: "2021Q101", fate: "loaded", requests: 2 }],
  dropped: ["2019"],
};

const result: RefreshResult = {
  ok: false,
  as: "service",
  target: "Demo.pbip",
  startedAt: "2026-11-22T10:00:00.000Z",
  tables: [
    table,
    { ...table, name: "Queues", policy: undefined, partitions: [], dropped: [], errors: 2 },
    { ...table, name: "Bad", ok: false, policy: undefined, partitions: [], dropped: [], rows: 0, error },
  ],
  warnings: [
    {
      code: "plain-http",
      message: "use https",
      table: "Chats",
      place: { file: "a.tmdl", line: 1, column: 2 },
      docs: "docs/guides/refresh.md#plain-http",
    },
  ],
  planning: { ...spent, requests: 0, retries: 0, bytes: 0 },
  milliseconds: 3000,
  calls: [200, 429, undefined].map((status, index) => ({
    table: "Chats",
    partition: "2021Q101",
    pass: "data",
    method: "GET",
    url: `http://127.0.0.1/Chime/Report/ChatHistory?q="<${index}>"`,
    status,
    failure: status === undefined ? "socket hang up" : undefined,
    bytes: 1024,
    startedAt: index * 500,
    milliseconds: 700,
    isRetry: index === 0,
  })),
  state: { tables: {} },
};

describe("a refresh for people", () => {
  it("is a table with partitions, errors in Power BI's words with their place, and warnings", () => {
    expect(printRefresh(result, false).split("\n")).toEqual([
      "table        rows  requests  retries  received   time",
      "Chats       1,234         2        1    2.0 kB  1.5 s  ok",
      "  2019                                                 dropped",
      "  2020      1,000         0        1    2.0 kB  1.5 s  kept",
      "  2021Q101  1,000         2        1    2.0 kB  1.5 s  loaded",
      "Queues      1,234         2        1    2.0 kB  1.5 s  2 cells with errors",
      "Bad             –         2        1    2.0 kB  1.5 s  failed",
      "",
      "3 tables, 2,468 rows, 6 requests, 3 of them again, 6.0 kB, 3.0 s, 1 failed",
      "Bad: Data source error: <no> & more. (a.tmdl, line 3, column 4)",
      "",
      "1 warning before publishing",
      "plain-http Chats, a.tmdl, line 1, column 2: use https",
      "What each means: docs/guides/refresh.md",
    ]);
  });

  it("has colours only when they are wanted", () => {
    expect(printRefresh(result, true)).toContain("\u001B[31mfailed");
    expect(printRefresh(result, false)).not.toContain("\u001B");
  });

  it("has every warning explained in the guide, under the code as a heading", () => {
    const headings = [...readFileSync(join("docs", "guides", "refresh.md"), "utf8").matchAll(/^### (\S+)$/gmu)];
    expect(headings.map(([, heading]) => heading)).toEqual([...warningCodes]);
  });
});

describe("a refresh as JUnit", () => {
  it("has a test for each table, and for each partition of one with a policy", () => {
    const xml = refreshAsJunit(result);
    expect([...xml.matchAll(/name="([^"]+)" time/gu)].map(([, name]) => name)).toEqual([
      "Chats / 2020",
      "Chats / 2021Q101",
      "Queues",
      "Bad",
    ]);
    expect(xml).toContain('<failure message="Data source error: &lt;no&gt; &amp; more.">');
    expect(xml).toContain('tests="4" failures="1"');
  });
});

describe("a refresh as a page", () => {
  it.skipIf(chromium === undefined)("shows in a browser without scripts, errors or calls elsewhere", async () => {
    const folder = mkdtempSync(join(tmpdir(), "chime-bi-page-"));
    const file = join(folder, "refresh.html");
    writeFileSync(file, refreshAsHtml(result));
    const browser = await browsers.launch({ executablePath: chromium!, args: chromiumArguments });
    try {
      const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
      const problems: string[] = [];
      page.on("console", (message) => problems.push(message.text()));
      page.on("request", (request) => {
        if (!request.url().startsWith("file:")) problems.push(request.url());
      });
      await page.goto(`file://${file}`);
      expect(await page.locator(".call").count()).toBe(3);
      expect(await page.locator(".call b.refused").count()).toBe(2);
      expect(await page.locator("tbody tr").count()).toBe(5);
      expect(await page.getByText("Data source error: <no> & more.").count()).toBe(1);
      expect(await page.locator(".call").last().getAttribute("title")).toContain('q="<2>"');
      const [shown, wide] = await page.evaluate<[number, number]>(
        "[document.documentElement.clientWidth, document.documentElement.scrollWidth]",
      );
      expect(wide).toBe(shown);
      expect((await page.screenshot()).length).toBeGreaterThan(10_000);
      expect(problems).toEqual([]);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  });
});

describe("progress", () => {
  const item = { table: "Chats", partition: "2020" };
  const drive = (isTTY: boolean): string => {
    let written = "";
    const { end, onPlan, onBegin, onProgress, onEnd } = showProgress(
      { write: (text) => (written += text), isTTY, columns: 40 },
      false,
    );
    onPlan!([item, { table: "Queues", partition: undefined }]);
    onBegin!(item);
    onProgress!(item, 500);
    onEnd!(item, { ...part, fate: "loaded", requests: 2 });
    end();
    return written;
  };

  it("is a line for each part elsewhere than on a terminal", () => {
    expect(drive(false)).toBe("Chats 2020: loaded, 1,000 rows, 2 requests, 1 again, 1.5 s\n");
  });

  it("is drawn anew on a terminal, and leaves only what is done", () => {
    const screen = drive(true);
    expect(screen).toContain("Chats 2020: 0 rows …\n0 of 2 done\n");
    expect(screen).toContain("\u001B[2A\u001B[0J");
    expect(screen.endsWith("1 of 2 done\n\u001B[1A\u001B[0J")).toBe(true);
  });
});
