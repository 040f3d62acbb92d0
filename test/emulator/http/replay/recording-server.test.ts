import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRecordingServer, type RecordingServer } from "../../../../emulator/http/index.ts";
import type { RecordedCall } from "../../../../emulator/http/replay/recording-file.ts";
import { call, type Answer } from "../../desk-server.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-recording-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const key = "9f8e7d6c-1111-4222-8333-444455556666";
const otherKey = "00000000-0000-4000-8000-000000000000";
const rows = `[{"sessionId":7,"sessionGuid":"${key}","agentName":"Wyx Quax","guestEmail":"wyx@qorp.com","question":"Why, Wyx?","waitSeconds":1.50}]`;
const csv = 'sessionId,agentName,comment\r\n7,Wyx Quax,"Said ""thanks, Wyx"""\r\n';

/** What the server behind answers by path. */
const upstreamAnswers: Readonly<Record<string, RequestListener>> = {
  "/Chime/Report/ChatHistory": (req, res) => {
    const isCsv = /csv=true/i.test(req.url ?? "");
    res.setHeader("Content-Type", isCsv ? "text/csv; charset=utf-8" : "application/json; charset=utf-8");
    res.setHeader("Set-Cookie", "session=qwxyz-cookie");
    res.setHeader("X-Chime-Build", "4.1.2");
    if (isCsv) res.setHeader("Content-Disposition", 'attachment; filename="Wyx Quax.csv"');
    res.setHeader("Content-Encoding", "gzip");
    res.end(gzipSync(isCsv ? csv : rows));
  },
  "/Chime/Report/Unheard": (_req, res) => {
    res.setHeader("Content-Type", "application/json");
    res.end('{"whatever":[{"Boss":"Wyx Quax","n":3}]}');
  },
  "/Chime/Report/Forbidden": (_req, res) => {
    res.writeHead(403, { "Content-Type": "application/problem+json", "WWW-Authenticate": 'Bearer realm="qorp"' });
    res.end('{"type":"about:blank","title":"Forbidden","status":403,"detail":"Wyx Quax may not"}');
  },
  "/Chime/Report/Moved": (req, res) => {
    res.writeHead(302, { Location: `http://${req.headers.host}/Chime/Report/ChatHistory?for=Wyx&queueId=1` });
    res.end();
  },
  "/Chime/Report/SignIn": (_req, res) => {
    res.writeHead(302, { Location: "https://login.qorp.com/?token=qwxyz-token" });
    res.end();
  },
  "/Chime/Report/Page": (_req, res) => {
    res.writeHead(500, { "Content-Type": "text/html" });
    res.end("<h1>Wyx Quax broke it</h1>");
  },
  "/Chime/Report/Busy": (_req, res) => {
    res.writeHead(429, { "Retry-After": "7", "Content-Type": "text/plain" });
    res.end("Slow down, Wyx");
  },
  "/Chime/Api/GetQueues": (_req, res) => {
    res.setHeader("Content-Type", "application/json");
    res.end('[{"id":1,"isAvailable":true,"averageWaitTime":"00:00:10"}]');
  },
  "/Chime/Report/Echo": (req, res) => {
    res.setHeader("Content-Type", "text/csv");
    res.end(`header\r\n"${req.headers.authorization ?? ""}"\r\n`);
  },
};

const seen: { url: string; headers: IncomingHttpHeaders }[] = [];
const upstream = createServer((req, res) => {
  seen.push({ url: req.url ?? "", headers: req.headers });
  upstreamAnswers[(req.url ?? "").replace(/\?.*/s, "")]?.(req, res);
});

const file = join(folder, "desk.jsonl");
const recorded = new Map<string, Answer>();
const paths = [
  "/Chime/Report/ChatHistory?queueId=1&start=2020-11-01T04:00:00.000Z&zone=America/New_York",
  "/Chime/Report/ChatHistory?queueId=1&csv=true",
  "/Chime/Report/Unheard",
  "/Chime/Report/Forbidden?queueId=9",
  "/Chime/Report/Moved",
  "/Chime/Report/SignIn",
  "/Chime/Report/Page",
  "/Chime/Report/Busy",
];
let replayer: RecordingServer;
let lines: readonly RecordedCall[];

