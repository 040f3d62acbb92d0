import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

/** Whole queries as people write them, many functions at once; results worked out by hand. */
describe("queries as people write them", () => {
  it.each<[string, string, string]>([
    [
      "the two best rows of each group",
      `let
        Source = #table({"queue", "agent", "chats"}, {{"Mail", "Ann", 1}, {"Mail", "Bo", 5}, {"Sales", "Cy", 2}, {"Mail", "Di", 3}}),
        Grouped = Table.Group(Source, {"queue"}, {{"best", each Table.FirstN(Table.Sort(_, {{"chats", Order.Descending}}), 2)}}),
        Expanded = Table.ExpandTableColumn(Grouped, "best", {"agent", "chats"})
      in Table.ToRows(Expanded)`,
      '{{"Mail", "Bo", 5}, {"Mail", "Di", 3}, {"Sales", "Cy", 2}}',
    ],
    [
      "a running total for each group",
      `let
        Source = Table.FromRecords({[queue = "a", n = 1], [queue = "a", n = 2], [queue = "b", n = 5]}),
        AddTotal = (rows as table) => Table.AddColumn(
          Table.AddIndexColumn(rows, "place", 1), "total", (row) => List.Sum(List.FirstN(rows[n], row[place]))),
        Grouped = Table.Group(Source, {"queue"}, {{"rows", AddTotal}})
      in Table.ToRows(Table.Combine(Grouped[rows])[[queue], [total]])`,
      '{{"a", 1}, {"a", 3}, {"b", 5}}',
    ],
    [
      "two rows of headers made one and unpivoted",
      `let
        Source = #table({"Column1", "Column2", "Column3"}, {{null, "2023", null}, {null, "Q1", "Q2"}, {"A", 1, 2}, {"B", 3, 4}}),
        Turned = Table.FillDown(Table.Transpose(Source), {"Column1"}),
        Merged = Table.CombineColumns(Turned, {"Column1", "Column2"}, Combiner.CombineTextByDelimiter("|"), "header"),
        Promoted = Table.PromoteHeaders(Table.Transpose(Merged)),
        Unpivoted = Table.UnpivotOtherColumns(Promoted, {Table.ColumnNames(Promoted){0}}, "header", "value"),
        Split = Table.SplitColumn(Unpivoted, "header", Splitter.SplitTextByDelimiter("|"), {"year", "quarter"})
      in Table.ToRows(Split)`,
      '{{"A", "2023", "Q1", 1}, {"A", "2023", "Q2", 2}, {"B", "2023", "Q1", 3}, {"B", "2023", "Q2", 4}}',
    ],
    [
      "runs of neighbouring numbers",
      `let
        days = {1, 2, 3, 7, 8, 10},
        Source = Table.AddColumn(Table.FromColumns({days, List.Positions(days)}, {"day", "place"}), "run", each [day] - [place])
      in Table.ToRows(Table.Group(Source, "run", {{"from", each List.Min([day])}, {"to", each List.Max([day])}}))`,
      "{{1, 1, 3}, {4, 7, 8}, {5, 10, 10}}",
    ],
    [
      "groups that begin at a marker row",
      `Table.ToRows(Table.Group(#table({"k", "n"}, {{"Start", 1}, {"x", 2}, {"Start", 3}, {"y", 4}}),
        "k", {{"n", each [n]}}, GroupKind.Local, (first, current) => Number.From(current = "Start")))`,
      '{{"Start", {1, 2}}, {"Start", {3, 4}}}',
    ],
    [
      "pages fetched until one names no next one",
      `let
        Fetch = (page) => [items = {page * 10, page * 10 + 1}, next = if page < 3 then page + 1 else null],
        pages = List.Generate(
          () => Fetch(1), each _ <> null, each if [next] = null then null else Fetch([next]), each [items])
      in List.Combine(pages)`,
      "{10, 11, 20, 21, 30, 31}",
    ],
    [
      "nested JSON as rows",
      `let
        items = Json.Document("{""items"":[{""id"":1,""tags"":[""x"",""y""],""o"":{""n"":""A""}},{""id"":2,""tags"":[],""o"":null}]}")[items],
        Tagged = Table.ExpandListColumn(Table.FromRecords(items), "tags")
      in Table.ToRows(Table.ExpandRecordColumn(Tagged, "o", {"n"}))`,
      '{{1, "x", "A"}, {1, "y", "A"}, {2, null, null}}',
    ],
    [
      "a CSV file with lines above its headers and a total below",
      `let
        Source = Csv.Document("exported#(lf)#(lf)Name,Amount#(lf)x,1#(lf)y,#(lf)Total,3", [Columns = 2]),
        Promoted = Table.PromoteHeaders(Table.Skip(Source, each [Column1] <> "Name")),
        Rows = Table.SelectRows(Promoted, each [Name] <> "Total")
      in Table.ToRows(Table.TransformColumnTypes(Rows, {{"Amount", Int64.Type}}))`,
      '{{"x", 1}, {"y", null}}',
    ],
    [
      "the ISO week of days about new year",
      `let
        IsoWeek = (day as date) as number =>
          let thursday = Date.AddDays(day, 3 - Date.DayOfWeek(day, Day.Monday))
          in Number.IntegerDivide(Duration.Days(thursday - #date(Date.Year(thursday), 1, 1)), 7) + 1
      in List.Transform({#date(2021, 1, 3), #date(2020, 12, 31), #date(2024, 12, 30)}, IsoWeek)`,
      "{53, 53, 1}",
    ],
    [
      "a fiscal year that begins in April",
      `let Fiscal = (day) => {Date.Year(day) + Number.From(Date.Month(day) >= 4), Number.Mod(Date.Month(day) + 8, 12) + 1}
      in {Fiscal(#date(2024, 5, 15)), Fiscal(#date(2024, 2, 15))}`,
      "{{2025, 2}, {2024, 11}}",
    ],
    [
      "a number written in another base, by recursion",
      `let
        ToHex = (n) =>
          let rest = Number.IntegerDivide(n, 16), digit = Text.At("0123456789ABCDEF", Number.Mod(n, 16))
          in if rest = 0 then digit else @ToHex(rest) & digit
      in ToHex(48879)`,
      '"BEEF"',
    ],
    [
      "the checksum of a card number",
      `let
        IsValid = (card as text) =>
          let
            digits = List.Reverse(List.Transform(Text.ToList(card), Number.From)),
            Fold = (n) => if n > 9 then n - 9 else n,
            sum = List.Sum(List.Transform(List.Positions(digits), each Fold(digits{_} * (if Number.IsOdd(_) then 2 else 1))))
          in Number.Mod(sum, 10) = 0
      in {IsValid("4539578763621486"), IsValid("4539578763621487")}`,
      "{true, false}",
    ],
    [
      "rows in error told by what failed in them",
      `let
        Typed = Table.TransformColumnTypes(#table({"a"}, {{"1"}, {"q"}}), {{"a", Int64.Type}}),
        Failed = Table.SelectRowsWithErrors(Typed, {"a"})
      in Table.AddColumn(Failed, "why", each (try [a])[Error][Message] & " " & (try [a])[Error][Detail])[why]`,
      '{"We couldn\'t convert to Number. q"}',
    ],
    [
      "an own error, caught with its detail",
      `let Check = (n) => if n < 0 then error Error.Record("Check.Error", "negative: #{0}", [Input = n], {n}) else n
      in try Check(-1) catch (e) => e[Message] & " / " & Text.From(e[Detail][Input])`,
      '"negative: -1 / -1"',
    ],
    [
      "a function with its documentation",
      `let
        Double = (n as number) => n * 2,
        Documented = Value.ReplaceType(Double, Value.Type(Double) meta [Documentation.Name = "Double"])
      in {Documented(3), Value.Metadata(Value.Type(Documented))[Documentation.Name]}`,
      '{6, "Double"}',
    ],
    [
      "functions in a row, and made of functions",
      `let Curry = (f) => (a) => (b) => f(a, b)
      in {List.Accumulate({each _ + 1, each _ * 2, Text.From}, 3, (value, f) => f(value)), Curry((a, b) => a - b)(5)(3)}`,
      '{"8", 2}',
    ],
  ])("%s", async (_claim, text, result) => {
    expect(shown(await engine.evaluate(text))).toBe(result);
  });
});
