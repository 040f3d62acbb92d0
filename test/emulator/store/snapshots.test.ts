import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, inject, it } from "vitest";
import {
  appendAudit,
  createKey,
  findKey,
  hashHistory,
  isSnapshotName,
  listKeys,
  openSnapshots,
  openStore,
  readAudit,
  readRevision,
  replaceKey,
  type AuditRow,
  type Store,
} from "../../../emulator/store/index.ts";
import { addChats, createDesk, keys, people } from "../fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-snapshots-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const savedAt = Date.UTC(2021, 5, 15);
const newKey = "22222222-aaaa-4aaa-8aaa-000000000001";

function makeCall(at: number): AuditRow {
  const text = { method: "GET", route: `/${at}`, query: "", address: "", userAgent: "" };
  return {
    at,
    personId: people.manager,
    keyLastFour: "0002",
    status: 200,
    rows: null,
    bytes: 0,
    milliseconds: 1,
    ...text,
  };
}

/** How many chats there are, and when the audited calls were made. */
function look(store: Store) {
  const chats = store.connection.prepare("SELECT count(*) FROM chat").pluck().get() as number;
  return {
    chats,
    calls: readAudit(store, 100)
      .map(({ at }) => at)
      .toReversed(),
  };
}

/** Changes what can be changed: chats, a key, and the audit trail. */
function change(store: Store): void {
  addChats(store, [{ id: 2, startedAt: savedAt, outcome: "missed" }]);
  replaceKey(store, people.manager, newKey, savedAt);
  appendAudit(store, [makeCall(2)], []);
}

let files = 0;
const nextFile = (): string => join(folder, `desk-${++files}.sqlite`);

describe.each([
  ["a store in memory", () => ":memory:"],
  ["a file", nextFile],
])("a snapshot of %s", (_name, makeFile) => {
  const makeDesk = (): Store => {
    const store = createDesk(makeFile());
    addChats(store, [{ id: 1, startedAt: savedAt, outcome: "missed" }]);
    appendAudit(store, [makeCall(1)], []);
    return store;
  };

  it("is gone back to with its keys, and the audit trail stays", async () => {
    const store = makeDesk();
    const snapshots = openSnapshots(store);
    const hash = hashHistory(store);
    const saved = await snapshots.save("before", savedAt);
    expect(saved).toEqual({ name: "before", savedAt, bytes: saved.bytes });
    expect(saved.bytes).toBeGreaterThan(10_000);
    change(store);
    expect(look(store)).toEqual({ chats: 2, calls: [1, 2] });
    expect(await snapshots.restore("before")).toBe(true);
    expect(look(store)).toEqual({ chats: 1, calls: [1, 2] });
    expect(hashHistory(store)).toBe(hash);
    expect(findKey(store, keys.manager)?.isValid).toBe(true);
    expect(findKey(store, newKey)).toBeUndefined();
    // It can be written again, and references are checked as before.
    change(store);
    expect(look(store)).toEqual({ chats: 2, calls: [1, 2, 2] });
    expect(() => {
      createKey(store, 999, "33333333-aaaa-4aaa-8aaa-000000000001", savedAt);
    }).toThrow("FOREIGN KEY");
    expect(store.connection.pragma("integrity_check", { simple: true })).toBe("ok");
    await snapshots.close();
    store.close();
  });

  it("can be gone back to any number of times, listed, replaced and removed", async () => {
    const store = makeDesk();
    const snapshots = openSnapshots(store);
    await snapshots.save("b", savedAt);
    await snapshots.save("a", savedAt + 1000);
    change(store);
    for (let times = 0; times < 3; times++) expect(await snapshots.restore("b")).toBe(true);
    expect(snapshots.list().map(({ name, savedAt: at }) => [name, at])).toEqual([
      ["a", savedAt + 1000],
      ["b", savedAt],
    ]);
    change(store);
    await snapshots.save("b", savedAt + 5000);
    expect(await snapshots.restore("a")).toBe(true);
    expect(look(store).chats).toBe(1);
    expect(await snapshots.restore("b")).toBe(true);
    expect(look(store).chats).toBe(2);
    expect([snapshots.remove("b"), snapshots.remove("b"), await snapshots.restore("b")]).toEqual([true, false, false]);
    expect(snapshots.list().map(({ name }) => name)).toEqual(["a"]);
    await snapshots.close();
    store.close();
  });

  it("changes the revision, so that no caller keeps an answer from before", async () => {
    const store = makeDesk();
    const snapshots = openSnapshots(store);
    await snapshots.save("a", savedAt);
    const revisions = new Set([readRevision(store)]);
    for (let times = 0; times < 3; times++) {
      await snapshots.restore("a");
      revisions.add(readRevision(store));
    }
    expect(revisions.size).toBe(4);
    await snapshots.close();
    store.close();
  });

  it("of the start is not listed, and not there unless it was kept", async () => {
    const store = makeDesk();
    const snapshots = openSnapshots(store);
    expect(await snapshots.restoreStart()).toBe(false);
    await snapshots.keepStart(savedAt);
    change(store);
    expect(snapshots.list()).toEqual([]);
    expect(await snapshots.restoreStart()).toBe(true);
    expect(look(store)).toEqual({ chats: 1, calls: [1, 2] });
    await snapshots.close();
    store.close();
  });
});

