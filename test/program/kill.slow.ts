import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { findKey, hasHistory, openSnapshots, openStore, readFacts, type Store } from "../../emulator/store/index.ts";
import { call } from "../emulator/desk-server.ts";
import { createDesk, keys, people } from "../emulator/fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-kill-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The seed of the instants at which programs are killed: `KILL_SEED` plays a run again, as far as the machine lets it. */
const seed = Number(process.env["KILL_SEED"] ?? Date.now() % 100_000);
let state = seed;
/** A delay from 0 to `most` milliseconds, the next in a row that follows from the seed. */
function nextDelay(most: number): number {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return ((state >>> 8) / 2 ** 24) * most;
}

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

type Killed = { readonly out: string; readonly hadEnded: boolean };

/**
 * Runs a program and kills it so long after it printed its first line, or after its start when it prints none. What it printed before
 * is what it had answered as done.
 */
async function runAndKill(
  args: readonly string[],
  delayMs: number,
  { whileRunning, awaitsLine = true }: { whileRunning?: (line: string) => Promise<void>; awaitsLine?: boolean } = {},
): Promise<Killed> {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  let hadEnded = false;
  const ended = new Promise<void>((done) => {
    child.once("close", () => {
      done();
    });
  });
  child.once("exit", (_code, signal) => (hadEnded = signal !== "SIGKILL"));
  child.stderr.on("data", (data: Buffer) => (err += data.toString()));
  const begun = new Promise<void>((done) => {
    child.stdout.on("data", (data: Buffer) => {
      out += data.toString();
      if (out.includes("\n")) done();
    });
  });
  if (awaitsLine) await Promise.race([begun, ended]);
  if (awaitsLine && out === "") throw new Error(`the program ended before it began: ${err}`);
  const running = whileRunning?.(out.split("\n", 1)[0]!);
  await wait(delayMs);
  child.kill("SIGKILL");
  await ended;
  await running;
  return { out, hadEnded };
}

const moduleUrl = (path: string): string => pathToFileURL(resolve("dist", path)).href;

/** A program of a few lines, with the built store and emulator at hand. */
function script(lines: string): readonly string[] {
  const imports = `import * as store from ${JSON.stringify(moduleUrl("emulator/store/index.js"))};
    import { createEmulator } from ${JSON.stringify(moduleUrl("emulator/http/index.js"))};
    import { randomUUID } from "node:crypto";
    import { writeSync } from "node:fs";
    const print = (text) => writeSync(1, text + "\\n");`;
  return ["--input-type=module", "--eval", `${imports}\n${lines}`];
}

/** Opens what a killed program left behind, and has SQLite look at all of it. */
function openAfterKill(file: string): Store {
  const store = openStore(file);
  expect(store.connection.pragma("integrity_check", { simple: true }), `seed ${seed}`).toBe("ok");
  expect(store.connection.pragma("foreign_key_check"), `seed ${seed}`).toEqual([]);
  return store;
}

