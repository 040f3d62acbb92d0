import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

describe("binary formats", () => {
  it.each([
    [
      "little endian holds for what is read within",
      "BinaryFormat.ByteOrder(BinaryFormat.Record([A = BinaryFormat.UnsignedInteger16, B = BinaryFormat.Byte]), ByteOrder.LittleEndian)",
      "1, 0, 7",
      "[A = 1, B = 7]",
    ],
    [
      "the order returns to what it was",
      "BinaryFormat.Record([A = BinaryFormat.ByteOrder(BinaryFormat.UnsignedInteger16, ByteOrder.LittleEndian), B = BinaryFormat.UnsignedInteger16])",
      "1, 0, 0, 1",
      "[A = 1, B = 1]",
    ],
    [
      "a limited part is skipped to its end",
      "BinaryFormat.Record([A = BinaryFormat.Length(BinaryFormat.Byte, 3), B = BinaryFormat.Byte])",
      "1, 2, 3, 4",
      "[A = 1, B = 4]",
    ],
    [
      "a group's optional duplicate goes to the extra function",
      "BinaryFormat.Group(BinaryFormat.Byte, {{1, BinaryFormat.Byte, BinaryOccurrence.Optional}}, each BinaryFormat.Null)",
      "1, 5, 1",
      "{5}",
    ],
    [
      "a group ends after its last key",
      "BinaryFormat.Group(BinaryFormat.Byte, {{1, BinaryFormat.Byte, BinaryOccurrence.Required}}, null, 1)",
      "1, 5, 9, 9",
      "{5}",
    ],
    [
      "a required key that is missing",
      "BinaryFormat.Group(BinaryFormat.Byte, {{1, BinaryFormat.Byte, BinaryOccurrence.Required}})",
      "",
      "DataFormat.Error: The group has no item with a key that is required.",
    ],
    [
      "too few bytes",
      "BinaryFormat.Transform(BinaryFormat.UnsignedInteger32, each _)",
      "1, 2",
      "DataFormat.Error: The end of the binary was reached before a value was complete.",
    ],
    [
      "a function that is no format",
      "BinaryFormat.List(each _)",
      "1",
      "DataFormat.Error: The value isn't a binary format.",
    ],
  ])("%s", async (_, format, bytes, result) => {
    expect(shown(await engine.evaluate(`(${format})(#binary({${bytes}}))`))).toBe(result);
  });
});
