import { connect } from "node:net";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmulator, type Emulator } from "../../../emulator/http/index.ts";
import { call } from "../desk-server.ts";
import { addChats, createDesk, keys } from "../fixture.ts";

const now = Date.UTC(2021, 0, 2);
const formulas = ['=HYPERLINK("http://evil")', "+1+1", "-1+1", "@SUM(A1)", "\t=1", "|cmd"];
let emulator: Emulator;

beforeAll(async () => {
  const store = createDesk();
  addChats(
    store,
    formulas.map((question, index) => ({
      id: index + 1,
      startedAt: now - 60_000,
      outcome: "missed" as const,
      question,
    })),
  );
  emulator = await createEmulator({ store, now });
});
afterAll(async () => {
  await emulator.close();
});

/** Sends bytes as they are and gives all that comes back until the connection ends. */
async function send(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(emulator.port, "127.0.0.1", () => socket.write(text, "latin1"));
    socket.setTimeout(1500, () => socket.end());
    socket.on("data", (data) => (answer += data.toString()));
    socket.on("error", reject);
    socket.on("close", () => {
      resolve(answer);
    });
  });
}

const statusesOf = (answer: string): number[] =>
  [...answer.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, code]) => Number(code));

describe("a path of another spelling", () => {
  const queues = "Report/Queues";
  it.each([
    ...[
      `/Chime/Api/../${queues}`,
      `/Chime/Api/..%2f${queues}`,
      `/Chime/Api/%2e%2e/${queues}`,
      `/Chime/Api/..%252f${queues}`,
    ],
    ...[`//Chime/${queues}`, `/Chime//${queues}`, "/Chime/Report//Queues", `/./Chime/${queues}`, `/Chime\\${queues}`],
    ...[
      `/Chime;a=b/${queues}`,
      `/Chime/${queues};a=b`,
      `/Chime/${queues}%00`,
      `/Chime/${queues}%2500`,
      `/Chime/${queues}%20`,
    ],
    ...[
      `/CHIME/REPORT/QUEUES`,
      `/Chime/${queues}/`,
      `/Chime/Report/%51ueues`,
      `/Chime/Report/%2551ueues`,
      `/Chime%2f${queues}`,
    ],
    ...[`/style.css/../Chime/${queues}`, `/_emulator/ready/../../Chime/${queues}`, `/_emulator/..%2fChime/${queues}`],
    ...[`/problems/../Chime/${queues}`, `/Chime/Admin/SignIn/../../${queues}`, `http://localhost/Chime/${queues}`],
    ...[
      `/Chime/Session/SessionDetails/1%00`,
      "/Chime/Session/SessionDetails/../../Report/Queues",
      "/Chime/%c0%af/x",
      "/%",
    ],
    ...["/_emulator/ready/../clock", "/_emulator/ready%2f..%2fclock", "/_EMULATOR/CLOCK", "//_emulator/clock"],
    ...["/Chime/Admin/../Admin/Api/Keys", "/chime/ADMIN/api/keys", "/Chime/Admin//Api/Keys", "/Chime/Admin/Api/%4beys"],
  ])("lets nobody in without a key: %s", async (path) => {
    const { status, body } = await call(emulator.url, path, { key: null });
    expect([302, 303, 400, 401, 404]).toContain(status);
    expect(body).not.toMatch(/Payroll|Service "Desk"|lastFour/);
  });
});

