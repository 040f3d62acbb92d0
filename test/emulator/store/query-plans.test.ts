import { describe, expect, it } from "vitest";
import { reportNames, reports } from "../../../emulator/catalogue/index.ts";
import { computeReport, readLiveQueues, readSession } from "../../../emulator/reports/index.ts";
import type { Store } from "../../../emulator/store/index.ts";
import { zoneClock } from "../../../zones/index.ts";
import { addChats, addShifts, createDesk, people, type ChatPlan } from "../fixture.ts";

const at = Date.UTC(2026, 5, 1);
const hour = 3_600_000;

/** A history in which a window of a day is a small part, so that a scan would be the wrong plan, and looks like one. */
const plans = Array.from({ length: 3000 }, (_, index): ChatPlan => ({
  id: index + 1,
  queueId: (index % 2) + 1,
  startedAt: at + index * hour,
  outcome: (["answered", "abandoned", "missed", "deflected", "leftBot"] as const)[index % 5]!,
  intent: index % 3 === 0 ? "VPN" : null,
  rating: 5,
  tagIds: [1, 2],
  transfers: 1,
  files: 1,
  messages: [
    { sender: "guest", text: "hello" },
    { sender: "bot", text: "hello" },
  ],
  offers: [{ personId: people.agent, response: "accepted" }],
}));

/** Every statement that a call compiles. */
function statementsOf(store: Store, call: () => void): readonly string[] {
  const { connection } = store;
  const compiled: string[] = [];
  const prepare = connection.prepare.bind(connection);
  Object.assign(connection, {
    prepare: (sql: string) => {
      compiled.push(sql);
      return prepare(sql);
    },
  });
  call();
  Object.assign(connection, { prepare });
  return compiled;
}

function planOf(store: Store, sql: string): readonly string[] {
  const values = Array<number | string>(sql.split("?").length - 1).fill(1);
  // A list of queues is JSON.
  const places = sql.split("?").slice(0, -1);
  const bound = values.map((value, index) => (places[index]!.endsWith("json_each(") ? "[1,2]" : value));
  const steps = store.connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...bound) as { detail: string }[];
  return steps.map(({ detail }) => detail);
}

/** What grows with the history; queues, people, roles and tags do not. */
const grown = /\bSCAN (chat|message|offer|survey|chat_tag|transfer|file_sent|guest|shift)\b/;

describe.each([["without"], ["with"]])("query plans %s statistics", (statistics) => {
  const calls: readonly (readonly [name: string, call: (store: Store) => void])[] = [
    ...reportNames.map(
      (name) =>
        [
          name,
          (store: Store) => {
            const queueIds = reports[name].scope === "queue" ? [1] : [1, 2];
            const window = { startAt: at + 1000 * hour, stopAt: at + 1024 * hour };
            for (const row of computeReport(name, { store, queueIds, window, clock: zoneClock("UTC") })) {
              expect(row).toBeTypeOf("object");
            }
          },
        ] as const,
    ),
    [
      "SessionDetails",
      (store) => {
        expect(readSession(store, 1000)).toBeDefined();
      },
    ],
    [
      "the live state",
      (store) => {
        expect(readLiveQueues(store, at + 1000 * hour)).toHaveLength(3);
      },
    ],
  ];

  it.each(calls)("%s searches, and scans nothing that grows with the history", (name, call) => {
    const store = createDesk();
    addChats(store, name === "the live state" ? [] : plans);
    addShifts(store, [{ personId: people.agent, startedAt: at, endedAt: at + hour }]);
    if (statistics === "with") store.connection.exec("ANALYZE");
    const statements = statementsOf(store, () => {
      call(store);
    });
    expect(statements.length).toBeGreaterThan(0);
    for (const sql of statements) {
      const plan = planOf(store, sql);
      expect([sql, plan.filter((step) => grown.test(step))]).toEqual([sql, []]);
      if (/FROM chat\b/.test(sql) && sql.includes("startedAt") && !sql.includes("chat.id = ?")) {
        expect(plan.join("\n")).toMatch(
          /SEARCH chat USING (COVERING )?INDEX chat_by_queue_and_start \(queueId=\? AND startedAt/,
        );
      }
    }
    store.close();
  });
});
