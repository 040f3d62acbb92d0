import { mkdtempSync, rmSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportNames, routeOf } from "../../../emulator/catalogue/index.ts";
import { composeReport, type ReportJob } from "../../../emulator/http/compose-report.ts";
import { createEmulator } from "../../../emulator/http/index.ts";
import { createReportThreads } from "../../../emulator/http/report-threads.ts";
import { openStore, readAudit } from "../../../emulator/store/index.ts";
import { call, withEmulator } from "../desk-server.ts";
import { addChats, createDesk, keys, people, type ChatPlan } from "../fixture.ts";
import { addManyChats } from "./long-reports.ts";

// The threads run what `npm run build` made, as `npm test` does first.
const folder = mkdtempSync(join(tmpdir(), "chime-bi-threads-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const start = Date.parse("2020-11-01T04:00:00.000Z");
const now = start + 30 * 86_400_000;
const outcomes = ["answered", "answered", "abandoned", "missed", "deflected", "leftBot"] as const;
const plans = Array.from({ length: 3000 }, (_, index): ChatPlan => ({
  id: index + 1,
  queueId: (index % 2) + 1,
  startedAt: start + index * 800_000,
  outcome: outcomes[index % outcomes.length]!,
  waitMs: (index % 90) * 1000 + 1,
  agentId: index % 3 === 0 ? people.agent : people.otherAgent,
  ...(index % 4 === 0 && { rating: (index % 5) + 1, comment: 'So "so", said\r\nshe 🙂' }),
  tagIds: index % 7 === 0 ? [1, 2, 3] : [],
}));
const window = "start=2020-11-01T04:00:00.000Z&stop=2020-12-01T04:59:59.999Z&zone=America/New_York";
const job: ReportJob = {
  name: "ChatHistory",
  queueIds: [1],
  window: { startAt: start, stopAt: now },
  zone: "Asia/Tokyo",
  isCsv: false,
};

const desk = join(folder, "desk.sqlite");
beforeAll(() => {
  const store = createDesk(desk);
  addChats(store, plans);
  store.close();
});

describe("a report made on a thread", () => {
  it("is the same to the byte as on the main thread, in chunks that hold its rows", async () => {
    const threads = createReportThreads(desk);
    const store = openStore(desk);
    try {
      const made = [];
      for await (const chunk of threads.compose(job)) made.push(chunk);
      const here = [...composeReport(store, job)];
      expect(made.length).toBeGreaterThan(3);
      expect(made.map(({ rows }) => rows)).toEqual(here.map(({ rows }) => rows));
      const [there, whole] = [made, here].map((chunks) => Buffer.concat(chunks.map(({ bytes }) => bytes)));
      expect(there!.equals(whole!)).toBe(true);
    } finally {
      await threads.close();
      store.close();
    }
  });

  it("is what a store in memory answers, whichever report it is", async () => {
    const memory = createDesk();
    addChats(memory, plans);
    await withEmulator({ file: desk, now }, async (onThreads) => {
      await withEmulator({ store: memory, now }, async (inProcess) => {
        for (const name of reportNames) {
          for (const csv of ["false", "true"]) {
            const path = `${routeOf(name)}?queueId=1&${window}&csv=${csv}`;
            const [long, short] = [await call(onThreads.url, path), await call(inProcess.url, path)];
            expect(long.status).toBe(200);
            expect(long.body).toBe(short.body);
          }
        }
      });
    });
  });

  it("several at a time do not mix", async () => {
    const threads = createReportThreads(desk);
    const read = async (queueId: number): Promise<string> => {
      const made = [];
      for await (const { bytes } of threads.compose({ ...job, queueIds: [queueId] })) made.push(bytes);
      return Buffer.concat(made).toString();
    };
    const [one, two] = [await read(1), await read(2)];
    expect(one).not.toBe(two);
    expect(await Promise.all([1, 2, 1, 2, 1, 2].map(read))).toEqual([one, two, one, two, one, two]);
    await threads.close();
  });

  it("that fails throws what went wrong, and the thread goes on with the next", async () => {
    const threads = createReportThreads(desk);
    const failing = threads.compose({ ...job, queueIds: [1, 2] });
    await expect(failing.next()).rejects.toThrow("a report on one queue got 2 queues");
    expect((await threads.compose(job).next()).value?.rows).toBeGreaterThan(10);
    await threads.close();
  });

  it("is broken off when the threads are closed", async () => {
    const threads = createReportThreads(desk);
    const chunks = threads.compose(job);
    await chunks.next();
    const rest = (async () => {
      for await (const chunk of chunks) expect(chunk.rows).toBeGreaterThan(0);
      for await (const chunk of threads.compose(job)) expect(chunk.rows).toBeGreaterThan(0);
    })();
    await Promise.all([threads.close(), expect(rest).rejects.toThrow("its thread has ended")]);
  });

  it("that cannot be made is told to the emulator's owner, and to callers nothing", async () => {
    const errors: unknown[] = [];
    const file = join(folder, "gone.sqlite");
    const store = createDesk(file);
    addChats(store, plans);
    store.connection.exec("ALTER TABLE survey RENAME TO elsewhere");
    await withEmulator({ store, now, onError: (error) => errors.push(error) }, async ({ url }) => {
      const answer = await call(url, `/Chime/Report/ChatHistory?queueId=1&${window}`);
      expect([answer.status, answer.body.includes("survey")]).toEqual([500, false]);
    });
    expect(errors.map(String)).toEqual([expect.stringContaining("survey")]);
    store.close();
  });
});

describe("a long answer", () => {
  const file = join(folder, "many.sqlite");
  const from = Date.UTC(2020, 0, 1);
  const chats = 200_000;
  beforeAll(() => {
    const store = createDesk(file);
    addManyChats(store, chats, from);
    store.close();
  });
  const headers = { Authorization: `Bearer ${keys.administrator}` };
  const year = "start=2020-01-01&stop=2020-12-31";
  const open = (url: string): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      get(url, { headers }, resolve).on("error", reject);
    });
  const short = "/Chime/Report/InboundVsAnsweredChats?queueId=1&start=2020-01-05&stop=2020-01-05T00:59:59Z";

  /** The median time of 100 short calls, in milliseconds. */
  const timeShortCalls = async (url: string): Promise<number> => {
    const times: number[] = [];
    for (let made = 0; made < 100; made++) {
      const before = performance.now();
      expect((await call(url, short)).status).toBe(200);
      times.push(performance.now() - before);
    }
    return times.sort((one, other) => one - other)[50]!;
  };

  it("that streams does not hold up short ones: they take less than 20 ms (median)", async () => {
    await withEmulator({ file, now }, async ({ url, store }) => {
      const response = await open(`${url}/Chime/Report/ChatHistory?queueId=1&${year}`);
      response.on("error", () => undefined).resume();
      expect(await timeShortCalls(url)).toBeLessThan(20);
      expect(response.complete).toBe(false);
      response.destroy();
      await expect.poll(() => readAudit(store, 200).some(({ rows }) => rows !== null && rows > 1000)).toBe(true);
    });
  });

  it("that is computed before its first row does not, either", async () => {
    await withEmulator({ file, now }, async ({ url }) => {
      const reading = ["QueueComparison", "AgentEfficiency", "QueueComparison"].map((name) =>
        call(url, `${routeOf(name)}?queueId=1&${year}`),
      );
      expect(await timeShortCalls(url)).toBeLessThan(20);
      const [comparison] = await Promise.all(reading);
      expect(JSON.parse(comparison!.body)).toMatchObject([{ started: chats }, { started: 0 }, { started: 0 }]);
    });
  });

  it("whose caller leaves lets the emulator stop at once", async () => {
    const emulator = await createEmulator({ file, now });
    const response = await open(`${emulator.url}/Chime/Report/ChatHistory?queueId=1&${year}`);
    response.on("error", () => undefined);
    response.destroy();
    const before = performance.now();
    await emulator.close();
    expect(performance.now() - before).toBeLessThan(1500);
  });

  it("over 300 years with nearly nothing in them is answered whole", async () => {
    await withEmulator({ file: desk, now }, async ({ url }) => {
      const path = "/Chime/Report/InboundVsAnsweredChats?queueId=1&start=1900-01-01&stop=2199-12-31";
      const rows = JSON.parse((await call(url, path)).body) as { inbound: number }[];
      expect(rows.length).toBe(109_573);
      expect(rows.reduce((sum, { inbound }) => sum + inbound, 0)).toBe(
        plans.filter(({ id, queueId }) => queueId === 1 && (id - 1) % 6 < 4).length,
      );
    });
  });
});
