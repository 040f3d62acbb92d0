/**
 * Microsoft's binary formats: functions that read a binary, made of one another.
 *
 * | part | holds |
 * | --- | --- |
 * | `index.ts` | the formats that are made of others |
 * | `numbers.ts` | the formats of numbers |
 * | `group.ts` | keyed items (`BinaryFormat.Group`) |
 * | `format.ts` | what a format is, and the input it reads |
 */
import type { TypeValue } from "../../types/type-value.ts";
import { BinaryValue } from "../../values/binary.ts";
import { force } from "../../values/cell.ts";
import { argumentOutOfRange } from "../../values/errors.ts";
import type { FunctionValue } from "../../values/function.ts";
import { ListValue } from "../../values/list.ts";
import { RecordValue } from "../../values/record.ts";
import { plain, type Plain, type Value } from "../../values/value.ts";
import type { Group } from "../declaration.ts";
import { holds, readCount, readFunction, readMember } from "../list/arguments.ts";
import { enumeration } from "../list/enumeration.ts";
import { decodeText } from "../text/encoding.ts";
import { FormatFunction, Input, nameReading, readFormat, readingOf, readLength } from "./format.ts";
import type { Reading } from "./format.ts";
import { groupReading } from "./group.ts";
import { numbers } from "./numbers.ts";

nameReading("BinaryFormat.Null", () => null);

const ofBytes = (bytes: string, format: string): string => `let format = ${format} in format(#binary({${bytes}}))`;

