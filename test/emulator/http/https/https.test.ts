import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmulator, type Emulator } from "../../../../emulator/http/index.ts";
import { createDesk, keys } from "../../fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-https-"));
let emulator: Emulator;
beforeAll(async () => {
  emulator = await createEmulator({ store: createDesk(), https: true });
  writeFileSync(join(folder, "localhost.crt"), emulator.certificate!);
});
afterAll(async () => {
  await emulator.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(url: string, ca: string | undefined): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    get(url, { ...(ca !== undefined && { ca }), agent: false }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => (body += chunk.toString()));
      response.on("end", () => {
        resolve({ status: response.statusCode!, body });
      });
    }).on("error", reject);
  });
}

describe("over HTTPS", () => {
  it("the emulator answers those who trust its certificate, by name and by address", async () => {
    expect(emulator.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    for (const url of [emulator.url, emulator.url.replace("127.0.0.1", "localhost")]) {
      expect((await ask(`${url}/_emulator/ready`, emulator.certificate)).status).toBe(200);
    }
  });

  it("it answers nobody else, and nobody who speaks HTTP", async () => {
    await expect(ask(`${emulator.url}/_emulator/ready`, undefined)).rejects.toThrow("self-signed certificate");
    await expect(fetch(`${emulator.url.replace("https", "http")}/_emulator/ready`)).rejects.toThrow("fetch failed");
    expect((await ask(`${emulator.url}/_emulator/ready`, emulator.certificate)).status).toBe(200);
  });

  it("the start page tells addresses that work", async () => {
    const { body } = await ask(`${emulator.url}/`, emulator.certificate);
    expect(body).toContain(`<code>${emulator.url}</code>`);
    expect(body).not.toContain(emulator.url.replace("https", "http"));
  });

  const run = (args: readonly string[], input: string): Promise<{ out: string; err: string }> =>
    new Promise((resolve) => {
      const env = { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, "localhost.crt") };
      const child = execFile(process.execPath, [join("dist", "cli.js"), ...args], { env }, (_error, out, err) => {
        resolve({ out, err });
      });
      child.stdin?.end(input);
    });

  it.each([
    [
      "the engine",
      ["evaluate", "-", "--json", "--allow", "127.0.0.1"],
      `List.Count(Json.Document(Web.Contents("URL/Chime/Report/Queues", [Headers = [Authorization = "Bearer ${keys.administrator}"]])))`,
    ],
    ["the client", ["client", "Queues", "--url", "URL", "--key", keys.administrator, "--format", "csv"], ""],
  ])("%s calls it once NODE_EXTRA_CA_CERTS names the certificate", async (who, args, input) => {
    const fill = (text: string): string => text.replace("URL", emulator.url);
    const { out, err } = await run(args.map(fill), fill(input));
    expect(err).toBe("");
    expect(out).toMatch(who === "the engine" ? /^3\b/ : /\r\n1,/);
  });
});