describe("a method that is not taken", () => {
  it.each(["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "SEARCH", "PURGE"])(
    "%s is refused on every kind of route",
    async (method) => {
      for (const path of [
        "/",
        "/openapi.json",
        "/Chime/Report/Queues",
        "/Chime/Session/SessionDetails/1",
        "/Chime/Api/GetQueues",
      ]) {
        const { status, headers, body } = await call(emulator.url, path, { method, headers: { "X-Probe": "echo-me" } });
        expect([path, status]).toEqual([path, 405]);
        expect(headers.allow).toMatch(/^GET, HEAD/);
        expect(body).not.toContain("echo-me");
      }
    },
  );

  it("CONNECT opens no tunnel", async () => {
    const answer = await send("CONNECT 127.0.0.1:80 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    expect(statusesOf(answer)).not.toContain(200);
  });
});

describe("a header that claims something", () => {
  it.each(["evil.example", "localhost.evil.example", "evil.example:80", "localhost@evil.example", "a b", "127.1"])(
    "Host: %s is refused everywhere",
    async (host) => {
      for (const path of [
        "/",
        "/Chime/Report/Queues",
        "/Chime/Api/GetQueues",
        "/_emulator/ready",
        "/Chime/Admin/SignIn",
      ]) {
        expect([path, (await call(emulator.url, path, { headers: { Host: host } })).status]).toEqual([path, 421]);
      }
    },
  );

  it("of a proxy is not believed", async () => {
    const headers = {
      "X-Forwarded-For": "203.0.113.9",
      "X-Forwarded-Host": "evil.example",
      "X-Forwarded-Proto": "https",
      Forwarded: "for=203.0.113.9;host=evil.example",
      "X-HTTP-Method-Override": "DELETE",
      "X-Original-URL": "/_emulator/clock",
      "X-Rewrite-URL": "/_emulator/clock",
    };
    const page = await call(emulator.url, "/", { headers });
    expect(page.status).toBe(200);
    expect(page.body).not.toMatch(/evil\.example|https:\/\/127/);
    expect((await call(emulator.url, "/Chime/Report/Queues", { headers })).status).toBe(200);
  });

  it("or an address that is too large is refused, and the server goes on", async () => {
    expect((await call(emulator.url, `/Chime/Report/Queues?x=${"y".repeat(9000)}`)).status).toBe(414);
    expect((await call(emulator.url, "/", { headers: { "X-Large": "y".repeat(20_000) } })).status).toBe(431);
    expect((await call(emulator.url, `/${"y".repeat(20_000)}`)).status).toBe(431);
    const many = Array.from({ length: 1500 }, (_, index) => `X-${index}: 1`).join("\r\n");
    const answer = await send(`GET / HTTP/1.1\r\nHost: localhost\r\n${many}\r\nConnection: close\r\n\r\n`);
    expect([200, 431]).toContain(statusesOf(answer)[0]);
    expect((await call(emulator.url, "/Chime/Report/Queues")).status).toBe(200);
  });
});

describe("a parameter with a line break", () => {
  const injected = "%0d%0aX-Injected:%20yes%0d%0aSet-Cookie:%20a=b";
  it.each([
    `/Chime/Report/Queues?csv=true${injected}`,
    `/Chime/Report/Queues${injected}?csv=true`,
    `/Chime/Report/ChatHistory?queueId=1&csv=true&zone=UTC${injected}`,
    `/Chime/Report/ChatHistory?queueId=1&csv=true&x=${injected}`,
    `/Chime/Session/SessionDetails/1${injected}?csv=true`,
    `/Chime/Admin/SignIn?next=/Chime/Admin${injected}`,
    `/Chime/Admin${injected}`,
    `/problems/${injected}`,
    `/${injected}`,
  ])("makes no header: %s", async (path) => {
    const { headers } = await call(emulator.url, path);
    expect(headers).not.toHaveProperty("x-injected");
    expect(JSON.stringify(headers["set-cookie"] ?? "")).not.toContain("a=b");
    expect(headers["content-disposition"] ?? "").toMatch(/^$|^attachment; filename="\w+(-\d+)?\.csv"$/);
  });

  it("that is raw ends the request there", async () => {
    const answer = await send("GET /Chime/Report/Queues?zone=UTC\nX-Injected: yes HTTP/1.1\r\nHost: localhost\r\n\r\n");
    expect([[400], [401]]).toContainEqual(statusesOf(answer));
    expect(answer).not.toContain("X-Injected");
  });
});

it("text that a spreadsheet would take for a formula is data, the same in CSV as in JSON", async () => {
  const path = "/Chime/Report/ChatHistory?queueId=1";
  const rows = JSON.parse((await call(emulator.url, path)).body) as { question: string }[];
  expect(rows.map(({ question }) => question)).toEqual(formulas);
  const csv: { question: string }[] = parse((await call(emulator.url, `${path}&csv=true`)).body, { columns: true });
  expect(csv.map(({ question }) => question)).toEqual(formulas);
});

describe("a request that two readers would cut differently", () => {
  const hidden = "GET /Chime/Report/Queues HTTP/1.1\r\nHost: localhost\r\n\r\n";
  const head = "POST /Chime/Api/GetQueues HTTP/1.1\r\nHost: localhost\r\n";
  it.each([
    ["two lengths", `${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!${hidden}`],
    ["a list of lengths", `${head}Content-Length: 5, 6\r\n\r\nhello!${hidden}`],
    ["a length and chunks", `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`],
    ["chunks and a length", `${head}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n${hidden}`],
    ["an unknown coding", `${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${hidden}`],
    ["a coding after chunked", `${head}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${hidden}`],
    ["a blank before the colon", `${head}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${hidden}`],
    ["a length that is no number", `${head}Content-Length: +5\r\n\r\nhello${hidden}`],
    ["a chunk size that is no number", `${head}Transfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n0\r\n\r\n${hidden}`],
    ["a folded header", `${head}X-A: b\r\n Content-Length: 5\r\n\r\n${hidden}`],
    ["a header without a colon", `${head}Nonsense\r\n\r\n${hidden}`],
    ["an unknown version", `GET / HTTP/9.9\r\nHost: localhost\r\n\r\n${hidden}`],
  ])("%s: what is hidden in it is not answered", async (_claim, text) => {
    const statuses = statusesOf(await send(text));
    // Refused as a whole, or after its head was answered; the hidden call, which has no key, would be answered 401.
    expect(statuses.length).toBeGreaterThan(0);
    for (const status of statuses) expect([400, 405, 501, 505]).toContain(status);
  });

  it("a body is read to its end and never taken for the next call", async () => {
    const body = hidden;
    const answer = await send(
      `${head}Content-Length: ${body.length}\r\n\r\n${body}GET /_emulator/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    );
    expect([[405], [405, 200]]).toContainEqual(statusesOf(answer));
  });

  it("keys do not go from one call of a connection to the next", async () => {
    const first = `GET /Chime/Report/Queues HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${keys.administrator}\r\n\r\n`;
    const answer = await send(`${first}${hidden.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")}`);
    expect(statusesOf(answer)).toEqual([200, 401]);
  });
});