beforeAll(async () => {
  await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
  const { port } = upstream.address() as AddressInfo;
  const recorder = await createRecordingServer({ file, upstream: `http://127.0.0.1:${port}` });
  for (const path of paths) recorded.set(path, await call(recorder.url, path, { key }));
  recorded.set("/Chime/Api/GetQueues", await call(recorder.url, "/Chime/Api/GetQueues", { key: null }));
  await call(recorder.url, `/Chime/Report/Echo?key=${key}&who=Wyx`, { key });
  await call(recorder.url, "/Chime/Report/Echo", {
    key: null,
    headers: { Authorization: "Bearer qwxyz-no-guid" },
  });
  await call(recorder.url, paths[0]!, { key, method: "HEAD" });
  await recorder.close();
  replayer = await createRecordingServer({ file });
  const [, ...calls] = readFileSync(file, "utf8").trimEnd().split("\n");
  lines = calls.map((line) => JSON.parse(line) as RecordedCall);
});
afterAll(async () => {
  await replayer.close();
  upstream.close();
});

describe("recording", () => {
  it("answers what the server behind answers, to the byte", () => {
    expect(recorded.get(paths[0]!)!.body).toBe(rows);
    expect(recorded.get(paths[1]!)!.body).toBe(csv);
    expect([...recorded.values()].map(({ status }) => status)).toEqual([200, 200, 200, 403, 302, 302, 500, 429, 200]);
    expect(recorded.get(paths[0]!)!.headers).not.toHaveProperty("set-cookie");
    expect(recorded.get(paths[7]!)!.headers["retry-after"]).toBe("7");
  });

  it("passes the key on, and nothing that tells of the recorder's own host", () => {
    const { headers, url } = seen[0]!;
    expect(url).toBe(paths[0]);
    expect(headers.authorization).toBe(`Bearer ${key}`);
    expect(headers).not.toHaveProperty("if-none-match");
  });

  it("keeps a redirect on its own address, and does not lead elsewhere with what it carries", () => {
    expect(recorded.get("/Chime/Report/Moved")!.headers.location).toBe("/Chime/Report/ChatHistory?for=Wyx&queueId=1");
    expect(recorded.get("/Chime/Report/SignIn")!.headers.location).toBe("https://elsewhere.example/");
  });

  it("writes one line a call, and none for HEAD", () => {
    expect(lines.map(({ path, status }) => [path, status])).toEqual([
      ...paths.map((path) => [path.replace(/\?.*/s, ""), recorded.get(path)!.status]),
      ["/Chime/Api/GetQueues", 200],
      ["/Chime/Report/Echo", 200],
      ["/Chime/Report/Echo", 200],
    ]);
    expect(lines.find(({ path }) => path.endsWith("Page"))).toMatchObject({ body: "", omittedBytes: 26 });
  });

  it("writes nothing of people, keys, cookies and hosts", () => {
    const text = readFileSync(file, "utf8");
    for (const secret of [key, key.replaceAll("-", ""), "wyx", "quax", "qorp", "qwxyz", "thanks", "broke"]) {
      expect(text.toLowerCase(), secret).not.toContain(secret);
    }
  });

  it("writes for this account only", () => {
    expect(statSync(file).mode & 0o077).toBe(process.platform === "win32" ? 0o066 : 0);
  });

  it.each([
    ["POST", "/Chime/Report/ChatHistory", 405],
    ["GET", "//127.0.0.1:1/Chime/Report/ChatHistory", 404],
    ["GET", "/elsewhere", 404],
  ])("does not pass on %s %s", async (method, path, status) => {
    const before = seen.length;
    const { port } = upstream.address() as AddressInfo;
    const recorder = await createRecordingServer({
      file: join(folder, `refused-${method}-${path.length}.jsonl`),
      upstream: `http://127.0.0.1:${port}`,
    });
    expect((await call(recorder.url, path, { method })).status).toBe(status);
    await recorder.close();
    expect(seen.length).toBe(before);
  });

  it("tells when the server behind cannot be reached", async () => {
    const recorder = await createRecordingServer({
      file: join(folder, "nobody.jsonl"),
      upstream: "http://127.0.0.1:9",
    });
    const { status, body } = await call(recorder.url, "/Chime/Report/Queues");
    expect(status).toBe(502);
    expect(JSON.parse(body)).toMatchObject({ type: "/problems/upstream-unreachable" });
    expect(body).toContain("http://127.0.0.1:9 did not answer");
    await recorder.close();
  });

  it("never writes over a recording", async () => {
    await expect(createRecordingServer({ file, upstream: "http://127.0.0.1:9" })).rejects.toThrow(
      `could not record into "${file}": it is there already`,
    );
  });
});

