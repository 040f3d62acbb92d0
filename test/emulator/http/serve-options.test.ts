import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommanderError } from "commander";
import { afterAll, describe, expect, it } from "vitest";
import { appendAudit, openStore, readAudit } from "../../../emulator/store/index.ts";
import { call, withEmulator } from "../desk-server.ts";
import { createDesk, keys } from "../fixture.ts";
import { runCommand } from "./command-run.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-options-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const file = join(folder, "desk.sqlite");
const store = createDesk(file);
store.connection.prepare("INSERT INTO fact VALUES ('complete', '1')").run();
store.close();

/** Runs `serve` until what is done with its address and its output is done. */
async function serve(args: readonly string[], run: (url: string, text: string) => Promise<void>): Promise<void> {
  let told: (text: string) => void;
  const started = new Promise<string>((resolve) => (told = resolve));
  const served = runCommand(["serve", "--port", "0", ...args], (text) => {
    told(text);
  });
  const text = await Promise.race([started, served]);
  try {
    await run(/https?:\/\/127\.0\.0\.1:\d+/.exec(text)![0], text);
  } finally {
    process.emit("SIGINT");
    await served;
  }
}

describe("serve", () => {
  it("with --https makes a certificate beside the data, says where, and takes calls with it", async () => {
    const certificate = join(folder, "localhost.crt");
    for (const says of [
      `A new certificate for localhost is in ${certificate}`,
      "The certificate for localhost is in",
    ]) {
      await serve(["--data", file, "--https"], async (url, text) => {
        expect(url).toMatch(/^https:/);
        expect(text).toContain(says);
        const status = await new Promise((resolve, reject) => {
          const options = { ca: readFileSync(certificate), agent: false, headers: { Host: "localhost" } };
          get(`${url}/_emulator/ready`, options, (response) => {
            response.resume();
            resolve(response.statusCode);
          }).on("error", reject);
        });
        expect(status).toBe(200);
      });
    }
  });

  it("with one's own certificate that cannot be used says why, and makes none", async () => {
    const args = ["serve", "--data", file, "--cert", join(folder, "none.crt"), "--key", join(folder, "none.key")];
    await expect(runCommand(args)).rejects.toThrow(`could not read the certificate "${join(folder, "none.crt")}"`);
  });

  it("takes the names, origins and limits that it was told", async () => {
    const names = ["--allow-host", "desk.example", "--allow-host", "other.example"];
    const limits = [
      "--allow-origin",
      "https://bi.example",
      "--rate",
      "1/s",
      "--most-concurrent",
      "10",
      "--request-timeout",
      "5",
    ];
    await serve(["--data", file, ...names, ...limits], async (url) => {
      const path = "/Chime/Report/Queues";
      const statusAt = async (host: string) => (await call(url, "/", { headers: { Host: host } })).status;
      expect([
        await statusAt("desk.example"),
        await statusAt("other.example:80"),
        await statusAt("evil.example"),
      ]).toEqual([200, 200, 421]);
      const first = await call(url, path, { headers: { Origin: "https://evil.example" } });
      expect([first.status, first.headers["access-control-allow-origin"]]).toEqual([200, undefined]);
      const second = await call(url, path, { headers: { Origin: "https://bi.example" } });
      expect([second.status, second.headers["access-control-allow-origin"]]).toEqual([429, "https://bi.example"]);
    });
  });

  it("with --audit-retention keeps no more of the audit trail", async () => {
    const before = openStore(file);
    const old = { method: "GET", route: "/", query: "", status: 200, rows: null, bytes: 0, milliseconds: 1 };
    const row = {
      ...old,
      at: Date.now() - 10 * 86_400_000,
      personId: null,
      keyLastFour: null,
      address: "",
      userAgent: "",
    };
    appendAudit(before, Array<typeof row>(50).fill(row), []);
    await serve(["--data", file, "--audit-retention", "9d,1000"], async () => {
      await expect.poll(() => readAudit(before, 1000).some(({ at }) => at === row.at)).toBe(false);
    });
    before.close();
  });

  it("records another server and replays it", async () => {
    const recording = join(folder, "desk.jsonl");
    await withEmulator({ store: createDesk() }, async (emulator) => {
      await serve(["--record", recording, "--upstream", emulator.url, "--keep", "queueName"], async (url, text) => {
        expect(text).toContain(`Passing calls at ${url} on to ${emulator.url}`);
        expect((await call(url, "/Chime/Report/Queues")).status).toBe(200);
      });
    });
    await serve(["--replay", recording], async (url, text) => {
      expect(text).toContain(`Answering at ${url} from the 1 calls in ${recording}`);
      const { body } = await call(url, "/Chime/Report/Queues", { key: keys.manager });
      const [queue] = JSON.parse(body) as Record<string, unknown>[];
      expect(queue).toMatchObject({ queueId: 1, queueName: 'Service "Desk"' });
      expect(queue!["description"]).not.toBe("First, and\r\nforemost");
    });
    expect(existsSync(recording)).toBe(true);
  });

  it.each([
    [["--cert", "a"], "need each other"],
    [["--rate", "0"], "above 0"],
    [["--rate", "many"], "above 0"],
    [["--most-concurrent", "0"], "from 1 to 999999"],
    [["--request-timeout", "1.5"], "from 1 to 999999"],
    [["--allow-origin", "bi.example"], "a scheme and a host"],
    [["--allow-origin", "https://bi.example/page"], "a scheme and a host"],
    [["--audit-retention", "0d"], "90d,100000, or off"],
    [["--audit-retention", "90d,80d"], "90d,100000, or off"],
    [["--audit-retention", "forever"], "90d,100000, or off"],
    [["--record", "x.jsonl"], "need each other"],
    [["--upstream", "https://chime.example"], "need each other"],
    [["--record", "x.jsonl", "--upstream", "chime.example"], "scheme and host"],
    [["--record", "x.jsonl", "--upstream", "https://chime.example/Chime"], "scheme and host"],
    [["--keep", "queueName"], "needs '--record'"],
    [["--record", "x.jsonl", "--upstream", "https://chime.example", "--replay", "y.jsonl"], "exclude each other"],
    [["--replay", "y.jsonl", "--now", "2020-12-15T12:00:00Z"], "option '--now' is for serving a data file"],
    [["--replay", "y.jsonl", "--no-reset"], "option '--no-reset' is for serving a data file"],
    [["--replay", "y.jsonl", "--audit-retention", "off"], "option '--audit-retention' is for serving a data file"],
  ])("%j is wrong usage", async (args, says) => {
    const failed = runCommand(["serve", ...args]);
    await expect(failed).rejects.toBeInstanceOf(CommanderError);
    await expect(failed).rejects.toThrow(says);
  });
});
