import { describe, expect, it } from "vitest";
import { asksDefaultWindow, findDateFilters } from "../../../../connector/refresh/analysis/date-filter.ts";
import { findSourceCalls } from "../../../../connector/refresh/analysis/data-sources.ts";
import { findBorderMistakes } from "../../../../connector/refresh/analysis/range-use.ts";
import { reachOf } from "../../../../connector/refresh/analysis/reach.ts";
import { Queries } from "../../../../connector/refresh/queries.ts";

async function read(text: string): Promise<Queries> {
  const queries = new Queries();
  await queries.addSection("queries.pq", text);
  return queries;
}

const url = 'Url = "https://example.com" meta [IsParameterQuery = true, Type = "Text"];';

describe("a data source", () => {
  it.each([
    ["a text", 'A = Web.Contents("https://example.com", [RelativePath = "a" & Text.From(1)]);', true],
    ["a parameter", `${url} A = Web.Contents(Url);`, true],
    ["a parameter and a text", `${url} A = Web.Contents(Url & "/chats");`, true],
    ["a step that stands for one", `${url} A = let base = Url & "/x", asked = base in Web.Contents(asked);`, true],
    ["a field of a record", `${url} Site = [Base = Url]; A = Web.Contents(Site[Base]);`, true],
    ["a step of the same name", `${url} A = let Url = Url in Web.Contents(Url);`, true],
    ["an argument", `${url} F = (page) => Web.Contents(Url & page); A = F("1");`, false],
    ["the row of a table", `${url} A = Table.AddColumn(T, "x", each Web.Contents([link])); T = 1;`, false],
    ["what a function gives", `${url} A = Web.Contents(Url & Text.From(1));`, false],
    ["a function that is handed on", `A = List.Transform({"https://example.com"}, Web.Contents);`, false],
    ["a name that hides the parameter", `${url} A = (Url) => Web.Contents(Url);`, false],
    ["a function of a connector", `${url} A = Chime.Report(Url & Text.From(1), "Queues");`, false],
  ])("by %s is seen as known beforehand or not", async (_claim, members, isStatic) => {
    const calls = findSourceCalls(await read(`section Demo; ${members}`), new Set(["Chime.Report"]));
    expect(calls.map((call) => call.isStatic)).toEqual([isStatic]);
  });

  it("is placed where its address stands", async () => {
    const queries = new Queries();
    await queries.addQuery("A", {
      text: "let\n  a = 1\nin\n  Web.Contents(Text.From(a))",
      file: "a.tmdl",
      line: 10,
      column: 5,
    });
    const [call] = findSourceCalls(queries, new Set());
    expect(queries.placeOf(call!.query.document, call!.at.line, call!.at.column)).toEqual({
      file: "a.tmdl",
      line: 13,
      column: 20,
    });
  });

  it("is not what only has its name", async () => {
    expect(
      findSourceCalls(await read("section Demo; A = let Web.Contents = (x) => x in Web.Contents(1);"), new Set()),
    ).toEqual([]);
  });

  it("tells of an Authorization header that the query sends itself", async () => {
    const text = `section Demo; A = let options = [Headers = [Authorization = "Bearer x"]] in Web.Contents("https://a.b", options);`;
    expect(findSourceCalls(await read(text), new Set())[0]!.hasOwnAuthorization).toBe(true);
  });
});

describe("a filter on the range", () => {
  it.each([
    ["each [at] >= RangeStart and [at] < RangeEnd", undefined],
    ["each [at] > RangeStart and [at] <= RangeEnd", undefined],
    ["each RangeStart <= [at] and RangeEnd > [at]", undefined],
    ["each [at] >= RangeStart and [at] <= RangeEnd", "twice"],
    ["each RangeStart <= [at] and RangeEnd >= [at]", "twice"],
    ["each [at] > DateTime.AddZone(RangeStart, 0) and [at] < DateTime.AddZone(RangeEnd, 0)", "never"],
  ])("of %s has a row on the border %s", async (filter, rows) => {
    const found = findBorderMistakes((await read(`section Demo; A = Table.SelectRows(T, ${filter});`)).all());
    expect(found.map((mistake) => mistake.rows)).toEqual(rows === undefined ? [] : [rows]);
  });
});

describe("a query's reach", () => {
  it("goes through other queries and ends at names of the library", async () => {
    const queries = await read("section Demo; A = B + Text.Length(c) ; B = let C = 1 in C + D; C = 2; D = [E = 1][E];");
    const reach = reachOf(queries.find("A")!, queries);
    expect(reach.queries.map(({ name }) => name)).toEqual(["A", "B", "D"]);
    expect([...reach.names].sort()).toEqual(["Text.Length", "c"]);
  });

  it.each(["[B = B][B]", "[B = B + 1][B]", "let B = B in B"])(
    "goes past a member of the same name: %s",
    async (text) => {
      const queries = await read(`section Demo; A = ${text}; B = 1;`);
      expect(reachOf(queries.find("A")!, queries).queries.map(({ name }) => name)).toEqual(["A", "B"]);
    },
  );
});

describe("a filter by dates", () => {
  it.each([
    ["a bound of the partition", "each [startedAt] >= RangeStart", true],
    ["a date written out", "each [date] = #date(2020, 11, 1)", true],
    ["a function of dates", "each Date.IsInPreviousMonth([date])", true],
    ["a date handed to a function", "(row) => isLater(row[date], #datetime(2020, 11, 1, 0, 0, 0))", true],
    ["nothing of dates", 'each [outcome] = "Answered" and [date] <> null', false],
  ])("is one that speaks of %s", async (_claim, condition, isOne) => {
    const queries = await read(`section Demo; A = Table.SelectRows(B, ${condition}); B = 1;`);
    expect(findDateFilters(queries.all()).length).toBe(isOne ? 1 : 0);
  });

  const asked = (start: string, stop: string): string =>
    `https://chime.example/Chime/Report/ChatHistory?start=${start}&stop=${stop}`;
  const began = Date.parse("2026-11-22T12:00:00Z");
  const now = "2026-11-22T12:00:00.500Z";

  it.each([
    ["29 days and a part of today", asked("2026-10-24T00:00:00Z", now), true],
    ["the same with a clock change between", asked("2026-10-24T13:00:00Z", now), true],
    ["the same a day ago", asked("2026-10-23T00:00:00Z", "2026-11-21T12:00:00Z"), false],
    ["a partition", asked("2026-11-21T00:00:00Z", "2026-11-21T23:59:59.999Z"), false],
    ["this month up to now", asked("2026-11-01T00:00:00Z", now), false],
    ["no window", "https://chime.example/Chime/Report/Queues", false],
    ["another route", asked("2026-10-24T00:00:00Z", now).replace("/Report/", "/Other/"), false],
  ])("is left alone with the last 30 days by a request for %s", (_claim, url, isDefault) => {
    expect(asksDefaultWindow(url, began, began + 1000)).toBe(isDefault);
  });
});