describe("replaying", () => {
  it("answers what was recorded, with numbers and instants as they were", async () => {
    const { status, headers, body } = await call(replayer.url, paths[0]!, { key: otherKey });
    expect([status, headers["content-type"], headers["x-chime-build"]]).toEqual([
      200,
      "application/json; charset=utf-8",
      "4.1.2",
    ]);
    expect(JSON.parse(body)).toMatchObject([{ sessionId: 7, waitSeconds: 1.5 }]);
    expect(body).toBe(lines[0]!.body);
  });

  it("has the same masks in JSON and in CSV", async () => {
    const [{ agentName }] = JSON.parse((await call(replayer.url, paths[0]!, { key: otherKey })).body) as [
      { agentName: string },
    ];
    expect((await call(replayer.url, paths[1]!, { key: otherKey })).body).toContain(`\r\n7,${agentName},"`);
  });

  it.each([
    [
      "in another order and case",
      "/chime/REPORT/chathistory?ZONE=America/New_York&START=2020-11-01T04:00:00.000Z&queueID=1",
    ],
    [
      "encoded in another way",
      "/Chime/Report/Chat%48istory/?queueId=%31&start=2020-11-01T04%3A00%3A00.000Z&zone=America%2FNew_York",
    ],
  ])("finds a call %s", async (_claim, path) => {
    expect((await call(replayer.url, path, { key: otherKey })).body).toBe(lines[0]!.body);
  });

  it.each(["Forbidden?queueId=9", "Moved", "SignIn", "Page", "Busy"])(
    "answers a failure and a redirect as they were: %s",
    async (name) => {
      const path = `/Chime/Report/${name}`;
      const was = recorded.get(path)!;
      const is = await call(replayer.url, path, { key: otherKey });
      expect([is.status, is.headers["retry-after"]]).toEqual([was.status, was.headers["retry-after"]]);
      expect(is.headers["www-authenticate"]).toBe(name.startsWith("Forbidden") ? "Bearer" : undefined);
    },
  );

  it("takes any GUID as key, but a key it takes where one was needed", async () => {
    const withKey = async (given: string | null) => (await call(replayer.url, paths[0]!, { key: given })).status;
    expect(await withKey(otherKey)).toBe(200);
    expect(await withKey(null)).toBe(401);
    expect(await withKey("no-guid")).toBe(401);
    expect((await call(replayer.url, "/Chime/Api/GetQueues", { key: null })).status).toBe(200);
  });

  it("says of an unknown call which one is nearest", async () => {
    const { status, body } = await call(
      replayer.url,
      "/Chime/Report/ChatHistory?queueId=1&start=2020-12-01T04:00:00.000Z&zone=America/New_York",
      { key: otherKey },
    );
    expect(status).toBe(404);
    expect((JSON.parse(body) as { detail: string }).detail).toContain(
      'the nearest is "/Chime/Report/ChatHistory?queueid=1&start=2020-11-01T04:00:00.000Z&zone=America/New_York"',
    );
    const other = await call(replayer.url, "/Chime/Report/Nowhere", { key: otherKey });
    expect([other.status, other.body.includes("it holds none with this path")]).toEqual([404, true]);
  });

  it("gives the last answer that succeeded", async () => {
    const several = join(folder, "several.jsonl");
    const [first] = readFileSync(file, "utf8").split("\n");
    const answers = [200, 200, 503].map((status, index) =>
      JSON.stringify({ ...lines[2], status, body: `"answer ${index}"` }),
    );
    writeFileSync(several, [first, ...answers, ""].join("\n"));
    const server = await createRecordingServer({ file: several });
    expect((await call(server.url, "/Chime/Report/Unheard", { key: otherKey })).body).toBe('"answer 1"');
    await server.close();
  });

  it("leaves out a last line that was not written to its end", async () => {
    const cut = join(folder, "cut.jsonl");
    writeFileSync(cut, readFileSync(file, "utf8").slice(0, -30));
    const server = await createRecordingServer({ file: cut });
    expect(server.calls).toBe(lines.length - 1);
    await server.close();
  });

  it.each([
    ["that is not there", undefined, "there is no such file"],
    ["that is no recording", "agentName\r\n", "it is no recording"],
    ["of another kind", '{"a":1}\n', "it is no recording"],
    ["of a newer program", '{"format":"chime-bi recording","version":9}\n', "it is a recording of version 9"],
    ["with a broken line", '{"format":"chime-bi recording","version":1}\n{"pa\n', "line 2 is no JSON"],
    ["with a line of something else", '{"format":"chime-bi recording","version":1}\n{}\n', "line 2 holds no call"],
  ])("refuses a file %s", async (claim, text, why) => {
    const path = join(folder, `${claim}.jsonl`);
    if (text !== undefined) writeFileSync(path, text);
    await expect(createRecordingServer({ file: path })).rejects.toThrow(`could not replay "${path}": ${why}`);
  });
});
