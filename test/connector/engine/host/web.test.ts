import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Engine, type EngineOptions, type HttpCall } from "../../../../connector/engine/index.ts";
import { shown } from "../evaluating.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** What the server answers by path; each test sets its own. */
let answers: Record<string, Answer> = {};
let asked: { method: string | undefined; url: string | undefined; headers: IncomingMessage["headers"] }[] = [];
const server = createServer((request, response) => {
  asked.push({ method: request.method, url: request.url, headers: request.headers });
  const path = request.url?.split("?")[0] ?? "";
  (answers[path] ?? ((_request, missing) => missing.writeHead(404, "Not Found").end()))(request, response);
});
let url = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  answers = {};
  asked = [];
});

async function evaluated(text: string, options: EngineOptions = {}): Promise<string> {
  const engine = new Engine({ allowedHosts: ["127.0.0.1"], timeoutMilliseconds: 20_000, ...options });
  try {
    return shown(await engine.evaluate(text.replaceAll("URL", url)));
  } finally {
    await engine.close();
  }
}

const say =
  (status: number, body = "", headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);

describe("Web.Contents", () => {
  it("joins path and query, escapes values, and repeats a list", async () => {
    answers["/a/b"] = say(200, "hello");
    expect(
      await evaluated(
        'Text.FromBinary(Web.Contents("URL/a/", [RelativePath = "/b", Query = [x = "1 &+é", y = {"p", "q"}], Headers = [#"X-Own" = "h"]]))',
      ),
    ).toBe('"hello"');
    expect(asked[0]).toMatchObject({
      method: "GET",
      url: "/a/b?x=1%20%26%2B%C3%A9&y=p&y=q",
      headers: { "x-own": "h" },
    });
  });

  it("adds to the query that an address has", async () => {
    answers["/a/b"] = say(200, "x");
    await evaluated('Binary.Length(Web.Contents("URL/a?q=who?&r=#top", [RelativePath = "b", Query = [s = "1"]]))');
    expect(asked[0]?.url).toBe("/a/b?q=who?&r=&s=1");
  });

  it("leaves an answer to whoever made the call in the engine's place", async () => {
    const body = new TextEncoder().encode("kept");
    const answer = { status: 200, statusText: "OK", headers: [], body };
    const options: EngineOptions = { callWeb: () => Promise.resolve(answer) };
    for (let time = 0; time < 2; time++) {
      expect(await evaluated('Text.FromBinary(Web.Contents("URL"))', options)).toBe('"kept"');
    }
  });

  it("posts content", async () => {
    answers["/"] = say(200, "ok");
    await evaluated('Text.FromBinary(Web.Contents("URL/", [Content = Text.ToBinary("body")]))');
    expect(asked[0]).toMatchObject({ method: "POST", headers: { "content-length": "4" } });
  });

  it("posts with no other credential than one that is sent by hand", async () => {
    answers["/"] = say(200, "ok");
    const fields = { AuthenticationKind: "Key", Key: "k" } as const;
    const text = `section Own; Own = [Authentication = [Key = []]];
      [DataSource.Kind = "Own"] shared Own.Post = (byHand) =>
        Text.FromBinary(Web.Contents("${url}/", [Content = #binary({1}), ManualCredentials = byHand]));`;
    const options: EngineOptions = {
      extensions: [{ document: "Own.pq", text, files: {} }],
      credentials: [
        { dataSourceKind: "Web", path: url, fields },
        { dataSourceKind: "Own", path: '{"byHand":true}', fields },
        { dataSourceKind: "Own", path: '{"byHand":false}', fields },
      ],
    };
    const refusal =
      "Expression.Error: Web.Contents with the Content option is only supported when connecting anonymously.";
    expect(await evaluated('Text.FromBinary(Web.Contents("URL/", [Content = #binary({1})]))', options)).toBe(refusal);
    expect(await evaluated("Own.Post(false)", options)).toBe(refusal);
    expect(asked).toEqual([]);
    expect(await evaluated("Own.Post(true)", options)).toBe('"ok"');
  });

  it("asks only when the answer is read, and once for the same question", async () => {
    answers["/"] = say(200, "x");
    expect(await evaluated('let a = Web.Contents("URL/") in 1')).toBe("1");
    expect(asked).toHaveLength(0);
    await evaluated('{Text.FromBinary(Web.Contents("URL/")), Text.FromBinary(Web.Contents("URL/"))}');
    expect(asked).toHaveLength(1);
  });

  it("asks again for a retry by hand", async () => {
    answers["/"] = say(200, "x");
    await evaluated('{Text.FromBinary(Web.Contents("URL/")), Text.FromBinary(Web.Contents("URL/", [IsRetry = true]))}');
    expect(asked).toHaveLength(2);
  });

  it("gives status and headers as metadata", async () => {
    answers["/"] = say(202, "x", { "Content-Type": "text/plain" });
    expect(
      await evaluated('let m = Value.Metadata(Web.Contents("URL/")) in {m[Response.Status], m[Content.Type]}'),
    ).toBe('{202, "text/plain"}');
  });

  it.each([
    [404, "DataSource.Error: Web.Contents failed to get contents from 'URL/' (404): Not Found"],
    [500, "DataSource.Error: Web.Contents failed to get contents from 'URL/' (500): Internal Server Error"],
    [403, "DataSource.Error: Access to the resource is forbidden."],
    [401, "Credential.Error: The credentials provided for the Web source are invalid. (Source at URL/.)"],
  ])("raises for a status %s", async (status, message) => {
    answers["/"] = say(status);
    expect(await evaluated('Text.FromBinary(Web.Contents("URL/"))')).toBe(message.replaceAll("URL", url));
    expect(asked).toHaveLength(1);
  });

  it("leaves statuses alone that are handled by hand", async () => {
    answers["/"] = say(404, "none");
    expect(await evaluated('Text.FromBinary(Web.Contents("URL/", [ManualStatusHandling = {404}]))')).toBe('"none"');
  });

  it("tries a throttled answer again, as long as Retry-After says", async () => {
    let calls = 0;
    answers["/"] = (_request, response) =>
      ++calls < 3 ? response.writeHead(429, { "Retry-After": "0" }).end() : response.end("at last");
    const startedAt = performance.now();
    expect(await evaluated('Text.FromBinary(Web.Contents("URL/"))')).toBe('"at last"');
    expect(asked).toHaveLength(3);
    // Half a second each is the least that Power Query waits.
    expect(performance.now() - startedAt).toBeGreaterThan(990);
  });

  it("gives up after three more tries", async () => {
    answers["/"] = say(503, "", { "Retry-After": "0" });
    expect(await evaluated('Text.FromBinary(Web.Contents("URL/"))')).toContain("(503): Service Unavailable");
    expect(asked).toHaveLength(4);
  });

  it("follows redirects, and drops the credential where the host changes", async () => {
    answers["/from"] = say(302, "", { Location: "/to" });
    answers["/to"] = say(302, "", { Location: `http://localhost:${new URL(url).port}/end` });
    answers["/end"] = say(200, "end");
    const options = { allowedHosts: ["127.0.0.1", "localhost"] };
    const text = 'Text.FromBinary(Web.Contents("URL/from", [Headers = [Authorization = "secret"]]))';
    expect(await evaluated(text, options)).toBe('"end"');
    expect(asked.map((call) => call.headers.authorization)).toEqual(["secret", "secret", undefined]);
  });

  it("asks no host that was not allowed", async () => {
    const error = await evaluated('Text.FromBinary(Web.Contents("URL/"))', { allowedHosts: ["example.com"] });
    expect(error).toContain("was not allowed");
    expect(asked).toHaveLength(0);
  });

  it("ends a request after its time-out", async () => {
    answers["/"] = () => undefined;
    expect(await evaluated('Text.FromBinary(Web.Contents("URL/", [Timeout = #duration(0, 0, 0, 0.1)]))')).toContain(
      "The operation has timed out.",
    );
  });

  it.each([
    ['[Qery = [a = "1"]]', "'Qery' isn't a valid Web.Contents option."],
    ["[RelativePath = 1]", "We cannot convert the value 1 to type Text."],
    ["[Query = [a = 1]]", "We cannot convert the value 1 to type Text."],
    ["[ManualCredentials = true]", "The Web.Contents option 'ManualCredentials' can only be used in an extension."],
  ])("refuses the options %s", async (options, message) => {
    expect(await evaluated(`Text.FromBinary(Web.Contents("URL/", ${options}))`)).toContain(message);
  });

  it("sends a stored key as Power Query does by default", async () => {
    answers["/"] = say(200, "x");
    const credentials = [
      { dataSourceKind: "Web", path: url, fields: { AuthenticationKind: "Key", Key: "k" } as const },
    ];
    await evaluated('Text.FromBinary(Web.Contents("URL/"))', { credentials });
    expect(asked[0]?.headers.authorization).toBe(`Basic ${Buffer.from(":k").toString("base64")}`);
  });

  it("reports every call", async () => {
    answers["/"] = say(200, "four");
    const calls: HttpCall[] = [];
    await evaluated('Text.FromBinary(Web.Contents("URL/"))', { onCall: (call) => calls.push(call) });
    expect(calls).toMatchObject([{ method: "GET", url: `${url}/`, status: 200, bytes: 4 }]);
  });
});

