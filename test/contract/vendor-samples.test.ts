/** The three samples of the vendor's post, with only scheme and host replaced. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import { chromium as browserType } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromium, chromiumArguments } from "../chromium.ts";
import { serveDemo } from "./serving.ts";

const require = createRequire(import.meta.url);
const serving = serveDemo();

const samplePath =
  "/Chime/Report/InboundVsAnsweredChats?queueId=1&start=2020-11-01T04:00:00.000Z&stop=2020-12-01T04:59:59.999Z&csv=true";
const sampleKey = "b5c38d85-a042-4cef-8418-eb06752e346b";

type Day = Record<"date" | "inbound" | "answered" | "abandoned" | "missed" | "deflected", string>;

function daysOf(csv: string): Day[] {
  return parse<Day>(csv, { columns: true });
}

function total(days: readonly Day[], column: keyof Day): number {
  return days.reduce((sum, day) => sum + Number(day[column]), 0);
}

/** What every sample must give: the CSV of the window, with chats in it. */
function expectNovember(csv: string): void {
  const days = daysOf(csv);
  expect(csv.split("\r\n")[0]).toBe("date,inbound,answered,abandoned,missed,deflected");
  expect(days).toHaveLength(31);
  expect(days[0]?.date).toBe("2020-11-01");
  expect(days.at(-1)?.date).toBe("2020-12-01");
  expect(total(days, "inbound")).toBeGreaterThan(100);
}

async function hasCurl(): Promise<boolean> {
  return promisify(execFile)("curl", ["--version"]).then(
    () => true,
    () => false,
  );
}

describe("the vendor's samples", () => {
  it("cURL gets the CSV", async ({ skip }) => {
    if (!(await hasCurl())) skip("curl is not installed on this machine");
    const { stdout } = await promisify(execFile)("curl", [
      "--location",
      "--request",
      "GET",
      `${serving.url()}${samplePath}`,
      "--header",
      `Authorization: Bearer ${sampleKey}`,
    ]);
    expectNovember(stdout);
  });

  it("Node gets it with the request package", async () => {
    // The package ships no types.
    const request = require("request") as (
      options: object,
      done: (error: Error | null, response: { body: string }) => void,
    ) => void;
    const options = {
      method: "GET",
      url: `${serving.url()}${samplePath}`,
      headers: {
        Authorization: `Bearer ${sampleKey}`,
      },
    };
    const body = await new Promise<string>((resolve, reject) => {
      request(options, (error, response) => {
        if (error) reject(error);
        else resolve(response.body);
      });
    });
    expectNovember(body);
  });

  it("jQuery gets it in a browser, from a page of another origin", async ({ skip }) => {
    if (chromium === undefined) skip("no Chromium was found on this machine; set CHROMIUM to its path");
    const jquery = readFileSync(require.resolve("jquery"), "utf8");
    const page = `<!doctype html><title>sample</title><script>${jquery}</script><script>
      var settings = {
        url: "${serving.url()}${samplePath}",
        method: "GET",
        headers: {
          Authorization: "Bearer ${sampleKey}",
        },
      };
      $.ajax(settings).done(function (response) {
        console.log(response);
      });
    </script>`;
    const other = createServer((_request, response) => response.setHeader("Content-Type", "text/html").end(page));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const browser = await browserType.launch({ executablePath: chromium!, args: chromiumArguments });
    try {
      const tab = await browser.newPage();
      const logged = new Promise<string>((resolve) => {
        tab.on("console", (message) => {
          resolve(message.text());
        });
      });
      await tab.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
      expectNovember(await logged);
    } finally {
      await browser.close();
      other.close();
    }
  });

  it("has 30 rows in New York, 31 in UTC, and the same chats in both", async () => {
    const fetchDays = async (zone: string): Promise<Day[]> =>
      daysOf(await (await serving.get(`${samplePath}${zone}`, sampleKey)).text());
    const [local, utc] = [await fetchDays("&zone=America/New_York"), await fetchDays("")];
    expect(local).toHaveLength(30);
    expect(utc).toHaveLength(31);
    for (const column of ["inbound", "answered", "abandoned", "missed", "deflected"] as const) {
      expect(total(local, column)).toBe(total(utc, column));
    }
    expect(local.every((day) => Number(day.inbound) > 0)).toBe(true);
  });
});
