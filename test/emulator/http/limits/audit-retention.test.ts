import { describe, expect, it } from "vitest";
import { keepAuditBounded } from "../../../../emulator/http/limits/audit-retention.ts";
import {
  appendAudit,
  pruneAudit,
  readAudit,
  readRevision,
  type AuditRow,
  type Store,
} from "../../../../emulator/store/index.ts";
import { call, withEmulator } from "../../desk-server.ts";
import { createDesk } from "../../fixture.ts";

const dayMs = 86_400_000;
const now = Date.UTC(2021, 0, 1);

function row(at: number): AuditRow {
  const call = { method: "GET", route: "/", query: "", status: 200, rows: null, bytes: 0, milliseconds: 1 };
  return { ...call, at, personId: null, keyLastFour: null, address: "", userAgent: "" };
}

function addCalls(store: Store, count: number, at: (index: number) => number): void {
  appendAudit(
    store,
    Array.from({ length: count }, (_, index) => row(at(index))),
    [],
  );
}

const instants = (store: Store): number[] =>
  readAudit(store, 10_000_000)
    .map(({ at }) => at)
    .toReversed();

describe("the audit trail", () => {
  it("keeps the latest calls, in batches, the oldest out first", () => {
    const store = createDesk();
    addCalls(store, 1000, (index) => index);
    const taken = [300, 300, 300, 300].map((most) => pruneAudit(store, { keepCalls: 250 }, most));
    expect(taken).toEqual([300, 300, 150, 0]);
    expect(instants(store)).toEqual(Array.from({ length: 250 }, (_, index) => index + 750));
    addCalls(store, 10, () => 5000);
    expect(pruneAudit(store, { keepCalls: 250 }, 300)).toBe(10);
  });

  it("keeps calls up to an age, and both limits hold together", () => {
    const store = createDesk();
    addCalls(store, 100, (index) => now - (100 - index) * dayMs);
    expect(pruneAudit(store, { beforeAt: now - 30 * dayMs }, 1000)).toBe(70);
    expect(pruneAudit(store, { beforeAt: now - 30 * dayMs, keepCalls: 5 }, 1000)).toBe(25);
    expect(instants(store).length).toBe(5);
  });

  it("is shortened without a new revision: what callers have is still good", () => {
    const store = createDesk();
    addCalls(store, 100, () => now);
    const before = readRevision(store);
    pruneAudit(store, { keepCalls: 10 }, 1000);
    expect(readRevision(store)).toBe(before);
  });

  it("does not grow beyond its limit while calls are made, nor does its file", async () => {
    const store = createDesk();
    const size = () => store.connection.pragma("page_count", { simple: true }) as number;
    addCalls(store, 6_000, () => now);
    const grown = size();
    await withEmulator({ store, now, auditRetention: { calls: 500 } }, async ({ url }) => {
      await expect.poll(() => readAudit(store, 30_000).length, { timeout: 10_000 }).toBeLessThanOrEqual(500);
      for (let made = 0; made < 50; made++) await call(url, "/");
    });
    addCalls(store, 5_000, () => now);
    expect(size()).toBeLessThanOrEqual(grown + 5);
  });

  it("is shortened in steps so small that no call waits for them", () => {
    const store = createDesk();
    addCalls(store, 50_000, () => now);
    const times = Array.from({ length: 50 }, () => {
      const startedAt = performance.now();
      pruneAudit(store, { keepCalls: 1000, beforeAt: now - 1 }, 200);
      return performance.now() - startedAt;
    });
    // The median: the machine may be busy for a moment.
    expect(times.toSorted((a, b) => a - b)[25]).toBeLessThan(10);
  });

  it("that cannot be shortened is told once, and tried again", async () => {
    const store = createDesk();
    addCalls(store, 10, () => now);
    const errors: unknown[] = [];
    store.connection.exec("ALTER TABLE audit RENAME TO elsewhere");
    const retention = keepAuditBounded(
      store,
      { calls: 1 },
      () => now,
      (error) => errors.push(error),
    );
    await expect.poll(() => errors.map(String)).toEqual([expect.stringContaining("could not be shortened")]);
    retention.close();
  });

  it("without a limit is left alone", async () => {
    const store = createDesk();
    addCalls(store, 300, () => 0);
    await withEmulator({ store, now, auditRetention: {} }, async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    expect(instants(store).length).toBe(300);
  });
});
