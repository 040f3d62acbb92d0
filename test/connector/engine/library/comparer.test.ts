import { describe, expect, it } from "vitest";
import { comparer } from "../../../../connector/engine/library/comparer.ts";
import { makeFunction, nameOf } from "../../../../connector/engine/library/declaration.ts";
import { FunctionValue } from "../../../../connector/engine/values/function.ts";
import { DateValue } from "../../../../connector/engine/values/temporal.ts";
import type { Value } from "../../../../connector/engine/values/value.ts";
import { call, evaluation, listOf, shownCall } from "./calling.ts";

const libraryComparer = (name: string): FunctionValue =>
  makeFunction(
    comparer.functions.find((one) => nameOf(one) === name)!,
    evaluation,
  );

describe("comparers", () => {
  it.each<[string, Value, Value, string]>([
    ["Comparer.Ordinal", "a", "B", "1"],
    ["Comparer.Ordinal", null, "a", "-1"],
    ["Comparer.Ordinal", new DateValue(2), new DateValue(1), "1"],
    ["Comparer.Ordinal", listOf(), listOf(), "Expression.Error: We cannot apply operator < to types List and List."],
    ["Comparer.OrdinalIgnoreCase", "_", "a", "1"],
    ["Comparer.OrdinalIgnoreCase", "ÄB", "äb", "0"],
    ["Comparer.OrdinalIgnoreCase", "ß", "SS", "1"],
    ["Comparer.OrdinalIgnoreCase", 1, 2, "-1"],
  ])("%s of %j and %j is %s", (name, left, right, shown) => {
    expect(shownCall(comparer, name, left, right)).toBe(shown);
  });

  it("order text as a culture does", () => {
    const swedish = call(comparer, "Comparer.FromCulture", "sv-SE") as FunctionValue;
    const german = call(comparer, "Comparer.FromCulture", "de-DE") as FunctionValue;
    expect(swedish.invoke(["z", "ä"])).toBe(-1);
    expect(german.invoke(["z", "ä"])).toBe(1);
    expect(german.invoke([2, 1])).toBe(1);
    expect(shownCall(comparer, "Comparer.FromCulture", "nowhere-XX")).toContain("isn't supported");
  });

  it("order words in a culture as if hyphens and apostrophes in them were not there", () => {
    const english = call(comparer, "Comparer.FromCulture", "en-US", true) as FunctionValue;
    const order = (left: string, right: string): Value => english.invoke([left, right]);
    expect([order("co-op", "coop"), order("coop", "CO-OP"), order("co-op", "coot")]).toEqual([1, -1, -1]);
    expect([order("cant", "can't"), order("Co-op", "co-op")]).toEqual([-1, 0]);
  });

  it("of the library answer whether values of every kind are equal", () => {
    const ordinal = libraryComparer("Comparer.Ordinal");
    const ignoreCase = libraryComparer("Comparer.OrdinalIgnoreCase");
    expect(call(comparer, "Comparer.Equals", ordinal, listOf("a"), listOf("a"))).toBe(true);
    expect(call(comparer, "Comparer.Equals", ordinal, listOf("a"), listOf("A"))).toBe(false);
    expect(call(comparer, "Comparer.Equals", ignoreCase, "ä", "Ä")).toBe(true);
    expect(call(comparer, "Comparer.Equals", ignoreCase, "ß", "SS")).toBe(false);
  });

  it("may answer a logical as well", () => {
    const always = FunctionValue.native(2, () => true);
    expect(call(comparer, "Comparer.Equals", always, 1, 2)).toBe(true);
  });
});
