import { describe, expect, it } from "vitest";
import { isCompatible, unionOf } from "../../../../connector/engine/types/compatibility.ts";
import {
  listTypeOf,
  nullableOf,
  primitiveTypes,
  recordTypeOf,
  TypeValue,
} from "../../../../connector/engine/types/type-value.ts";
import { printType } from "../../../../connector/engine/format/index.ts";

const { any, anynonnull, none, null: nothing, number, text } = primitiveTypes;
const whole = new TypeValue("number", { name: "Int64.Type" });
const record = recordTypeOf([{ name: "a", type: number, optional: false }], false);

describe("compatibility of types", () => {
  it.each<[string, TypeValue, TypeValue, boolean]>([
    ["every type with any", nullableOf(text), any, true],
    ["any with nothing narrower", any, anynonnull, false],
    ["a type with its nullable form", text, nullableOf(text), true],
    ["not the other way round", nullableOf(text), text, false],
    ["null with nullable types", nothing, nullableOf(text), true],
    ["null with no other", nothing, text, false],
    ["none with all", none, text, true],
    ["a named number with number", whole, number, true],
    ["a custom record type with record", record, primitiveTypes.record, true],
    ["a custom list type not with record", listTypeOf(text), primitiveTypes.record, false],
  ])("%s", (_claim, type, target, compatible) => {
    expect(isCompatible(type, target)).toBe(compatible);
  });
});

describe("unions of types", () => {
  it.each<[TypeValue[], string]>([
    [[], "type none"],
    [[number, number], "type number"],
    [[number, nothing], "type nullable number"],
    [[nullableOf(number), whole], "type nullable number"],
    [[whole, whole], "Int64.Type"],
    [[number, text], "type anynonnull"],
    [[nullableOf(number), text], "type any"],
    [[listTypeOf(number), listTypeOf(text)], "type {anynonnull}"],
    [[record, recordTypeOf([], false)], "type [optional a = number]"],
  ])("case %#", (types, printed) => {
    expect(printType(unionOf(types))).toBe(printed);
  });
});
