import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashKey } from "../../../../connector/engine/library/list/hash.ts";
import { equals } from "../../../../connector/engine/values/compare.ts";
import { ListValue } from "../../../../connector/engine/values/list.ts";
import { RecordValue } from "../../../../connector/engine/values/record.ts";
import {
  DateTimeZoneValue,
  DateTimeValue,
  DateValue,
  DurationValue,
} from "../../../../connector/engine/values/temporal.ts";
import type { Plain } from "../../../../connector/engine/values/value.ts";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();
const tooFew = "Expression.Error: There weren't enough elements in the enumeration to complete the operation.";

describe("the list functions", () => {
  it.each([
    // laziness and streaming
    ["a count evaluates no item", 'List.Count(List.Transform({1, 2}, each error "no"))', "2"],
    [
      "one item of a transformed list is evaluated alone",
      'List.Transform({1, 0}, each if _ = 0 then error "no" else _){0}',
      "1",
    ],
    [
      "an endless list can be read in part",
      "List.FirstN(List.Select(List.Generate(() => 1, each true, each _ + 1), each Number.IsEven(_)), 2)",
      "{2, 4}",
    ],
    ["a test of any stops at the first", 'List.AnyTrue({true, error "no"})', "true"],
    ["a search stops where it found", 'List.Contains({1, error "no"}, 1)', "true"],
    ["a first item leaves the others alone", 'List.First({1, error "no"})', "1"],
    ["an empty list of pages is empty", "List.Combine({})", "{}"],
    ["a buffer keeps the error in its item", 'List.Buffer({error "no", 2}){1}', "2"],
    ["a hundred thousand steps fit", "List.Last(List.Generate(() => 0, each _ < 100000, each _ + 1))", "99999"],
    [
      "the selector of a generated list is called only for what is read",
      'List.Count(List.Generate(() => 0, each _ < 3, each _ + 1, each error "no"))',
      "3",
    ],
    [
      "a held list's items are computed once",
      "let l = List.Transform({1, 2}, each List.Random(1){0}) in l{0} = l{0}",
      "true",
    ],
    [
      "a list may grow item by item",
      "List.Last(List.Accumulate({1..100000}, {}, (state, current) => state & {current}))",
      "100000",
    ],
    [
      "a list may grow by its own last item",
      "List.Last(List.Accumulate({1..5000}, {0}, (state, current) => state & {List.Last(state) + current}))",
      "12502500",
    ],
    [
      "a list may grow by combining",
      "List.Last(List.Accumulate({1..20000}, {}, (state, current) => List.Combine({state, {current}})))",
      "20000",
    ],
    [
      "a longer list leaves the shorter one as it was",
      "let a = {1} & {2}, b = a & {3} in {a, b, a & {4}}",
      "{{1, 2}, {1, 2, 3}, {1, 2, 4}}",
    ],
    ["the items of a longer list are computed once", "let l = {List.Random(1){0}} & {2} in l{0} = l{0}", "true"],
    [
      "an endless list can stand behind another",
      "List.FirstN({1} & List.Generate(() => 2, each true, each _ + 1), 3)",
      "{1, 2, 3}",
    ],
    [
      "no list is combined before it is reached",
      'List.FirstN(List.Combine({{1}, {}, List.Combine({{2}}), error "no"}), 2)',
      "{1, 2}",
    ],
    // counts and conditions
    ["more than there are is all", "List.FirstN({1}, 5)", "{1}"],
    [
      "a negative count is refused",
      "List.FirstN({1}, -1)",
      "Expression.Error: The 'countOrCondition' argument is out of range.",
    ],
    [
      "a fraction is no count",
      "List.Skip({1}, 0.5)",
      "Expression.Error: The number is out of range of a 32 bit integer value.",
    ],
    [
      "a condition must be a logical",
      "List.Select({1}, each 1)",
      "Expression.Error: We cannot convert the value 1 to type Logical.",
    ],
    [
      "null is no condition",
      "List.Select({1}, each null)",
      "Expression.Error: We cannot convert the value null to type Logical.",
    ],
    ["the last of nothing is an error", "List.LastN({})", tooFew],
    ["the only one of nothing is an error", "List.Single({})", tooFew],
    ["a range may begin beyond the end", "List.Range({1}, 5)", "{}"],
    ["a removed range may not", "List.RemoveRange({1}, 5)", "Expression.Error: The 'index' argument is out of range."],
    [
      "pages of no size are refused",
      "List.Split({1}, 0)",
      "Expression.Error: The 'pageSize' argument is out of range.",
    ],
    // equality
    [
      "distinct goes by value",
      'List.Distinct({1, 1.0, "1", {1}, {1}, [a = 1, b = 2], [b = 2, a = 1], null, null})',
      '{1, "1", {1}, [a = 1, b = 2], null}',
    ],
    [
      "instants are equal in UTC",
      "List.Count(List.Distinct({#datetimezone(2020, 11, 1, 0, 0, 0, -4, 0), #datetimezone(2020, 11, 1, 4, 0, 0, 0, 0)}))",
      "1",
    ],
    ["NaN is not found", "List.Contains({Number.NaN}, Number.NaN)", "false"],
    [
      "a key and a comparer together",
      'List.Distinct({{"a", 1}, {"A", 2}}, {each _{0}, Comparer.OrdinalIgnoreCase})',
      '{{"a", 1}}',
    ],
    ["a comparer of M may answer a number", "List.Contains({1, 2}, 3, (x, y) => x - y + 1)", "true"],
    [
      "criteria of another kind are refused",
      "List.Distinct({1}, 1)",
      "Expression.Error: We cannot convert the value 1 to type Function.",
    ],
    [
      "letters that become two in upper case are not those two",
      'List.Distinct({"ß", "SS", "ss"}, Comparer.OrdinalIgnoreCase)',
      '{"ß", "SS"}',
    ],
    [
      "a comparer of a culture is built in",
      'List.Distinct({"a", "A", "á"}, Comparer.FromCulture("en-US", true))',
      '{"a", "á"}',
    ],
    ...[
      "List.Distinct({1, 2}, (x, y) => x = y)",
      "List.IsDistinct({1, 2}, (x, y) => x = y)",
      "List.Difference({1, 2}, {1}, (x, y) => x = y)",
      "List.Intersect({{1}, {1}}, (x, y) => x = y)",
      "List.Union({{1}, {1}}, (x, y) => x = y)",
      "List.RemoveMatchingItems({1}, {1}, {each _, (x, y) => x = y})",
      "List.ReplaceMatchingItems({1}, {{1, 2}}, (x, y) => x = y)",
      "List.Mode({1}, (x, y) => x = y)",
      "List.Modes({1}, (x, y) => x = y)",
    ].map((call): [string, string, string] => [
      `a comparer of M is refused by ${call}`,
      call,
      "Expression.Error: The equation criteria take a built-in comparer only, such as Comparer.OrdinalIgnoreCase.",
    ]),
    [
      "a comparer of M may call two items equal and a value only one of them",
      "{List.ContainsAll({1, 2}, {3}, (x, y) => Number.Abs(x - y) <= 1), List.ContainsAny({1, 2}, {3}, (x, y) => Number.Abs(x - y) <= 1)}",
      "{true, true}",
    ],
    [
      "a comparer of M is given the item before the value",
      'List.Contains({"green", "purple"}, "a green car", (part, whole) => Text.Contains(whole, part))',
      "true",
    ],
    [
      "all positions of several values, by a comparer of M",
      "List.PositionOfAny({10, 15, 20, 25, 30}, {17, 28}, Occurrence.All, (x, y) => Number.Abs(x - y) <= 2)",
      "{1, 4}",
    ],
    ["of two replacements the first counts", "List.ReplaceMatchingItems({1, 2}, {{1, 10}, {1, 11}})", "{10, 2}"],
    ["a replacement by null stays null", "List.ReplaceMatchingItems({1, 2}, {{1, null}})", "{null, 2}"],
    ["a bag difference takes one for one", "List.Difference({1, 2, 1}, {1})", "{2, 1}"],
    ["a bag union keeps the greatest number", "List.Union({{1}, {1, 1, 2}})", "{1, 1, 2}"],
    ["a bag union of bags", "List.Union({{1, 1, 1, 2}, {1, 1, 2, 2}})", "{1, 1, 1, 2, 2}"],
    ["an intersection of nothing is empty", "List.Intersect({})", "{}"],
    // order
    [
      "kinds have an order",
      'List.Sort({"b", 1, null, #date(2020, 11, 1), false})',
      '{null, #date(2020, 11, 1), 1, false, "b"}',
    ],
    ["equal keys keep their order", 'List.Sort({"bb", "a", "cc", "d"}, Text.Length)', '{"a", "d", "bb", "cc"}'],
    [
      "several criteria weigh in turn",
      "List.Sort({{1, 2}, {1, 1}, {0, 9}}, {{each _{0}, Order.Descending}, {each _{1}, Order.Ascending}})",
      "{{1, 1}, {1, 2}, {0, 9}}",
    ],
    [
      "lists have no order",
      "List.Sort({{1}, {2}})",
      "Expression.Error: We cannot apply operator < to types List and List.",
    ],
    ["an unknown order is refused", "List.Sort({1}, 3)", "Expression.Error: The 'order' argument is out of range."],
    [
      "equal greatest rows keep theirs",
      'Table.MaxN(#table({"a"}, {{"bb"}, {"a"}, {"cc"}}), each Text.Length([a]), 2)[a]',
      '{"bb", "cc"}',
    ],
    ["equal greatest items keep their order", 'List.MaxN({"bb", "a", "cc"}, 2, Text.Length)', '{"bb", "cc"}'],
    [
      "a comparison that always says the same turns the list round",
      "List.Sort({2, 7, -2, 4}, (a, b) => Value.Compare(-a, Number.Power(b, 2)))",
      "{4, -2, 7, 2}",
    ],
    ["the greatest may be null when all are", "List.Max({null}, 7, null, true)", "null"],
    [
      "two middle dates are not averaged",
      "List.Median({#date(2020, 11, 1), #date(2020, 11, 3)})",
      "#date(2020, 11, 1)",
    ],
    ["two middle times are", "List.Median({#time(1, 0, 0), #time(2, 0, 0)})", "#time(1, 30, 0)"],
    ["the median of nothing is null", "List.Median({null})", "null"],
    [
      "a discrete percentile is one of the values",
      "List.Percentile({1, 2, 3, 4}, {0, 0.3, 1}, [PercentileMode = PercentileMode.SqlDisc])",
      "{1, 2, 4}",
    ],
    [
      "a continuous one lies between them",
      "List.Percentile({1, 2}, 0.5, [PercentileMode = PercentileMode.SqlCont])",
      "1.5",
    ],
    [
      "a probability beyond 1 is refused",
      "List.Percentile({1}, 1.5)",
      "Expression.Error: The 'percentiles' argument is out of range.",
    ],
    [
      "an unknown option is refused",
      "List.Percentile({1}, 0.5, [Mode = 1])",
      "Expression.Error: 'Mode' isn't a valid List.Percentile option. Valid options are: PercentileMode.",
    ],
    // sums and averages
    ["durations have a sum", "List.Sum({#duration(0, 1, 0, 0), null, #duration(0, 2, 0, 0)})", "#duration(0, 3, 0, 0)"],
    ["texts have none", 'List.Sum({"a", "b"})', "Expression.Error: We cannot apply operator + to types Text and Text."],
    [
      "instants have an average, in the first one's zone",
      "List.Average({#datetimezone(2020, 11, 1, 0, 0, 0, -4, 0), #datetimezone(2020, 11, 1, 6, 0, 0, 0, 0)})",
      "#datetimezone(2020, 11, 1, 1, 0, 0, -4, 0)",
    ],
    [
      "the average of two kinds is none",
      "List.Average({#date(2020, 11, 1), 1})",
      "Expression.Error: We cannot apply operator + to types Date and Number.",
    ],
    [
      "a text has no average either",
      'List.Average({"a"})',
      "Expression.Error: We cannot apply operator / to types Text and Number.",
    ],
    ["decimal sums are exact", "List.Sum(List.Repeat({0.1}, 10), Precision.Decimal)", "1"],
    ["decimal averages are exact", "List.Average({0.1, 0.2, 0.3}, Precision.Decimal)", "0.2"],
    ["one value has no standard deviation", "List.StandardDeviation({5})", "null"],
    [
      "covariance needs lists of one length",
      "List.Covariance({1}, {1, 2})",
      "Expression.Error: The 'numberList2' argument is out of range.",
    ],
    ["the mode of nothing is an error", "List.Mode({})", tooFew],
    [
      "a seed gives the numbers of .NET",
      "List.Random(4, 0)",
      "{0.72624326996795985, 0.81732535959096875, 0.76802268939466345, 0.5581611914365372}",
    ],
    ["a seed counts without its sign", "List.Random(3, -5) = List.Random(3, 5)", "true"],
    [
      "a seed is a whole number",
      "List.Random(1, 0.5)",
      "Expression.Error: The number is out of range of a 32 bit integer value.",
    ],
    ["random numbers lie from 0 to 1", "List.MatchesAll(List.Random(100), each _ >= 0 and _ < 1)", "true"],
    ["a month of dates", "List.Count(List.Dates(#date(2020, 11, 1), 30, #duration(1, 0, 0, 0)))", "30"],
  ])("%s", async (_claim, text, result) => {
    expect(shown(await engine.evaluate(text))).toBe(result);
  });
});

const scalar: fc.Arbitrary<Plain> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double({ noNaN: true }),
  fc.string(),
  fc.constantFrom("\0d5", "\0", "3:abc", "1;", "n"),
  fc.integer({ min: 0, max: 5 }).map((days) => new DateValue(days)),
  fc.integer({ min: 0, max: 5 }).map((days) => new DurationValue(days, 0)),
  fc
    .integer({ min: -2, max: 2 })
    .map((hours) => new DateTimeZoneValue(new DateTimeValue(9, 36e9 * (hours + 5)), hours * 60)),
);

const { value: anyPlain } = fc.letrec<{ value: Plain }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }).map((cells) => ListValue.of(cells)),
    fc.dictionary(fc.constantFrom("a", "b", "c"), tie("value")).map((fields) => RecordValue.from(fields)),
  ),
}));

describe("keys of values", () => {
  it("are equal exactly when the values are", () => {
    fc.assert(
      fc.property(anyPlain, anyPlain, (left, right) => {
        expect(hashKey(left) === hashKey(right)).toBe(equals(left, right));
      }),
    );
  });
});