describe("snapshots of a file", () => {
  it("are there again for the next program, and hold the state at the moment they were asked for", async () => {
    const file = nextFile();
    const store = createDesk(file);
    const snapshots = openSnapshots(store);
    const saving = snapshots.save("empty", savedAt);
    await Promise.resolve();
    addChats(store, [{ id: 1, startedAt: savedAt, outcome: "missed" }]);
    await saving;
    await snapshots.close();
    store.close();
    const again = openStore(file);
    const found = openSnapshots(again);
    expect(found.list()).toMatchObject([{ name: "empty", savedAt }]);
    await found.restore("empty");
    expect(look(again).chats).toBe(0);
    await found.close();
    again.close();
    expect(readdirSync(`${file}.snapshots`)).toEqual(["empty.sqlite"]);
  });

  it("are seen by every other connection to the file, as one change", async () => {
    const store = createDesk(nextFile());
    const snapshots = openSnapshots(store);
    await snapshots.save("empty", savedAt);
    addChats(store, [{ id: 1, startedAt: savedAt, outcome: "missed" }]);
    const [reader, writer] = [openStore(store.file, { isReadOnly: true }), openStore(store.file)];
    expect(listKeys(reader).length).toBe(6);
    expect(look(reader).chats).toBe(1);
    await snapshots.restore("empty");
    expect([look(reader).chats, look(writer).chats]).toEqual([0, 0]);
    addChats(writer, [{ id: 9, startedAt: savedAt, outcome: "missed" }]);
    expect(look(store).chats).toBe(1);
    await snapshots.close();
    for (const open of [reader, writer, store]) open.close();
  });

  it("leave nothing behind but themselves: not the start, nor what a killed program left", async () => {
    const store = createDesk(nextFile());
    const place = `${store.file}.snapshots`;
    const snapshots = openSnapshots(store);
    await snapshots.keepStart(savedAt);
    expect(readdirSync(place)).toHaveLength(1);
    // No process has this number: it is above what any system gives.
    for (const left of [
      ".start-99999999-x.sqlite",
      ".restore-99999999-x.sqlite-wal",
      "a.sqlite.99999999.tmp",
      "a.sqlite.99999999.tmp-journal",
    ]) {
      writeFileSync(join(place, left), "");
    }
    await snapshots.close();
    expect(existsSync(place)).toBe(false);
    store.close();
  });

  it("that are damaged are refused in a sentence, and change nothing", async () => {
    const store = createDesk(nextFile());
    const snapshots = openSnapshots(store);
    await snapshots.save("broken", savedAt);
    writeFileSync(
      join(`${store.file}.snapshots`, "broken.sqlite"),
      "no database at all, but longer than a header of one",
    );
    await expect(snapshots.restore("broken")).rejects.toThrow(/: it is no database/);
    expect(listKeys(store).length).toBe(6);
    await snapshots.close();
    store.close();
  });

  it("wait for a program that is writing", async () => {
    const store = createDesk(nextFile());
    const snapshots = openSnapshots(store);
    await snapshots.save("a", savedAt);
    const other = openStore(store.file);
    other.connection.exec("BEGIN IMMEDIATE");
    const restored = snapshots.restore("a");
    setTimeout(() => {
      other.connection.exec("COMMIT");
    }, 200);
    addChats(other, [{ id: 1, startedAt: savedAt, outcome: "missed" }]);
    expect(await restored).toBe(true);
    // It came after what the other wrote, and took it back.
    expect([other.connection.inTransaction, look(store).chats]).toEqual([false, 0]);
    await snapshots.close();
    for (const open of [other, store]) open.close();
  });
});

it("the demo is gone back to in under a second", async () => {
  const file = nextFile();
  copyFileSync(inject("demoFile"), file);
  const store = openStore(file);
  const snapshots = openSnapshots(store);
  await snapshots.save("demo", savedAt);
  const names = () => store.connection.prepare("SELECT name FROM queue").pluck().all();
  const whole = names();
  store.connection.exec("UPDATE queue SET name = name || id");
  // The program's own time: other tests run beside this one.
  const before = process.cpuUsage();
  await snapshots.restore("demo");
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(1000);
  expect(names()).toEqual(whole);
  await snapshots.close();
  store.close();
});

it.each([
  ["before", true],
  ["Release-3_1", true],
  ["7", true],
  ["a".repeat(64), true],
  ["a".repeat(65), false],
  ["", false],
  [".start", false],
  ["-a", false],
  ["a/b", false],
  ["..", false],
  ["a.b", false],
  ["a b", false],
])("%j may be the name of a snapshot: %s", (name, isName) => {
  expect(isSnapshotName(name)).toBe(isName);
});