/** The binary formats and their enumerations. */
export const binaryFormat: Group = {
  name: "Binary functions",
  functions: [
    ...numbers,
    {
      signature: "BinaryFormat.Binary(optional length as any) as function",
      summary:
        "Makes a format that reads so many bytes, as many as a format before them says, or all that are left, as a binary.",
      examples: [
        { usage: ofBytes("1, 2, 3", "BinaryFormat.Binary(2)"), output: "#binary({1, 2})" },
        { usage: ofBytes("1, 2, 3", "BinaryFormat.Binary(BinaryFormat.Byte)"), output: "#binary({2})" },
        { usage: ofBytes("1, 2, 3", "BinaryFormat.Binary()"), output: "#binary({1, 2, 3})" },
      ],
      call: (length: Value) => {
        const lengthOf = plain(length) === null ? undefined : readLength(length, "length");
        return new FormatFunction(
          (input) => new BinaryValue(input.take(lengthOf ? lengthOf(input) : input.end - input.at)),
        );
      },
    },
    {
      signature: "BinaryFormat.ByteOrder(binaryFormat as function, byteOrder as number) as function",
      summary: "Makes a format that reads its numbers in a byte order; without it the highest byte comes first.",
      examples: [
        {
          usage: ofBytes("2, 1", "BinaryFormat.ByteOrder(BinaryFormat.UnsignedInteger16, ByteOrder.LittleEndian)"),
          output: "258",
        },
      ],
      call: (format: FunctionValue, byteOrder: number) => {
        const reading = readFormat(format);
        const isBigEndian = readMember(byteOrder, [0, 1], "byteOrder", 1) === 1;
        return new FormatFunction((input) => inOrder(input, isBigEndian, reading));
      },
    },
    {
      signature:
        "BinaryFormat.Choice(binaryFormat as function, chooseFunction as function, optional type as nullable type, optional combineFunction as nullable function) as function",
      summary:
        "Makes a format that reads a value, asks a function for the format of the next one by it, and gives that, or both combined.",
      examples: [
        {
          usage: ofBytes(
            "2, 3, 4, 5",
            "BinaryFormat.Choice(BinaryFormat.Byte, (length) => BinaryFormat.List(BinaryFormat.Byte, length))",
          ),
          output: "{3, 4}",
        },
        {
          usage: ofBytes(
            "1, 7",
            "BinaryFormat.Choice(BinaryFormat.Byte, each BinaryFormat.Byte, type any, (a, b) => {a, b})",
          ),
          output: "{1, 7}",
        },
      ],
      call: (format: FunctionValue, choose: FunctionValue, type: TypeValue | null, combine: FunctionValue | null) => {
        if (type !== null && !["any", "list", "binary"].includes(type.of)) throw argumentOutOfRange("type", type);
        const reading = readFormat(format);
        return new FormatFunction((input) => {
          const first = reading(input);
          const second = readFormat(choose.invoke([first]))(input);
          return combine ? combine.invoke([first, second]) : second;
        });
      },
    },
    {
      signature:
        "BinaryFormat.Group(binaryFormat as function, group as list, optional extra as nullable function, optional lastKey as any) as function",
      summary:
        "Makes a format that reads items, each after its key, and gives a list of their values in the order of the definitions `{key, format, occurrence, default, transform}`.",
      difference: "After the item of `lastKey` nothing more is read.",
      examples: [
        {
          usage: ofBytes(
            "2, 9, 1, 5, 2, 8",
            "BinaryFormat.Group(BinaryFormat.Byte, {{1, BinaryFormat.Byte, BinaryOccurrence.Required}, {2, BinaryFormat.Byte, BinaryOccurrence.Repeating}, {3, BinaryFormat.Byte, BinaryOccurrence.Optional}})",
          ),
          output: "{5, {9, 8}, null}",
        },
        {
          usage: ofBytes("4, 1", "BinaryFormat.Group(BinaryFormat.Byte, {})"),
          output: `error "The group has a key that isn't expected."`,
        },
      ],
      call: (format: FunctionValue, group: ListValue, extra: FunctionValue | null, lastKey: Value) =>
        new FormatFunction(groupReading(readFormat(format), group, extra, plain(lastKey))),
    },
    {
      signature: "BinaryFormat.Length(binaryFormat as function, length as any) as function",
      summary: "Makes a format that lets another one read no more than so many bytes.",
      examples: [
        { usage: ofBytes("1, 2, 3", "BinaryFormat.Length(BinaryFormat.List(BinaryFormat.Byte), 2)"), output: "{1, 2}" },
      ],
      call: (format: FunctionValue, length: Value) => {
        const reading = readFormat(format);
        const lengthOf = readLength(length, "length");
        return new FormatFunction((input) => {
          const count = lengthOf(input);
          const from = input.at;
          const limited = new Input(input.bytes, from, Math.min(from + count, input.end));
          limited.isBigEndian = input.isBigEndian;
          const value = reading(limited);
          input.at = limited.end;
          return value;
        });
      },
    },
    {
      signature: "BinaryFormat.List(binaryFormat as function, optional countOrCondition as any) as function",
      summary:
        "Makes a format that reads items into a list: so many, as many as a format before them says, as long as a condition holds for the last one, or to the end.",
      examples: [
        { usage: ofBytes("1, 2, 3", "BinaryFormat.List(BinaryFormat.Byte)"), output: "{1, 2, 3}" },
        { usage: ofBytes("1, 2, 3", "BinaryFormat.List(BinaryFormat.Byte, each _ < 2)"), output: "{1, 2}" },
        { usage: ofBytes("1, 2, 3", "BinaryFormat.List(BinaryFormat.Byte, BinaryFormat.Byte)"), output: "{2}" },
      ],
      call: (format: FunctionValue, countOrCondition: Value) =>
        new FormatFunction(listReading(readFormat(format), plain(countOrCondition))),
    },
    {
      signature: "BinaryFormat.Null(binary as binary) as any",
      summary: "A binary format that reads nothing and gives null.",
      examples: [{ usage: "BinaryFormat.Null(#binary({1}))", output: "null" }],
      call: () => null,
    },
    {
      signature: "BinaryFormat.Record(record as record) as function",
      summary: "Makes a format that reads a record, field by field; a field that holds no format keeps its value.",
      examples: [
        {
          usage: ofBytes(
            "0, 1, 2",
            'BinaryFormat.Record([A = BinaryFormat.UnsignedInteger16, B = "b", C = BinaryFormat.Byte])',
          ),
          output: '[A = 1, B = "b", C = 2]',
        },
      ],
      call: (record: RecordValue) => {
        const fields = record.cells.map((cell) => {
          const value = force(cell);
          return readingOf(value) ?? ((): Value => value);
        });
        return new FormatFunction(
          (input) =>
            new RecordValue(
              record.shape,
              fields.map((reading) => reading(input)),
            ),
        );
      },
    },
    {
      signature: "BinaryFormat.Text(length as any, optional encoding as nullable number) as function",
      summary: "Makes a format that reads so many bytes, or as many as a format before them says, as text.",
      examples: [
        { usage: ofBytes("65, 66, 67", "BinaryFormat.Text(2, TextEncoding.Ascii)"), output: `"AB"` },
        { usage: ofBytes("2, 65, 66", "BinaryFormat.Text(BinaryFormat.Byte)"), output: `"AB"` },
      ],
      call: (length: Value, encoding: number | null) => {
        const lengthOf = readLength(length, "length");
        return new FormatFunction((input) => decodeText(input.take(lengthOf(input)), encoding));
      },
    },
    {
      signature: "BinaryFormat.Transform(binaryFormat as function, function as function) as function",
      summary: "Makes a format whose value is passed through a function.",
      examples: [{ usage: ofBytes("7", "BinaryFormat.Transform(BinaryFormat.Byte, each _ * 2)"), output: "14" }],
      call: (format: FunctionValue, transform: FunctionValue) => {
        const reading = readFormat(format);
        return new FormatFunction((input) => transform.invoke([reading(input)]));
      },
    },
  ],
  constants: [
    ...enumeration("BinaryOccurrence", "How often an item of a binary group may come.", {
      Optional: [0, "Once or not at all."],
      Required: [1, "Once."],
      Repeating: [2, "Any number of times."],
    }),
    ...enumeration("ByteOrder", "In which order the bytes of a number stand.", {
      LittleEndian: [0, "The lowest byte first."],
      BigEndian: [1, "The highest byte first."],
    }),
    { name: "Occurrence.Optional", value: 0, summary: "The older name of BinaryOccurrence.Optional." },
    { name: "Occurrence.Required", value: 1, summary: "The older name of BinaryOccurrence.Required." },
    { name: "Occurrence.Repeating", value: 2, summary: "The older name of BinaryOccurrence.Repeating." },
  ],
};

function inOrder(input: Input, isBigEndian: boolean, reading: Reading): Value {
  const before = input.isBigEndian;
  input.isBigEndian = isBigEndian;
  const value = reading(input);
  input.isBigEndian = before;
  return value;
}

function listReading(item: Reading, countOrCondition: Plain): Reading {
  const toEnd: Reading = (input) => {
    const items: Value[] = [];
    while (!input.isAtEnd) items.push(item(input));
    return ListValue.of(items);
  };
  if (countOrCondition === null) return toEnd;
  const ofCount = (countOf: (input: Input) => number): Reading => {
    return (input) => {
      const count = countOf(input);
      const items: Value[] = [];
      while (items.length < count) items.push(item(input));
      return ListValue.of(items);
    };
  };
  if (typeof countOrCondition === "number") {
    const count = readCount(countOrCondition, "countOrCondition");
    return ofCount(() => count);
  }
  if (readingOf(countOrCondition)) return ofCount(readLength(countOrCondition, "countOrCondition"));
  const condition = readFunction(countOrCondition);
  return (input) => {
    const items: Value[] = [];
    for (;;) {
      const value = item(input);
      items.push(value);
      if (!holds(condition, value)) return ListValue.of(items);
    }
  };
}
