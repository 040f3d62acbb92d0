import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const traced: string[] = [];
const engine = testEngine({
  onTrace: ({ message }) => {
    traced.push(message);
  },
});

/**
 * A view over three chats that notes every handler that is called, with what it was given. `handlers` adds to its own; a handler
 * made of `Note` answers with a table of one row that says what was asked.
 */
const prelude = `
  Log = (what as text, value) => Diagnostics.Trace(TraceLevel.Information, what, value),
  Chats = #table(type table [id = number, queue = text], {{1, "a"}, {2, "b"}, {3, "a"}}),
  Show = (value) => Text.FromBinary(Json.FromValue(value)),
  Note = (what as text, value) => Log(what, #table({"asked"}, {{what & " " & Show(value)}})),
  Names = (columns as list) => List.Transform(columns, each Record.RemoveFields(_, {"Function", "Type"})),
  View = (handlers as record) => Table.View(null, [
    GetType = () => Log("GetType", Value.Type(Chats)),
    GetRows = () => Log("GetRows", Chats)
  ] & handlers)`;

async function evaluated(text: string): Promise<{ readonly m: string; readonly calls: readonly string[] }> {
  traced.length = 0;
  const outcome = await engine.evaluate(`let ${prelude} in ${text}`);
  return { m: shown(outcome), calls: [...traced] };
}

