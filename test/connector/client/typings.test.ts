/** What the compiler knows of a client; `npm run types` fails where it knows too little, or accepts what it should refuse. */
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import {
  createClient,
  type Client,
  type RangeText,
  type ReportQuery,
  type ReportRow,
  type Rows,
  type Session,
} from "../../../connector/client/index.ts";
import { reportNames, reports, type ReportName } from "../../../emulator/catalogue/index.ts";
import { createEmulator, type Emulator } from "../../../emulator/http/index.ts";
import { keys } from "../../emulator/fixture.ts";
import { createFullDesk, now } from "./desk.ts";

let emulator: Emulator;
let client: Client;
beforeAll(async () => {
  emulator = await createEmulator({ store: createFullDesk(), now });
  client = createClient({ url: emulator.url, key: keys.administrator, now: () => now, retries: { most: 0 } });
});
afterAll(async () => {
  await emulator.close();
  emulator.store.close();
});

describe("a report knows its columns", () => {
  it("of every kind", async () => {
    const rows = client.report("ChatHistory", { queueId: 1, range: "previous month", zone: "America/New_York" });
    expectTypeOf(rows).toEqualTypeOf<Rows<ReportRow<"ChatHistory">>>();
    const [row] = await rows.toArray();
    expectTypeOf(row!.sessionId).toEqualTypeOf<number>();
    expectTypeOf(row!.sessionGuid).toEqualTypeOf<string>();
    expectTypeOf(row!.startedAt).toEqualTypeOf<string>();
    expectTypeOf(row!.queuedAt).toEqualTypeOf<string | null>();
    expectTypeOf(row!.waitSeconds).toEqualTypeOf<number | null>();
    expectTypeOf(row!.dropped).toEqualTypeOf<boolean>();
    expectTypeOf(row!.resolved).toEqualTypeOf<boolean | null>();
    expect(row).toMatchObject({ sessionId: 1, dropped: false, queuedAt: "2020-11-01T00:00:05.000-04:00" });
    // @ts-expect-error the report has no such column
    expect(row!.inbound).toBeUndefined();
  });

  it("when its rows are read one by one", async () => {
    for await (const day of client.report("InboundVsAnsweredChats", { queueId: 1 })) {
      expectTypeOf(day.date).toEqualTypeOf<string>();
      expectTypeOf(day.inbound).toEqualTypeOf<number>();
      expect(typeof day.inbound).toBe("number");
    }
  });

  it("and only of one report when the name is one of several", () => {
    expectTypeOf<ReportRow<"Queues" | "InboundVsAnsweredChats">>().toEqualTypeOf<
      ReportRow<"Queues"> | ReportRow<"InboundVsAnsweredChats">
    >();
    expect(reportNames.length).toBeGreaterThan(1);
  });
});

describe("queueId", () => {
  it("is needed where a report covers one queue", () => {
    // @ts-expect-error the query is missing
    expect(() => client.report("InboundVsAnsweredChats")).toThrow("covers one queue: give its number");
    // @ts-expect-error queueId is missing
    expect(() => client.report("ChatHistory", { range: "today" })).toThrow("covers one queue: give its number");
  });

  it("is refused where a report covers them all", () => {
    // @ts-expect-error the report is global
    expect(() => client.report("QueueComparison", { queueId: 1 })).toThrow("covers all queues and takes no number");
  });

  it.each(reportNames)("%s follows its scope", (name) => {
    const query = (reports[name].scope === "queue" ? { queueId: 1 } : {}) as ReportQuery<ReportName>;
    expect(client.report(name, query).columns).toBe(reports[name].columns);
  });
});

describe("range", () => {
  it("is a name, with spaces or hyphens, or its bounds", () => {
    expectTypeOf<"previous month">().toExtend<RangeText>();
    expectTypeOf<"year-to-date">().toExtend<RangeText>();
    expectTypeOf<"last 30 days">().toExtend<RangeText>();
    expectTypeOf<"custom">().not.toExtend<RangeText>();
    const query = { queueId: 1, range: { start: "2020-11-01", stop: new Date(now) } } as const;
    expect(() => client.report("ChatHistory", query)).not.toThrow();
    // @ts-expect-error there is no such range
    expect(() => client.report("ChatHistory", { queueId: 1, range: "next month" })).toThrow("no date range");
  });

  it("is refused where a report has no window", () => {
    // @ts-expect-error Queues has no window
    expect(() => client.report("Queues", { range: "today" })).toThrow("has no window");
  });
});

describe("names", () => {
  it("are those of the catalogue", async () => {
    expectTypeOf<Parameters<Client["report"]>[0]>().toEqualTypeOf<ReportName>();
    // @ts-expect-error there is no such report
    expect(() => client.report("InboundChats", { queueId: 1 })).toThrow('no report "InboundChats"');
    // @ts-expect-error there is no such category
    await expect(client.directory("all")).rejects.toThrow('no category "all"');
  });
});

describe("a chat", () => {
  it("knows its facts and its lists", async () => {
    const session = await client.session(1);
    expectTypeOf(session).toEqualTypeOf<Session>();
    expectTypeOf(session.startedAt).toEqualTypeOf<string>();
    expectTypeOf(session.rating).toEqualTypeOf<number | null>();
    expectTypeOf(session.transcript[0]!.text).toEqualTypeOf<string>();
    expectTypeOf(session.offers[0]!.offeredAt).toEqualTypeOf<string>();
    expect(session.rating).toBe(1);
    // @ts-expect-error a chat has no such list
    expect(session.calls).toBeUndefined();
  });
});
