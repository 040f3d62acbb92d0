import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import {
  ChimeAnswerError,
  ChimeConnectionError,
  ChimeProblem,
  createClient,
  type Client,
  type ClientOptions,
} from "../../../connector/client/index.ts";
import { answer, breakOff, refuse, reset, startFaultyServer, type FaultyServer, type Step } from "./faulty-server.ts";

const key = "11111111-aaaa-4aaa-8aaa-000000000001";
const quick = { most: 4, firstWaitMs: 2, longestWaitMs: 2000 };

let server: FaultyServer;
afterEach(async () => {
  await server.close();
});

async function serve(steps: readonly Step[], options: Partial<ClientOptions> = {}): Promise<Client> {
  server = await startFaultyServer(...steps);
  return createClient({ url: server.url, key, retries: quick, ...options });
}

const day = (date: string): string =>
  JSON.stringify({ date, inbound: 1, answered: 1, abandoned: 0, missed: 0, deflected: 0 });
const days = [day("2020-11-01"), day("2020-11-02")];
const whole = `[${days.join(",")}]`;

const read = (client: Client, signal?: AbortSignal) =>
  client.report("InboundVsAnsweredChats", { queueId: 1, ...(signal && { signal }) });

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("a call that fails for a while", () => {
  it.each([
    ["408", refuse(408)],
    ["429", refuse(429, { "Retry-After": "0" })],
    ["503", refuse(503)],
    ["504", refuse(504)],
    ["509", refuse(509)],
    ["a reset connection", reset],
    ["a connection cut in the first row", breakOff(whole.slice(0, 20))],
    ["an answer shorter than it said", breakOff(`[${days[0]!}`, { "Content-Length": String(whole.length) })],
  ])("with %s is made again", async (_claim, fault) => {
    const client = await serve([fault, fault, answer(whole)]);
    expect(await read(client).toArray()).toHaveLength(2);
    expect(server.calls).toHaveLength(3);
    expect(new Set(server.calls.map(({ url }) => url)).size).toBe(1);
  });

  it("is made again while no row was given, when rows are read one by one", async () => {
    const client = await serve([refuse(503), reset, breakOff(whole.slice(0, 20)), answer(whole)]);
    const dates: string[] = [];
    for await (const { date } of read(client)) dates.push(date);
    expect(dates).toEqual(["2020-11-01", "2020-11-02"]);
    expect(server.calls).toHaveLength(4);
  });

  it("waits as long as Retry-After says in seconds", async () => {
    const client = await serve([refuse(429, { "Retry-After": "1" }), answer(whole)]);
    const before = performance.now();
    await read(client).toArray();
    expect(performance.now() - before).toBeGreaterThanOrEqual(995);
  });

  it("waits until the date that Retry-After names", async () => {
    const at = new Date(Date.now() + 2000);
    const client = await serve([refuse(503, { "Retry-After": at.toUTCString() }), answer(whole)], {
      retries: { ...quick, longestWaitMs: 5000 },
    });
    await read(client).toArray();
    expect(Date.now()).toBeGreaterThanOrEqual(Math.floor(at.getTime() / 1000) * 1000 - 5);
  });

  it("is not made again when Retry-After asks for more than the longest wait", async () => {
    const client = await serve([refuse(429, { "Retry-After": "3600" })]);
    const failure = await failureOf(read(client).toArray());
    expect(failure).toMatchObject({ status: 429, retryAfterMs: 3_600_000 });
    expect(server.calls).toHaveLength(1);
  });

  it("is made as often as the retries say, then throws the last failure", async () => {
    const client = await serve([refuse(503)], { retries: { ...quick, most: 2 } });
    expect(await failureOf(read(client).toArray())).toMatchObject({ name: "ChimeProblem", status: 503 });
    expect(server.calls).toHaveLength(3);
  });

  it("reaches directories, chats and the status API too", async () => {
    const client = await serve([refuse(503), answer("[]"), refuse(503), answer('{"isAvailable":true}')]);
    expect(await client.directory("bot")).toEqual([]);
    expect(await client.status.isQueueAvailable(1)).toBe(true);
    expect(server.calls.map(({ authorization }) => authorization)).toEqual([
      `Bearer ${key}`,
      `Bearer ${key}`,
      undefined,
      undefined,
    ]);
  });
});

