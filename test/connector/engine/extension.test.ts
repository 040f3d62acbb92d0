import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runTests } from "../../../connector/engine/test-command.ts";
import type { EngineOptions } from "../../../connector/engine/index.ts";

const folder = new URL("./extension/", import.meta.url);

type Chat = Readonly<Record<string, unknown>>;
const chats: readonly Chat[] = [1, 2, 3, 4, 5].map((id) => ({
  id: String(id),
  queueId: id % 2 === 0 ? 2 : 1,
  startedAt: `2026-01-0${id}T09:00:00-05:00`,
  place: id === 5 ? { city: "Boston" } : { city: "Albany", floor: id },
  tags: ["printer"],
  extra: "not in the schema",
}));
const sets: Readonly<Record<string, readonly Chat[]>> = {
  chats,
  queues: [
    { id: 1, name: "Help" },
    { id: 2, name: "HR" },
  ],
};

/** A service that pages, filters, sorts, selects and counts, as OData services do. */
const asked: string[] = [];
const server = createServer((request, response) => {
  const url = new URL(request.url ?? "", "http://desk.example");
  asked.push(decodeURIComponent(`${url.pathname}${url.search}`));
  const [, name = "", isCount] = /^\/api\/(\w+)(\/count)?$/u.exec(url.pathname) ?? [];
  const query = url.searchParams;
  let rows = [...(sets[name] ?? [])];
  if (isCount) {
    response.end(String(rows.length));
    return;
  }
  const [, column = "", value] = /^(\w+) eq (.*)$/u.exec(query.get("filter") ?? "") ?? [];
  if (column !== "") rows = rows.filter((row) => String(row[column]) === value);
  if (query.get("order") === "id desc") rows.reverse();
  rows = rows.slice(Number(query.get("skip") ?? 0));
  rows = rows.slice(0, Number(query.get("top") ?? rows.length));
  const size = Number(query.get("size") ?? 3);
  const from = Number(query.get("from") ?? 0);
  const select = query.get("select")?.split(",");
  const page = rows.slice(from, from + size);
  query.set("from", String(from + size));
  const next = from + size < rows.length ? { next: url.href } : {};
  const shown = page.map((row) => (select ? Object.fromEntries(select.map((key) => [key, row[key]])) : row));
  response.end(JSON.stringify({ ...next, value: shown }));
});
let options: EngineOptions;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const resources = '<root><data name="Label"><value>Help desk</value></data></root>';
  options = {
    extensions: [
      {
        document: "Desk.pq",
        text: readFileSync(new URL("Desk.pq", folder), "utf8"),
        files: {
          "Enforce.pqm": readFileSync(new URL("Enforce.pqm", folder)),
          "resources.resx": Buffer.from(resources),
        },
      },
    ],
    standIns: { "desk.example": `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
  };
});
afterAll(() => server.close());
beforeEach(() => {
  asked.length = 0;
});

const mode = { isStrict: true, isUpdate: false };

describe("an extension in the patterns of Microsoft's samples, over a service that stands in", () => {
  it("holds every fact of its suite", async () => {
    const traces: string[] = [];
    const onTrace = ({ message }: { message: string }): void => void traces.push(message);
    const results = await runTests(folder.pathname, { ...options, onTrace }, mode);
    expect(results.filter(({ status }) => status !== "passed")).toEqual([]);
    expect(results).toHaveLength(18);
    expect(traces).toContain("OnSkip: Value was not specified.");
    const expected = [
      "/api/chats/count",
      "/api/chats?top=1&select=id",
      "/api/chats?top=2&select=id",
      "/api/chats?top=2&select=id&order=id desc",
      "/api/chats?select=id&filter=queueId eq 2",
      "/api/chats?select=id&from=3",
    ];
    expect(asked).toEqual(expect.arrayContaining(expected));
    expect(asked.filter((url) => url.startsWith("/api/queues"))).toEqual([]);
  });

  it("fails where a view does not fold, when it is told to", async () => {
    const results = await runTests(folder.pathname, { ...options, failsOnFoldingFailure: true }, mode);
    expect(results.filter(({ status }) => status === "failed").map(({ name, message }) => [name, message])).toEqual(
      ["what the service cannot filter, the engine does", "what a handler refuses, the engine does"].map((name) => [
        name,
        "Failure We couldn't fold the expression to the data source. Please try a simpler expression.",
      ]),
    );
  });
});
