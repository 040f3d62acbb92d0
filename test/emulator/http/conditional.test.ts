import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasTag } from "../../../emulator/http/entity-tag.ts";
import { createEmulator, type Emulator } from "../../../emulator/http/index.ts";
import { readAudit } from "../../../emulator/store/index.ts";
import { call } from "../desk-server.ts";
import { addChats, createDesk, keys, people, type ChatPlan } from "../fixture.ts";

const at = Date.UTC(2021, 5, 15);
const chats = (from: number, count: number): ChatPlan[] =>
  Array.from({ length: count }, (_, index) => ({ id: from + index, startedAt: at - 1000, outcome: "missed" }));

let now = at;
let emulator: Emulator;
beforeAll(async () => {
  const store = createDesk();
  addChats(store, chats(1, 2000));
  emulator = await createEmulator({ store, now: () => now });
});
afterAll(async () => {
  await emulator.close();
});

const history = "/Chime/Report/ChatHistory?queueId=1";
const tagOf = async (path: string, headers = {}): Promise<string> =>
  (await call(emulator.url, path, { headers })).headers.etag!;

describe("an answer that the caller has", () => {
  it.each([
    "/Chime/Report/Queues",
    "/Chime/Report/GetQueueBasicReports",
    history,
    `${history}&csv=true`,
    "/Chime/Session/SessionDetails/1",
    "/openapi.json",
    "/openapi",
  ])("%s is not sent again", async (path) => {
    const tag = await tagOf(path);
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    for (const method of ["GET", "HEAD"]) {
      for (const ifNoneMatch of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
        const answer = await call(emulator.url, path, { method, headers: { "If-None-Match": ifNoneMatch } });
        expect([answer.status, answer.body, answer.headers.etag]).toEqual([304, "", tag]);
        expect(answer.headers).not.toHaveProperty("content-type");
        expect(answer.headers["cache-control"]).toBe("private, no-cache");
      }
    }
  });

  it("is told nothing of with a key that is not valid, or for a queue that is hidden", async () => {
    const tag = await tagOf(history);
    const headers = { "If-None-Match": tag };
    expect((await call(emulator.url, history, { headers, key: keys.revoked })).status).toBe(401);
    const hidden = await call(emulator.url, history.replace("=1", "=2"), { headers, key: keys.manager });
    expect(hidden.status).toBe(403);
  });

  it("is in the audit trail with status 304 and no bytes", async () => {
    await call(emulator.url, history, { headers: { "If-None-Match": await tagOf(history) } });
    const last = () => readAudit(emulator.store, 1);
    await expect.poll(last).toMatchObject([{ status: 304, bytes: 0, rows: null }]);
  });
});

describe("the tag of an answer", () => {
  it("is the same for one question, however it is written", async () => {
    expect(await tagOf("/chime/report/CHATHISTORY?zone=utc&QueueID=1&_=7")).toBe(await tagOf(`${history}&zone=UTC`));
  });

  it("is another one for every other question, person's queues, and coding", async () => {
    const paths = [
      history,
      `${history}&csv=true`,
      `${history}&zone=Asia/Tokyo`,
      `${history}&start=2021-06-01`,
      history.replace("=1", "=2"),
      "/Chime/Report/QueueComparison",
      "/Chime/Report/Queues",
    ];
    const tags = await Promise.all(paths.map((path) => tagOf(path)));
    const coded = await Promise.all(["gzip", "br"].map((coding) => tagOf(history, { "Accept-Encoding": coding })));
    const ofManager = await call(emulator.url, "/Chime/Report/Queues", { key: keys.manager });
    const all = [...tags, ...coded, ofManager.headers.etag];
    expect(new Set(all).size).toBe(paths.length + 3);
  });

  it("follows the clock only where the window does", async () => {
    const path = `${history}&start=2021-06-01&stop=2021-06-14`;
    const before = [await tagOf(history), await tagOf(path), await tagOf("/Chime/Report/Queues")];
    now += 1;
    const after = [await tagOf(history), await tagOf(path), await tagOf("/Chime/Report/Queues")];
    expect(after.map((tag, index) => tag === before[index])).toEqual([false, true, true]);
  });

  it("stays while the audit trail is written, and changes with anything else", async () => {
    const { connection } = emulator.store;
    const before = await tagOf(history);
    const audited = readAudit(emulator.store, 1000).length;
    await expect.poll(() => readAudit(emulator.store, 1000).length).toBeGreaterThan(audited);
    expect(await tagOf(history)).toBe(before);
    connection.prepare("UPDATE person SET lastName = 'Renamed' WHERE id = ?").run(people.agent);
    expect(await tagOf(history)).not.toBe(before);
  });

  it("belongs to one run of the emulator", async () => {
    const other = await createEmulator({ store: emulator.store, now });
    const { headers } = await call(other.url, history);
    await other.close();
    expect(headers.etag).not.toBe(await tagOf(history));
  });
});

it.each([
  [undefined, false],
  ["", false],
  ['"a"', true],
  ['W/"a"', true],
  ['"b", W/"c" , "a"', true],
  ['"ab"', false],
  ["a", false],
  ["*", true],
])("If-None-Match %s has the tag: %s", (header, has) => {
  expect(hasTag(header, '"a"')).toBe(has);
});

describe("an answer is compressed as the caller wishes", () => {
  type Raw = { readonly coding: string | undefined; readonly vary: string | undefined; readonly body: Buffer };
  const raw = (path: string, acceptEncoding?: string): Promise<Raw> =>
    new Promise((resolve, reject) => {
      const headers = {
        Authorization: `Bearer ${keys.administrator}`,
        ...(acceptEncoding !== undefined && { "Accept-Encoding": acceptEncoding }),
      };
      const sent = request(`${emulator.url}${path}`, { headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const { "content-encoding": coding, vary } = response.headers;
          resolve({ coding, vary, body: Buffer.concat(chunks) });
        });
      });
      sent.on("error", reject);
      sent.end();
    });
  const unpack = ({ coding, body }: Raw): string =>
    (coding === "gzip" ? gunzipSync(body) : coding === "br" ? brotliDecompressSync(body) : body).toString();

  it.each([
    [undefined, undefined],
    ["", undefined],
    ["identity", undefined],
    ["gzip", "gzip"],
    ["gzip, deflate, br", "gzip"],
    ["br;q=1, gzip;q=0.5", "br"],
    ["GZIP", "gzip"],
    ["*", "gzip"],
    ["deflate, compress", undefined],
    ["gzip;q=0, identity", undefined],
  ])("Accept-Encoding %s gets %s", async (accepted, coding) => {
    const paths = ["/Chime/Report/Queues", `${history}&csv=true`, history];
    for (const path of paths) {
      const [plain, coded] = [await raw(path), await raw(path, accepted)];
      expect([coded.coding, coded.vary]).toEqual([coding, "Accept-Encoding"]);
      expect(unpack(coded)).toBe(plain.body.toString());
    }
  });

  it("a long one to a fraction, and the audit trail counts the bytes that were sent", async () => {
    const [plain, coded] = [await raw(history), await raw(history, "gzip")];
    expect(plain.body.length).toBeGreaterThan(500_000);
    expect(coded.body.length).toBeLessThan(plain.body.length / 5);
    const last = () => readAudit(emulator.store, 1);
    await expect.poll(last).toMatchObject([{ status: 200, bytes: coded.body.length, rows: 2000 }]);
  });
});
