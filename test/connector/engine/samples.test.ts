import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runTests } from "../../../connector/engine/test-command.ts";
import { Engine, type EngineOptions, type Extension } from "../../../connector/engine/index.ts";
import { shown } from "./evaluating.ts";
import { serveSamples } from "./trippin-service.ts";

/** A check-out of Microsoft's DataConnectors: its samples are not ours to keep here. */
const folder = process.env["DATA_CONNECTORS"] ?? "../DataConnectors";
const samples = join(folder, "samples");
const missing = existsSync(samples)
  ? undefined
  : `no "${samples}": set DATA_CONNECTORS to a check-out of microsoft/DataConnectors`;
if (missing !== undefined) console.info(`Microsoft's samples are not run: ${missing}`);

const server = serveSamples();
let standIns: Record<string, string> = {};
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  standIns = { "services.odata.org": address, "api.github.com": address };
});
afterAll(() => server.close());

function readSample(path: string): Extension {
  const files = readdirSync(join(samples, path), { withFileTypes: true }).filter((entry) => entry.isFile());
  const read = (name: string): Buffer => readFileSync(join(samples, path, name));
  const document = files.find(({ name }) => /(?<!\.query)\.pq$/u.test(name))!.name;
  return {
    document,
    text: read(document).toString("utf8"),
    files: Object.fromEntries(files.map(({ name }) => [name, read(name)])),
  };
}

async function evaluated(path: string, text: string, options: EngineOptions = {}): Promise<string> {
  const engine = new Engine({ extensions: [readSample(path)], standIns, timeoutMilliseconds: 20_000, ...options });
  try {
    return shown(await engine.evaluate(text));
  } finally {
    await engine.close();
  }
}

const service = '"http://services.odata.org/v4/TripPinService/"';
const countPeople = 'Table.RowCount(TripPin.Contents(){[Name = "People"]}[Data])';

describe.skipIf(missing !== undefined)(
  `Microsoft's samples, unchanged${missing === undefined ? "" : ` (skipped: ${missing})`}`,
  () => {
    it.each([
      ["TripPin/1-OData", `Table.RowCount(TripPin.Feed(${service}){[Name = "People"]}[Data])`, "10"],
      ["TripPin/2-Rest", `List.Count(TripPin.Feed(${service} & "Airports")[value])`, "5"],
      ["TripPin/3-NavTables", `Table.RowCount(TripPin.Contents(${service}){[Name = "Airports"]}[Data])`, "5"],
      ["TripPin/4-Paths", `TripPin.Contents(${service}){[Name = "Airports"]}[Data]{0}[Latitude]`, "37.6"],
      ["TripPin/5-Paging", countPeople, "10"],
      ["TripPin/6-Schema", countPeople, "10"],
      ["TripPin/7-AdvancedSchema", countPeople, "10"],
      ["TripPin/8-Diagnostics", countPeople, "10"],
      ["TripPin/9-TestConnection", countPeople, "10"],
      ["NavigationTable", 'NavigationTable.Nested(){[Key = "n2"]}[Data]{[Key = "item1"]}[Data]{0}[Column1]', '"BBB"'],
    ])("%s", async (path, text, result) => {
      expect(await evaluated(path, text)).toBe(result);
    });

    it("Github, with a token in the place of a sign-in", async () => {
      const credentials = [
        {
          dataSourceKind: "GithubSample",
          path: "http://api.github.com",
          fields: { AuthenticationKind: "OAuth2", access_token: "token" } as const,
        },
      ];
      const text =
        'Table.ToRows(Table.ExpandRecordColumn(GithubSample.PagedTable("http://api.github.com/repos"), "Column1", {"id", "authorization"}))';
      const bearer = [1, 2, 3].map((page) => `{${page}, "Bearer token"}`).join(", ");
      expect(await evaluated("Github", text, { credentials })).toBe(`{${bearer}}`);
    });

    it.each([
      ["TripPin/10-TableView1", []],
      // One of its facts is false on purpose.
      ["UnitTesting", ["Check that this function returns '123'"]],
    ])("the tests of %s", async (path, failing) => {
      const tests = mkdtempSync(join(tmpdir(), "chime-samples-"));
      try {
        for (const name of readdirSync(join(samples, path)).filter((file) => file.endsWith(".query.pq"))) {
          writeFileSync(join(tests, name), readFileSync(join(samples, path, name)));
        }
        const options = { extensions: [readSample(path)], standIns, failsOnFoldingFailure: true };
        const results = await runTests(tests, options, { isStrict: true, isUpdate: false });
        expect(results.filter(({ status }) => status === "failed").map(({ name }) => name)).toEqual(failing);
      } finally {
        rmSync(tests, { recursive: true });
      }
    });
  },
);