describe("a refusal", () => {
  const problem = {
    type: "/problems/invalid-parameter",
    title: "A parameter has a value that cannot be used",
    status: 400,
    detail: 'zone is "Mars"',
    parameter: "zone",
  };

  it("is a ChimeProblem with what the document says, and is not tried again", async () => {
    const client = await serve([refuse(400, {}, problem)]);
    const failure = await failureOf(read(client).toArray());
    expect(failure).toBeInstanceOf(ChimeProblem);
    expect(failure).toMatchObject({ ...problem, retryAfterMs: undefined });
    expect((failure as Error).message).toBe(
      'could not read the report InboundVsAnsweredChats: zone is "Mars" (400 A parameter has a value that cannot be used)',
    );
    expect(server.calls).toHaveLength(1);
  });

  it.each([
    ["a page", refuse(502)],
    ["a page that breaks off", breakOffRefusal],
    ["a problem document of another make", refuse(502, {}, { title: 7, status: "x" })],
  ])("by %s is one with the status alone", async (_claim, fault) => {
    const client = await serve([fault]);
    expect(await failureOf(read(client).toArray())).toMatchObject({
      name: "ChimeProblem",
      status: 502,
      type: "about:blank",
      title: "Bad Gateway",
      parameter: undefined,
    });
  });

  it("never tells the key", async () => {
    const client = await serve([refuse(401, {}, { ...problem, status: 401 })]);
    const failure = await failureOf(read(client).toArray());
    expect(JSON.stringify(failure) + String(failure) + ((failure as Error).stack ?? "")).not.toContain(key);
  });
});

function breakOffRefusal(...[res]: Parameters<Step>): void {
  res.writeHead(502, { "Content-Type": "text/html", "Content-Length": "500" });
  res.write("<h1>", () => setTimeout(() => res.destroy(), 20));
}

describe("an answer that is cut", () => {
  it("after its first rows gives those, and then an error: never fewer rows without a word", async () => {
    const client = await serve([breakOff(`[${days[0]!},${days[1]!},{"da`), answer(whole)]);
    const dates: string[] = [];
    const reading = (async () => {
      for await (const { date } of read(client)) dates.push(date);
    })();
    await expect(reading).rejects.toThrow(ChimeConnectionError);
    expect(dates).toEqual(["2020-11-01", "2020-11-02"]);
    expect(server.calls).toHaveLength(1);
  });

  it("is read anew by toArray, which has given none of it yet", async () => {
    const client = await serve([breakOff(`[${days[0]!},{"da`), answer(whole)]);
    expect(await read(client).toArray()).toHaveLength(2);
  });

  it.each([
    ["in a body that only its end delimits", answer(`[${days[0]!},\n`, { Connection: "close" })],
    ["at a row's end, with nothing to tell it by but the array", answer(`[${days[0]!}`)],
    ["to nothing", answer("")],
    [
      "inside its compression",
      (res: Parameters<Step>[0]) => {
        const bytes = gzipSync(whole);
        res.writeHead(200, { "Content-Type": "application/json", "Content-Encoding": "gzip" });
        res.end(bytes.subarray(0, bytes.length - 12));
      },
    ],
  ] as const)("%s is an error", async (_claim, fault) => {
    const client = await serve([fault], { retries: { most: 0 } });
    expect(await failureOf(read(client).toArray())).toBeInstanceOf(ChimeConnectionError);
  });
});

describe("an answer that is not what the API says", () => {
  const row = JSON.parse(days[0]!) as Record<string, unknown>;
  it.each([
    [
      "a page",
      (res: Parameters<Step>[0]) => res.writeHead(200, { "Content-Type": "text/html" }).end("<h1>"),
      "is text/html and no JSON; is http",
    ],
    ["an object", answer("{}"), "it begins with"],
    [
      "no UTF-8",
      (res: Parameters<Step>[0]) =>
        res.writeHead(200, { "Content-Type": "application/json" }).end(Buffer.from([0x5b, 0xff, 0x5d])),
      "no UTF-8",
    ],
    ["a row that is no object", answer("[1]"), "a row is no object but 1"],
    [
      "a column that is missing",
      answer(JSON.stringify([{ ...row, missed: undefined }])),
      "the column missed should be integer, and is missing",
    ],
    ["a number as text", answer(JSON.stringify([{ ...row, missed: "1" }])), 'missed should be integer, and is "1"'],
    [
      "a whole number with a fraction",
      answer(JSON.stringify([{ ...row, missed: 1.5 }])),
      "missed should be integer, and is 1.5",
    ],
    [
      "null where a column has no empty cells",
      answer(JSON.stringify([{ ...row, date: null }])),
      "date should be date, and is null",
    ],
    [
      "a day that is none",
      answer(JSON.stringify([{ ...row, date: "2020-13-01" }])),
      'date should be date, and is "2020-13-01"',
    ],
  ] as const)("(%s) is a ChimeAnswerError, at once", async (_claim, fault, why) => {
    const client = await serve([fault]);
    const failure = await failureOf(read(client).toArray());
    expect(failure).toBeInstanceOf(ChimeAnswerError);
    expect((failure as Error).message).toContain(why);
    expect(server.calls).toHaveLength(1);
  });

  it("with columns that the catalogue does not know is read without them", async () => {
    const client = await serve([answer(JSON.stringify([{ newer: 1, ...row }]))]);
    expect(await read(client).toArray()).toEqual([row]);
  });
});

