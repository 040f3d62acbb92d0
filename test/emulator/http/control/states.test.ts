import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, inject, it } from "vitest";
import { createEmulator } from "../../../../emulator/http/index.ts";
import { openStore, readAudit } from "../../../../emulator/store/index.ts";
import { listSeededKeys } from "../../../../seed/index.ts";
import { call } from "../../desk-server.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-states-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const now = Date.parse("2020-12-15T12:00:00Z");
// A year and a half: long enough for a thread of its own.
const long = "/Chime/Report/ChatHistory?queueId=1&start=2020-11-01&stop=2022-05-01";

it("a served demo is reset in under a second, also for the threads of long reports, and answers under way are cut", async () => {
  const file = join(folder, "demo.sqlite");
  copyFileSync(inject("demoFile"), file);
  const emulator = await createEmulator({ file, now });
  const { key } = listSeededKeys(emulator.store)[0]!;
  // Other tests serve the same demo before it is copied.
  const earlier = readAudit(emulator.store, 10_000).length;
  const read = async () => call(emulator.url, long, { key });
  try {
    const whole = await read();
    const other = openStore(file);
    other.connection.exec("UPDATE chat SET question = 'changed'");
    other.close();
    expect((await read()).body).not.toBe(whole.body);

    // Slow enough to be under way when the reset comes.
    emulator.faults.set({ seed: 1, rules: [{ kind: "drip", bytesPerSecond: 1000 }] });
    const underWay = expect(read()).rejects.toThrow(/aborted|ECONNRESET|socket hang up/);
    await expect.poll(() => emulator.faults.read().rules[0]?.fired).toBe(1);
    // The program's own time: other tests run beside this one.
    const before = process.cpuUsage();
    await emulator.reset();
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1000);
    await underWay;
    expect((await read()).body).toBe(whole.body);

    // Calls that come meanwhile wait, and see what was restored.
    const resetting = emulator.reset();
    const [waited] = await Promise.all([read(), resetting]);
    expect([waited.status, waited.body]).toEqual([200, whole.body]);
    expect(readdirSync(`${file}.snapshots`)).toEqual([expect.stringMatching(/^\.start-\d+-.*\.sqlite$/)]);
  } finally {
    await emulator.close();
  }
  expect(existsSync(`${file}.snapshots`)).toBe(false);
  const after = openStore(file);
  expect(readAudit(after, 10_000).length - earlier).toBe(5);
  after.close();
});
