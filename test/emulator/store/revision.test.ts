import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { appendAudit, countChats, createKey, openStore, readRevision } from "../../../emulator/store/index.ts";
import { chatCountSql } from "../../../emulator/store/revision.ts";
import { addChats, createDesk, people } from "../fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-revision-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const call = {
  at: 1,
  personId: null,
  keyLastFour: null,
  method: "GET",
  route: "/",
  query: "",
  status: 200,
  rows: null,
  bytes: 0,
  milliseconds: 1,
  address: "",
  userAgent: "",
};

describe("the revision of a store", () => {
  it("stays while it is read, and while the audit trail is written through it", () => {
    const store = createDesk();
    const before = readRevision(store);
    countChats(store, [1, 2], { startAt: 0, stopAt: 1 }, 10);
    appendAudit(store, [call, call], [{ keyId: 1, at: 5 }]);
    expect(readRevision(store)).toBe(before);
  });

  it("differs after anything else was written, here or by another connection", () => {
    const file = join(folder, "two.sqlite");
    const store = createDesk(file);
    const other = openStore(file);
    const seen = new Set([readRevision(store)]);
    const steps = [
      () => store.connection.exec("UPDATE queue SET name = 'Other' WHERE id = 3"),
      () => store.connection.exec("DELETE FROM queue_role WHERE queueId = 2"),
      () => {
        createKey(store, people.otherAgent, "22222222-aaaa-4aaa-8aaa-000000000001", 1);
      },
      () => other.connection.exec("UPDATE queue SET name = 'Another' WHERE id = 3"),
    ];
    for (const [index, step] of steps.entries()) {
      step();
      expect(seen.add(readRevision(store)).size).toBe(index + 2);
      expect(seen.add(readRevision(store)).size).toBe(index + 2);
    }
    other.close();
    store.close();
  });

  it("counts an audit batch that failed as nothing written by it", () => {
    const store = createDesk();
    const before = readRevision(store);
    expect(() => {
      appendAudit(store, [call, { ...call, route: null as unknown as string }], []);
    }).toThrow("NOT NULL");
    store.connection.exec("UPDATE queue SET name = 'Other' WHERE id = 3");
    expect(readRevision(store)).not.toBe(before);
  });
});

describe("counting chats", () => {
  const store = createDesk();
  addChats(
    store,
    Array.from({ length: 20 }, (_, id) => ({ id, queueId: (id % 2) + 1, startedAt: id, outcome: "missed" as const })),
  );

  it.each([
    [[1, 2], 0, 19, 100, 20],
    [[1], 0, 19, 100, 10],
    [[1, 2], 5, 5, 100, 1],
    [[1, 2], 20, 30, 100, 0],
    [[1, 2], 0, 19, 15, 15],
    [[1, 2], 0, 19, 10, 10],
    [[], 0, 19, 10, 0],
    [[3], 0, 19, 10, 0],
  ])("of queues %j from %i to %i, %i at most: %i", (queueIds, startAt, stopAt, most, chats) => {
    expect(countChats(store, queueIds, { startAt, stopAt }, most)).toBe(chats);
  });

  it("searches the covering index", () => {
    const plan = store.connection.prepare(`EXPLAIN QUERY PLAN ${chatCountSql}`).all(1, 0, 1, 10) as {
      detail: string;
    }[];
    expect(plan.map(({ detail }) => detail).join("\n")).toContain(
      "SEARCH chat USING COVERING INDEX chat_by_queue_and_start (queueId=? AND startedAt>? AND startedAt<?)",
    );
  });
});

describe("a store opened for reading", () => {
  it("sees what another connection writes, and writes nothing", () => {
    const file = join(folder, "read.sqlite");
    const store = createDesk(file);
    const reader = openStore(file, { isReadOnly: true });
    addChats(store, [{ id: 1, startedAt: 1, outcome: "missed" }]);
    expect(countChats(reader, [1], { startAt: 0, stopAt: 1 }, 10)).toBe(1);
    expect(() => reader.connection.exec("DELETE FROM chat")).toThrow("readonly");
    reader.close();
    store.close();
  });

  it("does not make a file", () => {
    expect(() => openStore(join(folder, "none.sqlite"), { isReadOnly: true })).toThrow('none.sqlite"');
  });
});