describe(`kill -9 (KILL_SEED=${seed})`, () => {
  it("of 20 programs that replace keys: the last key that was answered is valid, and no earlier one", async () => {
    const file = join(folder, "keys.sqlite");
    createDesk(file).close();
    let before: string = keys.manager;
    let replaced = 0;
    for (let kill = 0; kill < 20; kill++) {
      const program = script(`
        const desk = store.openStore(${JSON.stringify(file)});
        for (;;) {
          const key = randomUUID();
          store.replaceKey(desk, ${people.manager}, key, Date.now());
          print(key);
        }`);
      const { out } = await runAndKill(program, nextDelay(150));
      const answered = out.split("\n").slice(0, -1);
      replaced += answered.length;
      const store = openAfterKill(file);
      const valid = [before, ...answered].filter((key) => findKey(store, key)?.isValid === true);
      const made = store.connection.prepare("SELECT count(*) FROM key WHERE personId = ?").pluck().get(people.manager);
      // The program may have been killed between the replacement and its answer: then a key is valid that nobody was told.
      const isTold = Number(made) === replaced + 1;
      expect(valid, `seed ${seed}, kill ${kill}`).toEqual(isTold ? [answered.at(-1)] : []);
      const validOnes = store.connection.prepare("SELECT count(*) FROM key WHERE personId = ? AND revokedAt IS NULL");
      expect(validOnes.pluck().get(people.manager)).toBe(1);
      expect(Number(made)).toBeLessThanOrEqual(replaced + 2);
      replaced = Number(made) - 1;
      before = answered.at(-1)!;
      store.close();
    }
    expect(replaced).toBeGreaterThan(100);
  });

  it("of 20 servers: the audit trail misses the last 200 calls at most, and nothing before them", async () => {
    const file = join(folder, "audit.sqlite");
    createDesk(file).close();
    let missed = 0;
    for (let kill = 0; kill < 20; kill++) {
      const program = script(`
        const emulator = await createEmulator({ file: ${JSON.stringify(file)} });
        print(emulator.url);`);
      let answered = 0;
      await runAndKill(program, 100 + nextDelay(700), {
        whileRunning: async (url) => {
          try {
            for (;;) {
              await call(url, `/Chime/Report/Queues?run=${kill}&call=${answered + 1}`);
              answered++;
            }
          } catch {
            // The server was killed.
          }
        },
      });
      const store = openAfterKill(file);
      const queries = store.connection
        .prepare("SELECT query FROM audit WHERE query LIKE ? ORDER BY id")
        .pluck()
        .all(`run=${kill}&%`) as string[];
      expect(queries, `seed ${seed}, kill ${kill}`).toEqual(
        Array.from({ length: queries.length }, (_, index) => `run=${kill}&call=${index + 1}`),
      );
      expect(answered - queries.length, `seed ${seed}, kill ${kill}`).toBeLessThanOrEqual(200);
      missed += Math.max(0, answered - queries.length);
      store.close();
    }
    // Otherwise nobody was killed in the middle of anything.
    expect(missed).toBeGreaterThan(0);
  });

  it("of 30 seeds: the file holds the history from before or the new one, whole, and drafts go with the next seed", async () => {
    const file = join(folder, "seeded.sqlite");
    const args = (number: number) => [
      join("dist", "cli.js"),
      ...["seed", "--force", "--data", file, "--from", "2020-12-21", "--until", "2021-01-01T00:00:00Z"],
      ...["--seed", String(number)],
    ];
    const startedAt = performance.now();
    await runToEnd(args(0));
    const tookMs = performance.now() - startedAt;
    expect(existsSync(file)).toBe(true);
    let [killed, whole] = [0, 0];
    let before = factsOf(file);
    for (let kill = 1; kill <= 30; kill++) {
      const isNew = kill % 3 === 0;
      if (isNew) rmSync(file);
      // Longer than a seed takes, so that a few end and the killed ones are killed at every stage.
      const delay = nextDelay(Math.min(1.4 * tookMs, 10_000));
      const { hadEnded } = await runAndKill(args(kill), delay, { awaitsLine: false });
      if (!hadEnded) killed++;
      if (isNew && !existsSync(file)) {
        expect(hadEnded).toBe(false);
        copyFileSync(join(folder, "kept.sqlite"), file);
        continue;
      }
      const store = openAfterKill(file);
      expect(hasHistory(store), `seed ${seed}, kill ${kill}`).toBe(true);
      store.close();
      const after = factsOf(file);
      const isReplaced = after.get("seed") === String(kill);
      if (isReplaced) whole++;
      else if (!isNew) expect(after, `seed ${seed}, kill ${kill}`).toEqual(before);
      if (hadEnded) expect(isReplaced).toBe(true);
      before = after;
      copyFileSync(file, join(folder, "kept.sqlite"));
    }
    expect([killed, whole].map((count) => count > 0)).toEqual([true, true]);
    await runToEnd(args(99));
    expect(readdirSync(folder).filter((name) => name.includes(".seeding-"))).toEqual([]);
  });

  it("of 30 restores: the store is as one snapshot or as the other, and both can still be restored", async () => {
    const file = join(folder, "restored.sqlite");
    const desk = createDesk(file);
    const { connection } = desk;
    const insert = connection.prepare("INSERT INTO tag (name) VALUES (?)");
    const fill = (name: string, count: number): void => {
      connection.transaction(() => {
        connection.prepare("DELETE FROM tag").run();
        for (let row = 0; row < count; row++) insert.run(`${name} ${row} ${"x".repeat(200)}`);
      })();
    };
    const snapshots = openSnapshots(desk);
    fill("few", 2000);
    await snapshots.save("few", 0);
    fill("many", 9000);
    await snapshots.save("many", 0);
    await snapshots.close();
    desk.close();
    const counts = { few: 2000, many: 9000 };
    let [few, many] = [0, 0];
    for (let kill = 0; kill < 30; kill++) {
      const program = script(`
        const desk = store.openStore(${JSON.stringify(file)});
        const snapshots = store.openSnapshots(desk);
        print("begun");
        for (;;) for (const name of ["few", "many"]) {
          await snapshots.restore(name);
          print(name);
        }`);
      await runAndKill(program, nextDelay(400));
      const store = openAfterKill(file);
      const rows = store.connection.prepare("SELECT count(*) FROM tag").pluck().get() as number;
      const names = store.connection.prepare("SELECT DISTINCT substr(name, 1, instr(name, ' ') - 1) FROM tag").pluck();
      const [name, ...others] = names.all() as (keyof typeof counts)[];
      expect([others, rows], `seed ${seed}, kill ${kill}`).toEqual([[], counts[name!]]);
      if (name === "few") few++;
      else many++;
      const again = openSnapshots(store);
      expect(again.list().map((snapshot) => snapshot.name)).toEqual(["few", "many"]);
      expect(await again.restore("many")).toBe(true);
      await again.close();
      store.close();
    }
    expect([few, many].map((count) => count > 0)).toEqual([true, true]);
  });
});

async function runToEnd(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, args, { stdio: "ignore" });
  const code = await new Promise((done) => child.once("close", done));
  expect(code).toBe(0);
}

function factsOf(file: string): ReadonlyMap<string, string> {
  const store = openStore(file);
  const facts = readFacts(store);
  store.close();
  return facts;
}