const demo = `section Demo;
  Demo = [Authentication = [Key = []]];
  [DataSource.Kind = "Demo", Publish = "Demo.Publish"]
  shared Demo.Contents = Value.ReplaceType(Fetch, type function (url as Uri.Type) as any);
  [DataSource.Kind = "Demo"]
  shared Demo.Rows = Value.ReplaceType(
    (url) => Table.AddColumn(#table({"p"}, {{"/a"}, {"/b"}}), "text", each Get(url, [p])),
    type function (url as Uri.Type) as any);
  Demo.Publish = [ButtonText = {Extension.LoadString("Title")}];
  shared Demo.Title = Demo.Publish[ButtonText]{0};
  Fetch = (url) => Get(url, "/");
  Get = (url, path) => Text.FromBinary(Web.Contents(url, [
    RelativePath = path, ManualCredentials = true, Headers = [Authorization = "Bearer " & Extension.CurrentCredential()[Key]]]));
  shared Demo.Outside = Extension.CurrentCredential();`;

describe("a stand-in", () => {
  it("is asked in the place of a host, without further leave, and for no other host", async () => {
    answers["/v4/a"] = say(200, "here");
    const options = { allowedHosts: [], standIns: { "service.example": url } };
    expect(await evaluated('Text.FromBinary(Web.Contents("http://service.example/v4/a?b=1"))', options)).toBe('"here"');
    expect(asked.map((call) => call.url)).toEqual(["/v4/a?b=1"]);
    expect(await evaluated('Text.FromBinary(Web.Contents("http://other.example/"))', options)).toContain(
      "was not allowed",
    );
  });
});