describe("a signal", () => {
  const reason = new Error("enough");

  it("ends a wait between two calls", async () => {
    const client = await serve([refuse(429, { "Retry-After": "60" })], { retries: { longestWaitMs: 120_000 } });
    const controller = new AbortController();
    setTimeout(() => {
      controller.abort(reason);
    }, 50);
    expect(await failureOf(read(client, controller.signal).toArray())).toBe(reason);
    expect(server.calls).toHaveLength(1);
  });

  it("ends a call that gets no answer", async () => {
    const client = await serve([() => undefined]);
    const controller = new AbortController();
    setTimeout(() => {
      controller.abort(reason);
    }, 50);
    expect(await failureOf(read(client, controller.signal).toArray())).toBe(reason);
  });

  it("ends the reading of an answer that goes on", async () => {
    const client = await serve([
      (res) => {
        res.writeHead(200, { "Content-Type": "application/json" });
        res.write(`[${days[0]!},`);
      },
    ]);
    const controller = new AbortController();
    const dates: string[] = [];
    const reading = (async () => {
      for await (const { date } of read(client, controller.signal)) {
        dates.push(date);
        setTimeout(() => {
          controller.abort(reason);
        }, 20);
      }
    })();
    expect(await failureOf(reading)).toBe(reason);
    expect(dates).toEqual(["2020-11-01"]);
  });

  it("that has aborted already makes no call", async () => {
    const client = await serve([answer(whole)]);
    expect(await failureOf(read(client, AbortSignal.abort(reason)).toArray())).toBe(reason);
    expect(server.calls).toHaveLength(0);
  });
});

describe("reading no further", () => {
  it("frees the connection", async () => {
    let closed: Promise<void> | undefined;
    const client = await serve([
      (res) => {
        closed = new Promise((resolve) => res.once("close", resolve));
        res.writeHead(200, { "Content-Type": "application/json" });
        res.write(`[${days[0]!},`);
      },
    ]);
    for await (const { date } of read(client)) {
      expect(date).toBe("2020-11-01");
      break;
    }
    await closed;
  });
});

describe("a long answer", () => {
  it("comes no faster than it is read, so that memory does not grow with it", async () => {
    let sent = 0;
    let isSending = true;
    const client = await serve([
      (res) => {
        const chunk = `${days[0]!},`.repeat(1000);
        res.writeHead(200, { "Content-Type": "application/json" });
        res.write("[");
        const send = (): void => {
          while (isSending && sent < 1000) {
            sent++;
            if (!res.write(chunk)) break;
          }
          res.once("drain", send);
        };
        send();
      },
    ]);
    for await (const { date } of read(client)) {
      expect(date).toBe("2020-11-01");
      await new Promise((resolve) => setTimeout(resolve, 300));
      // 1,000 chunks are 90 MB; what was sent fills the buffers of both ends.
      expect(sent).toBeLessThan(300);
      isSending = false;
      break;
    }
  });
});

describe("nobody at the address", () => {
  it("is a ChimeConnectionError that names it", async () => {
    const client = await serve([answer(whole)], { retries: { most: 0 } });
    await server.close();
    const failure = await failureOf(read(client).toArray());
    expect(failure).toBeInstanceOf(ChimeConnectionError);
    expect((failure as Error).message).toContain(`${server.url} cannot be reached: connect ECONNREFUSED`);
  });
});
