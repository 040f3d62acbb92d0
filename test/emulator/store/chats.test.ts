import { describe, expect, it } from "vitest";
import { chatDetailsSql, chatMeasuresSql, readChats, visitChats } from "../../../emulator/store/chats.ts";
import type { ChatMeasure, Store } from "../../../emulator/store/index.ts";
import { addChats, createDesk, type ChatPlan } from "../fixture.ts";

const at = Date.UTC(2020, 10, 1);
const plans = Array.from({ length: 2500 }, (_, index): ChatPlan => ({
  // Numbers against the order of starts, and 100 chats an instant, so that pages end within an instant.
  id: 5000 - index,
  queueId: (index % 5) + 1 === 5 ? 2 : 1,
  startedAt: at + Math.floor(index / 100),
  outcome: "missed",
}));

function planOf(store: Store, sql: string, ...values: number[]): string {
  const steps = store.connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
  return steps.map(({ detail }) => detail).join("\n");
}

describe("the query plan", () => {
  it("metrics read the covering index alone, without sorting", () => {
    const plan = planOf(createDesk(), chatMeasuresSql, 1, 0, 1);
    expect(plan).toContain(
      "SEARCH chat USING COVERING INDEX chat_by_queue_and_start (queueId=? AND startedAt>? AND startedAt<?)",
    );
    expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
  });

  it("pages of chats enter by the index, and only chats of one instant are sorted", () => {
    const plan = planOf(createDesk(), chatDetailsSql, 1, 0, 0, 1, 1000);
    expect(plan).toMatch(
      /SEARCH chat USING INDEX chat_by_queue_and_start \(queueId=\? AND startedAt>\? AND startedAt<\?\)/,
    );
    expect(plan).toContain("USE TEMP B-TREE FOR LAST TERM OF ORDER BY");
    expect(plan).not.toMatch(/SCAN (chat|guest|agent|survey|tag|transfer|file_sent)/);
  });

  it("is the same with many chats and statistics over them", () => {
    const store = createDesk();
    addChats(store, plans);
    store.connection.exec("ANALYZE");
    expect(planOf(store, chatMeasuresSql, 1, 0, 1)).toContain("COVERING INDEX chat_by_queue_and_start");
    expect(planOf(store, chatDetailsSql, 1, 0, 0, 1, 1000)).toContain(
      "SEARCH chat USING INDEX chat_by_queue_and_start",
    );
  });
});

describe("reading chats page by page", () => {
  it("shows every chat of the window once, in order of start and number, whatever the page ends in", () => {
    const store = createDesk();
    addChats(store, plans);
    const window = { startAt: at + 1, stopAt: at + 23 };
    const expected = plans
      .filter(({ queueId, startedAt }) => queueId === 1 && startedAt >= window.startAt && startedAt <= window.stopAt)
      .toSorted((a, b) => a.startedAt - b.startedAt || a.id - b.id);
    expect(expected.length).toBeGreaterThan(1500);
    expect([...readChats(store, 1, window)].map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  it("leaves the connection free between two rows", () => {
    const store = createDesk();
    addChats(store, plans);
    const window = { startAt: at, stopAt: at + 25 };
    let rows = 0;
    for (const chat of readChats(store, 1, window)) {
      if (rows++ % 500 === 0) store.connection.prepare("UPDATE chat SET question = 'new' WHERE id = ?").run(chat.id);
    }
    expect(rows).toBe(2000);
  });

  it("shows the same measures as the visitor", () => {
    const store = createDesk();
    addChats(store, plans);
    const window = { startAt: at, stopAt: at + 25 };
    const visited: ChatMeasure[] = [];
    visitChats(store, 2, window, (chat) => {
      visited.push(chat);
    });
    expect(visited.length).toBe(500);
    expect([...readChats(store, 2, window)]).toEqual(
      visited.map((chat) => expect.objectContaining(chat) as ChatMeasure),
    );
  });
});