describe("answers", () => {
  it.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
  ])("that are compressed by %s are read as they were", async (encoding, compress) => {
    answers["/"] = (_request, response) =>
      response.writeHead(200, { "content-encoding": encoding }).end(compress(Buffer.from("plain")));
    expect(await evaluated('Text.FromBinary(Web.Contents("URL/"))')).toBe('"plain"');
  });

  it("keep the names of their headers as the server wrote them, for an extension", async () => {
    answers["/"] = say(200, "", { "X-Next-Page": "2" });
    const text = `section Own;
      Own = [Authentication = [Implicit = []]];
      [DataSource.Kind = "Own"] shared Own.Next = (url as text) => Value.Metadata(Web.Contents(url))[Headers][#"X-Next-Page"];`;
    expect(await evaluated('Own.Next("URL/")', { extensions: [{ document: "Own.pq", text, files: {} }] })).toBe('"2"');
  });
});

describe("a credential of another kind", () => {
  const text = `section Own;
    Own = [Authentication = [OAuth = [], UsernamePassword = []]];
    [DataSource.Kind = "Own"] shared Own.Get = () => Text.FromBinary(Web.Contents("URL/"));`;

  it.each([
    [{ AuthenticationKind: "OAuth2", access_token: "t" } as const, "Bearer t"],
    [
      { AuthenticationKind: "UsernamePassword", Username: "ann", Password: "p" } as const,
      `Basic ${Buffer.from("ann:p").toString("base64")}`,
    ],
  ])("%o is sent as it has to be", async (fields, authorization) => {
    answers["/"] = say(200, "x");
    const extensions = [{ document: "Own.pq", text: text.replaceAll("URL", url), files: {} }];
    await evaluated("Own.Get()", { extensions, credentials: [{ dataSourceKind: "Own", path: "Own", fields }] });
    expect(asked[0]?.headers.authorization).toBe(authorization);
  });

  it("is needed where a kind offers more than anonymous access", async () => {
    const extensions = [{ document: "Own.pq", text: text.replaceAll("URL", url), files: {} }];
    expect(await evaluated("Own.Get()", { extensions })).toBe(
      "Credential.Error: Credentials are required to connect to the Own source. (Source at Own.)",
    );
    expect(asked).toEqual([]);
  });
});

