import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { exampleNow, readExamples, writeExamples } from "../../../docs/generate/openapi-examples.ts";
import { directories, reportNames, reports, routeOf, type Column } from "../../../emulator/catalogue/index.ts";
import { createEmulator, type Emulator } from "../../../emulator/http/index.ts";
import { openStore } from "../../../emulator/store/index.ts";
import { call } from "../desk-server.ts";
import { addChats, createDesk, keys, type ChatPlan } from "../fixture.ts";
import { createChecker, type Document, type Operation } from "./api-document.ts";

const start = Date.parse("2020-11-01T04:00:00.000Z");
const outcomes = ["answered", "answered", "abandoned", "missed", "deflected", "leftBot"] as const;

let emulator: Emulator;
let document: Document;
let text: string;
beforeAll(async () => {
  const store = createDesk();
  addChats(
    store,
    Array.from({ length: 300 }, (_, index): ChatPlan => ({
      id: index + 1,
      queueId: (index % 2) + 1,
      startedAt: start + index * 7_200_000,
      outcome: outcomes[index % outcomes.length]!,
      ...(index % 4 === 0 && { rating: (index % 5) + 1, comment: "Thanks" }),
      tagIds: index % 7 === 0 ? [1, 2] : [],
      transfers: index % 12 === 0 ? 1 : 0,
    })),
  );
  emulator = await createEmulator({ store, now: Date.parse("2020-12-15T12:00:00Z") });
  text = (await call(emulator.url, "/openapi.json", { key: null })).body;
  document = JSON.parse(text) as Document;
});
afterAll(async () => {
  await emulator.close();
});

describe("the OpenAPI document", () => {
  it("is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    expect(await validator.validate(JSON.parse(text) as Record<string, unknown>)).toEqual({ valid: true });
    expect(validator.version).toBe("3.1");
  });

  it("is offered to pages and programs without a key", async () => {
    const headers = { Origin: "https://tools.example" };
    const answer = await call(emulator.url, "/OpenAPI.json", { key: null, headers });
    expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(answer.headers["access-control-allow-origin"]).toBe("*");
    expect(answer.body).toBe(text);
  });

  it("has every report with the columns of the catalogue, every directory and every other route", () => {
    const paths = Object.keys(document.paths);
    expect(paths).toEqual([
      ...directories.map(({ route }) => routeOf(route)),
      ...reportNames.map(routeOf),
      "/Chime/Session/SessionDetails/{SessionID}",
      "/Chime/Api/IsQueueAvailable",
      "/Chime/Api/GetQueueWaitTime",
      "/Chime/Api/GetQueueInfo",
      "/Chime/Api/GetQueues",
      "/Chime/Api/Health/Status/HealthMonitor",
      "/Chime/Api/Health/Status/Queue/{id}",
    ]);
    for (const name of reportNames) {
      const { properties, required } = document.components.schemas[`${name}Row`] as {
        properties: Record<string, { type: string | string[] }>;
        required: string[];
      };
      const columns: readonly Column[] = reports[name].columns;
      expect(Object.keys(properties)).toEqual(columns.map((column) => column.name));
      expect(required).toEqual(Object.keys(properties));
      for (const column of columns) expect(Array.isArray(properties[column.name]!.type)).toBe(column.nullable);
    }
  });

  it("has an example of every good answer, which its schema describes", () => {
    const checker = createChecker(document);
    for (const [path, { get }] of Object.entries(document.paths)) {
      for (const media of Object.values(get.responses["200"]!.content!)) {
        expect(media.example, path).toBeDefined();
        checker.checkValue(path, media, media.example);
      }
    }
  });
});

describe("the document describes", () => {
  const path = "/Chime/Report/Queues";
  const row = {
    queueId: 1,
    queueName: "",
    description: null,
    language: "en",
    zone: "UTC",
    enabled: true,
    serviceLevelSeconds: 30,
    agents: 0,
  };
  const json = "application/json; charset=utf-8";

  it("a row of the catalogue, and a refusal", () => {
    const { checkAnswer } = createChecker(document);
    checkAnswer(path, 200, json, JSON.stringify([row]));
    checkAnswer(path, 304, undefined, "");
  });

  it.each([
    ["another status", 418, json, "[]"],
    ["a status of other operations", 404, json, "[]"],
    ["another media type", 200, "text/html", "[]"],
    ["a body where there is none", 304, undefined, "[]"],
    ["a member too many", 200, json, JSON.stringify([{ ...row, more: 1 }])],
    ["a member too few", 200, json, JSON.stringify([{ queueId: 1 }])],
    ["a cell of another kind", 200, json, JSON.stringify([{ ...row, queueId: "1" }])],
    ["an empty cell of a column that is never empty", 200, json, JSON.stringify([{ ...row, zone: null }])],
    ["no list", 200, json, "{}"],
    ["another problem", 400, "application/problem+json", '{"type":"/problems/x","title":"","status":400,"detail":""}'],
  ])("not %s", (_, status, contentType, body) => {
    expect(() => {
      createChecker(document).checkAnswer(path, status, contentType, body);
    }).toThrow(path);
  });
});

