import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();
const profileOf = (values: string): string => `Table.ToRows(Table.Profile(#table({"c"}, {${values}}))){0}`;

describe("Table.Profile", () => {
  it.each([
    ["numbers", "{1}, {null}, {3}", '{"c", 1, 3, 2, 1.4142135623730951, 3, 1, 3}'],
    ["texts", '{"b"}, {"a"}, {"a"}', '{"c", "a", "b", null, null, 3, 0, 2}'],
    ["values of two kinds", '{"b"}, {1}', '{"c", null, null, null, null, 2, 0, 2}'],
    ["lists", "{{1}}", '{"c", null, null, null, null, 1, 0, 1}'],
    ["no rows", "", '{"c", null, null, null, null, 0, 0, 0}'],
  ])("tells of %s what suits them", async (_, values, row) => {
    expect(shown(await engine.evaluate(profileOf(values)))).toBe(row);
  });

  it("keeps an error in what depends on it", async () => {
    const rows = 'Table.Profile(#table({"c"}, {{error "bad"}}))';
    expect(shown(await engine.evaluate(`${rows}{0}[Column]`))).toBe('"c"');
    expect(shown(await engine.evaluate(`${rows}{0}[Min]`))).toBe("Expression.Error: bad");
  });
});

describe("Table.PartitionValues", () => {
  it("has a column for each level of partitions, the innermost first", async () => {
    const inner = 'Table.FromPartitions("m", {{1, #table({"a"}, {})}, {2, #table({"a"}, {})}})';
    const query = `Table.PartitionValues(Table.FromPartitions("y", {{2019, ${inner}}}))`;
    expect(shown(await engine.evaluate(query))).toBe('#table({"m", "y"}, {{1, 2019}, {2, 2019}})');
  });
});