describe("an extension", () => {
  const resources = Buffer.from('<root><data name="Title" xml:space="preserve"><value>A &amp; B</value></data></root>');
  const extension = { document: "Demo.pq", text: demo, files: { "resources.resx": resources } };
  const withKey = (path: string): EngineOptions => ({
    extensions: [extension],
    credentials: [{ dataSourceKind: "Demo", path, fields: { AuthenticationKind: "Key", Key: "secret" } }],
  });

  it("sends its credential by hand", async () => {
    answers["/"] = say(200, "in");
    expect(await evaluated('Demo.Contents("URL")', withKey(url))).toBe('"in"');
    expect(asked[0]?.headers.authorization).toBe("Bearer secret");
  });

  it("keeps its data source in cells that are evaluated after the call", async () => {
    answers["/a"] = say(200, "A");
    answers["/b"] = say(200, "B");
    expect(await evaluated('Demo.Rows("URL")[text]', withKey(url))).toBe('{"A", "B"}');
  });

  it("has no credential for another path", async () => {
    expect(await evaluated('Demo.Contents("URL/")', withKey("http://other.example"))).toBe(
      `Credential.Error: Credentials are required to connect to the Demo source. (Source at ${url}/.)`,
    );
    expect(asked).toHaveLength(0);
  });

  it("has no credential outside of its data source functions", async () => {
    expect(await evaluated("Demo.Outside", withKey(url))).toContain("can only be called in a data source function");
  });

  it("reads its resources", async () => {
    expect(await evaluated("Demo.Title", withKey(url))).toBe('"A & B"');
  });

  it("shows other M neither its unshared members nor its functions", async () => {
    expect(await evaluated("Fetch", withKey(url))).toContain("The name 'Fetch' wasn't recognized");
    expect(await evaluated("Extension.CurrentCredential()", withKey(url))).toContain("wasn't recognized");
  });
});

describe("Web.Headers", () => {
  it("gives the headers that plain M may see, with the status beside them", async () => {
    answers["/a"] = say(200, "", { "Content-Type": "text/plain", "Cache-Control": "no-store", "X-Secret": "1" });
    const text = 'let h = Web.Headers("URL/", [RelativePath = "a", Query = [x = "1"]]) in {h, Value.Metadata(h)}';
    const shownText = await evaluated(text.replace("in {h", 'in {Record.RemoveFields(h, "Date")'));
    expect(shownText).toBe(
      '{[#"Content-Type" = "text/plain", #"Cache-Control" = "no-store"], [Response.Status = 200]}',
    );
    expect(asked).toMatchObject([{ method: "HEAD", url: "/a?x=1" }]);
  });

  it("sends no content", async () => {
    expect(await evaluated('Web.Headers("URL/", [Content = #binary({1})])')).toMatch(
      /^Expression\.Error: 'Content' isn't a valid Web\.Headers option\. Valid options are: ApiKeyName, CredentialQuery/u,
    );
  });
});