it("the examples are what an emulator with demo data answers (npm run generate writes them)", async () => {
  const store = openStore(inject("demoFile"));
  const demo = await createEmulator({ store, now: exampleNow });
  try {
    const kept = readFileSync(join("emulator", "http", "openapi-examples.json"), "utf8");
    expect(writeExamples(await readExamples(demo.url))).toBe(kept);
  } finally {
    await demo.close();
    store.close();
  }
});

/** Values for a parameter: those its schema asks for, and those that it does not. */
function valuesOf({ schema }: Operation["parameters"][number]): fc.Arbitrary<string> {
  const examples = (schema.examples ?? []).map(String);
  const good =
    schema.type === "integer"
      ? fc.oneof(fc.integer({ min: schema.minimum ?? 0, max: 320 }), fc.maxSafeNat()).map(String)
      : schema.type === "boolean"
        ? fc.constantFrom("true", "false")
        : fc.constantFrom("", ...examples);
  const instants = fc
    .date({ min: new Date("1850-01-01"), max: new Date("2250-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString());
  const broken = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom(
      "",
      "null",
      "-1",
      "0",
      "1e3",
      "../..",
      "%00",
      "2020-02-30",
      "NaN",
      "Europe/Berlin",
      "z".repeat(9000),
    ),
  );
  const likely = examples.length > 0 ? fc.constantFrom(...examples) : good;
  return fc.oneof({ weight: 6, arbitrary: likely }, { weight: 2, arbitrary: good }, instants, broken);
}

/** Calls of an operation, made from the document alone: any subset of its parameters, some unknown or repeated ones. */
function callsOf(path: string, operation: Operation): fc.Arbitrary<{ path: string; headers: Record<string, string> }> {
  const inQuery = operation.parameters.filter((parameter) => parameter.in === "query");
  const inPath = operation.parameters.find((parameter) => parameter.in === "path");
  const pairs = inQuery.map((parameter) => {
    const given = fc.tuple(fc.constantFrom(parameter.name, parameter.name.toUpperCase()), valuesOf(parameter));
    const missing = parameter.required ? 1 : 5;
    return fc
      .array(given, { minLength: 0, maxLength: 1, size: "max" })
      .chain((once) =>
        fc.oneof(
          { weight: missing, arbitrary: fc.constant(once) },
          { weight: 8, arbitrary: given.map((pair) => [pair]) },
          { weight: 1, arbitrary: given.map((pair) => [pair, pair]) },
        ),
      );
  });
  const other = fc.array(fc.tuple(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 })), { maxLength: 1 });
  const key = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(keys.administrator, keys.manager) },
    fc.constantFrom(keys.agent, keys.revoked, "nonsense"),
  );
  const tag = fc.option(fc.constantFrom("*", '"other"', "nonsense"), { freq: 9 });
  return fc
    .record({ pairs: fc.tuple(...pairs, other), segment: inPath ? valuesOf(inPath) : fc.constant("1"), key, tag })
    .map(({ pairs: given, segment, key: guid, tag: ifNoneMatch }) => {
      const query = new URLSearchParams(given.flat()).toString();
      // An empty segment, or one of dots alone, would be another path.
      const filled = path.replace(/\{\w+\}/u, encodeURIComponent(segment.replace(/^\.*$/u, "0")));
      return {
        path: query === "" ? filled : `${filled}?${query}`,
        headers: { Authorization: `Bearer ${guid}`, ...(ifNoneMatch !== null && { "If-None-Match": ifNoneMatch }) },
      };
    });
}

describe("a generic client, made from the document alone", () => {
  it("never provokes a 500 and never sees an answer that the document does not describe", async () => {
    const { checkAnswer } = createChecker(document);
    const statuses = new Map<number, number>();
    const operations = Object.entries(document.paths);
    const anyCall = fc
      .constantFrom(...operations)
      .chain(([path, { get }]) => callsOf(path, get).map((made) => ({ operation: path, ...made })));
    await fc.assert(
      fc.asyncProperty(anyCall, async ({ operation, path, headers }) => {
        const answer = await call(emulator.url, path, { key: null, headers });
        const contentType = answer.headers["content-type"];
        // The one 500 that there is says that a queue does not run.
        if (answer.status === 500) expect(answer.body).toMatch(/^Queue \d+ is not running$/);
        checkAnswer(operation, answer.status, contentType, answer.body);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      }),
      { numRuns: 1000 },
    );
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 304, 400, 401, 403, 404, 414, 500]));
    expect(statuses.get(200)).toBeGreaterThan(200);
  });

  it("gets a described answer from every operation with its examples as parameters", async () => {
    const checker = createChecker(document);
    for (const [path, { get }] of Object.entries(document.paths)) {
      const pairs = get.parameters
        .filter((parameter) => parameter.in === "query" && parameter.schema.examples)
        .map(({ name, schema }): [string, string] => [name, String(schema.examples![0])]);
      const filled = path.replace(/\{\w+\}/u, "1");
      for (const csv of ["false", "true"]) {
        const query = new URLSearchParams([...pairs, ["csv", csv]]).toString();
        const { status, headers, body } = await call(emulator.url, `${filled}?${query}`);
        expect(status, path).toBe(200);
        checker.checkAnswer(path, status, headers["content-type"], body);
      }
    }
  });
});