describe("a view", () => {
  it.each([
    ["its type is asked for without its rows", "Table.ColumnNames(View([]))", '{"id", "queue"}', ["GetType"]],
    [
      "the type is asked for once",
      "let v = View([]) in {Value.Type(v) = Value.Type(v), Table.ColumnCount(v)}{1}",
      "2",
      ["GetType"],
    ],
    ["nobody asks a view that nobody reads", "let v = View([]) in 1", "1", []],
    [
      "a row count needs neither type nor rows",
      'Table.RowCount(View([GetRowCount = () => Log("GetRowCount", 7)]))',
      "7",
      ["GetRowCount"],
    ],
    ["without GetRowCount rows are counted", "Table.RowCount(View([]))", "3", ["GetRows", "GetType"]],
    [
      "without a handler the engine does the work",
      "Table.RowCount(Table.FirstN(View([]), 2))",
      "2",
      ["GetType", "GetRows"],
    ],
  ])("%s", async (_claim, text, m, calls) => {
    expect(await evaluated(text)).toEqual({ m, calls });
  });

  it.each([
    ["Table.FirstN", 'OnTake = (count) => Note("take", count)', "Table.FirstN(v, 2)", "take 2"],
    ["Table.First", 'OnTake = (count) => Note("take", count)', '#table({"asked"}, {{Table.FirstValue(v)}})', "take 1"],
    ["Table.Skip", 'OnSkip = (count) => Note("skip", count)', "Table.Skip(v, 2)", "skip 2"],
    ["Table.RemoveFirstN", 'OnSkip = (count) => Note("skip", count)', "Table.RemoveFirstN(v)", "skip 1"],
    [
      "Table.SelectColumns",
      'OnSelectColumns = (columns) => Note("select", columns)',
      'Table.SelectColumns(v, {"queue"})',
      'select ["queue"]',
    ],
    ["a projection", 'OnSelectColumns = (columns) => Note("select", columns)', "v[[queue]]", 'select ["queue"]'],
    [
      "Table.RemoveColumns",
      'OnSelectColumns = (columns) => Note("select", columns)',
      'Table.RemoveColumns(v, "id")',
      'select ["queue"]',
    ],
    [
      "a missing column that is ignored",
      'OnSelectColumns = (columns) => Note("select", columns)',
      'Table.SelectColumns(v, {"id", "z"}, MissingField.Ignore)',
      'select ["id"]',
    ],
    [
      "Table.RenameColumns",
      'OnRenameColumns = (renames) => Note("rename", renames)',
      'Table.RenameColumns(v, {{"id", "key"}})',
      'rename [["id","key"]]',
    ],
    [
      "Table.Sort",
      'OnSort = (order) => Note("sort", order)',
      'Table.Sort(v, {{"queue", Order.Descending}, "id"})',
      'sort [{"Name":"queue","Order":1},{"Name":"id","Order":0}]',
    ],
    [
      "Table.Sort by one column",
      'OnSort = (order) => Note("sort", order)',
      'Table.Sort(v, {"id", Order.Descending})',
      'sort [{"Name":"id","Order":1}]',
    ],
    [
      "Table.Distinct",
      'OnDistinct = (columns) => Note("distinct", columns)',
      "Table.Distinct(v)",
      'distinct ["id","queue"]',
    ],
    [
      "Table.Distinct of a column",
      'OnDistinct = (columns) => Note("distinct", columns)',
      'Table.Distinct(v, "id")',
      'distinct ["id"]',
    ],
    [
      "Table.SelectRows",
      'OnSelectRows = (selector) => Note("where", RowExpression.From(selector)[Operator])',
      "Table.SelectRows(v, each [id] > 1)",
      'where "GreaterThan"',
    ],
    [
      "Table.AddColumn",
      'OnAddColumns = (columns) => Note("add", Names(columns))',
      'Table.AddColumn(v, "n", each 1)',
      'add [{"Name":"n"}]',
    ],
    [
      "Table.Group",
      'OnGroup = (keys, aggregates) => Note("group", {keys, Names(aggregates)})',
      'Table.Group(v, "queue", {{"n", Table.RowCount}})',
      'group [["queue"],[{"Name":"n"}]]',
    ],
    [
      "Table.Join",
      'OnJoin = (side, left, right, keys, kind) => Note("join", {side, keys, kind})',
      'Table.Join(v, "id", #table({"key"}, {}), "key", JoinKind.LeftOuter)',
      'join [0,[{"Left":"id","Right":"key"}],1]',
    ],
    [
      "Table.Join from the right",
      'OnJoin = (side, left, right, keys, kind) => Note("join", {side, kind})',
      'Table.Join(#table({"key"}, {}), "key", v, "id")',
      "join [1,0]",
    ],
    [
      "a view function",
      'OnInvoke = (function, arguments, index) => Note("invoke", index)',
      "Table.ViewFunction((n, t) => t)(5, v)",
      "invoke 1",
    ],
  ])("answers %s itself, without its rows", async (_operation, handler, text, asked) => {
    const { m, calls } = await evaluated(`let v = View([${handler}]) in ${text}{0}[asked]`);
    expect(m).toBe(JSON.stringify(asked).replaceAll('\\"', '""'));
    expect(calls).not.toContain("GetRows");
  });

  it.each([
    [
      "its state goes from handler to handler",
      'let V = (state) => View([OnTake = (n) => @V(state & {n}), OnSkip = (n) => @V(state & {-n}), GetRows = () => #table({"id", "queue"}, {{List.Sum(state), "x"}})]) in Table.Skip(Table.FirstN(V({}), 5), 2){0}[id]',
      "3",
    ],
    [
      "a handler that is not implemented leaves the work to the engine",
      "Table.FirstN(View([OnTake = (n) => ...]), 1)",
      '#table(type table [id = number, queue = text], {{1, "a"}})',
    ],
    [
      "a handler that fails leaves the work to the engine",
      'Table.FirstN(View([OnTake = (n) => error "no"]), 1)[id]',
      "{1}",
    ],
    [
      "Table.ViewError is final",
      'Table.FirstN(View([OnTake = (n) => error Table.ViewError(Error.Record("Chat.Limit", "too many"))]), 1)',
      "Chat.Limit: too many",
    ],
    [
      "GetRows' columns are taken by name",
      'View([GetRows = () => #table({"queue", "id"}, {{"z", 9}})])',
      '#table(type table [id = number, queue = text], {{9, "z"}})',
    ],
    [
      "a column that GetRows does not give is an error",
      'View([GetRows = () => #table({"id"}, {{9}})])',
      "Expression.Error: The column 'queue' of the table wasn't found.",
    ],
    [
      "GetType must give a table type",
      "Table.ColumnNames(View([GetType = () => type text]))",
      "Expression.Error: The handler 'GetType' must return a table type with columns.",
    ],
    [
      "over a table nothing is required",
      "Table.View(Chats, [GetRowCount = () => 9]){[id = 2]}",
      '[id = 2, queue = "b"]',
    ],
    [
      "over a table a GetRows that fails gives the table's rows",
      'Table.RowCount(Table.View(Chats, [GetRows = () => error "no"]))',
      "3",
    ],
    [
      "without a table GetType is required",
      "Table.View(null, [GetRows = () => Chats])",
      "Expression.Error: A view without a table needs the handler 'GetType'.",
    ],
    [
      "fields that are no handlers may stand among them",
      'Table.RowCount(View([Url = "http://x", GetRowCount = () => 1]))',
      "1",
    ],
    [
      "a view of a view does not ask the inner one's handlers",
      'Table.RowCount(Table.FirstN(Table.View(View([OnTake = (n) => error Table.ViewError([Reason = "inner"])]), []), 1))',
      "1",
    ],
    [
      "Table.StopFolding stops it",
      'Table.FirstN(Table.StopFolding(View([OnTake = (n) => Note("take", n)])), 1)[id]',
      "{1}",
    ],
    [
      "a filter by a comparer does not fold",
      'Table.RowCount(Table.Distinct(View([OnDistinct = (c) => Note("distinct", c)]), {"queue", Comparer.OrdinalIgnoreCase}))',
      "2",
    ],
    [
      "a view function falls back to its implementation",
      "Table.ViewFunction((t) => Table.RowCount(t))(View([OnInvoke = (f, a, i) => ...]))",
      "3",
    ],
    [
      "a handler can tell view functions apart",
      "let f = Table.ViewFunction((t) => 1), g = Table.ViewFunction((t) => 2), v = View([OnInvoke = (h, a, i) => if h = f then 10 else ...]) in {f(v), g(v)}",
      "{10, 2}",
    ],
    ["metadata does not end a view", "Table.RowCount(View([GetRowCount = () => 9]) meta [a = 1])", "9"],
    [
      "a handler that answers no table is an error",
      "Table.FirstN(View([OnTake = (n) => 1]), 1)",
      "Expression.Error: We cannot convert the value 1 to type Table.",
    ],
  ])("%s", async (_claim, text, m) => {
    expect((await evaluated(text)).m).toBe(m);
  });
});
