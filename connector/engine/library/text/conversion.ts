import { randomUUID } from "node:crypto";
import { tagOf } from "../../format/index.ts";
import { expressionError, fieldNotFound, formatError, notEnoughElements } from "../../values/errors.ts";
import { BinaryValue } from "../../values/binary.ts";
import { ListValue } from "../../values/list.ts";
import { RecordValue } from "../../values/record.ts";
import { force } from "../../values/cell.ts";
import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { plain, type Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { readCharacter, readOffset } from "./characters.ts";
import { decodeText, encodeText } from "./encoding.ts";
import { textFrom } from "./text-from.ts";

/** Microsoft's heading "Text Comparisons", which holds the conversions. */
export const conversion: readonly FunctionDeclaration[] = [
  {
    signature: "Character.FromNumber(number as nullable number) as nullable text",
    summary: "Gives the character of a Unicode number.",
    examples: [{ usage: `Character.FromNumber(65)`, output: `"A"` }],
    call: (number: number | null) =>
      number === null ? null : String.fromCodePoint(readOffset(number, 0x10ffff, "number")),
  },
  {
    signature: "Character.ToNumber(character as nullable text) as nullable number",
    summary: "Gives the Unicode number of a character.",
    examples: [{ usage: `Character.ToNumber("A")`, output: `65` }],
    call: (character: string | null) => (character === null ? null : readCharacter(character).codePointAt(0)!),
  },
  {
    signature: "Guid.From(value as nullable text) as nullable text",
    summary: "Gives a GUID in its usual form: lower case, five groups with hyphens.",
    examples: [
      {
        usage: `Guid.From("{0F8FAD5B-D9CB-469F-A165-70867728950E}")`,
        output: `"0f8fad5b-d9cb-469f-a165-70867728950e"`,
      },
    ],
    call: (value: string | null) => (value === null ? null : guidFrom(value)),
  },
  {
    signature: "Text.Format(formatString as text, arguments as any, optional culture as nullable text) as text",
    summary: "Replaces #{0} by the items of a list, or #[name] by the fields of a record, each as text.",
    examples: [
      { usage: `Text.Format("#{0} of #{1}", {3, 4})`, output: `"3 of 4"` },
      {
        usage: `Text.Format("#[a] on #[b]", [a = "chat", b = #date(2020, 11, 1)], "en-US")`,
        output: `"chat on 11/1/2020"`,
      },
    ],
    bind:
      ({ host }) =>
      (formatString: string, values: Value, culture: string | null) =>
        formatText(formatString, values, knownCulture(culture) ?? host.culture),
  },
  {
    signature: "Text.From(value as any, optional culture as nullable text) as nullable text",
    summary: "Writes a number, logical, date, time, duration or binary as text.",
    examples: [
      { usage: `Text.From(3.5)`, output: `"3.5"` },
      { usage: `Text.From(#datetime(2020, 11, 1, 14, 30, 0), "en-US")`, output: `"11/1/2020 2:30:00 PM"` },
      { usage: `Text.From(true)`, output: `"true"` },
    ],
    bind:
      ({ host }) =>
      (value: Value, culture: string | null) =>
        textFrom(value, knownCulture(culture) ?? host.culture),
  },
  {
    signature:
      "Text.FromBinary(binary as nullable binary, optional encoding as nullable TextEncoding.Type) as nullable text",
    summary: "Reads bytes as text, in UTF-8 unless told otherwise.",
    examples: [{ usage: `Text.FromBinary(#binary({67, 104, 97, 116}))`, output: `"Chat"` }],
    call: (binary: BinaryValue | null, encoding: number | null) =>
      binary === null ? null : decodeText(binary.bytes(), encoding),
  },
  {
    signature: "Text.NewGuid() as text",
    summary: "Gives a new random GUID.",
    examples: [{ usage: `Text.Length(Text.NewGuid())`, output: `36` }],
    call: () => randomUUID(),
  },
  {
    signature:
      "Text.ToBinary(text as nullable text, optional encoding as nullable TextEncoding.Type, optional includeByteOrderMark as nullable logical) as nullable binary",
    summary: "Writes text as bytes, in UTF-8 unless told otherwise.",
    examples: [
      { usage: `Text.ToBinary("Chat")`, output: `#binary({67, 104, 97, 116})` },
      { usage: `Text.ToBinary("C", TextEncoding.Utf16, true)`, output: `#binary({255, 254, 67, 0})` },
    ],
    call: (text: string | null, encoding: number | null, includeByteOrderMark: boolean | null) =>
      text === null ? null : new BinaryValue(encodeText(text, encoding, includeByteOrderMark === true)),
  },
  {
    signature: "Text.ToList(text as text) as list",
    summary: "Gives the characters of a text as a list.",
    examples: [{ usage: `Text.ToList("abc")`, output: `{"a", "b", "c"}` }],
    call: (text: string) => ListValue.of(Array.from(text)),
  },
];

/** A culture that was given, refused when there is no such one even where the value looks the same in all of them. */
function knownCulture(culture: string | null): string | null {
  if (culture !== null) tagOf(culture);
  return culture;
}

const guid = /^([({])?([\da-f]{8})-([\da-f]{4})-([\da-f]{4})-([\da-f]{4})-([\da-f]{12})([)}])?$/iu;
const bareGuid = /^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/iu;

function guidFrom(text: string): string {
  const bare = bareGuid.exec(text);
  if (bare) return bare.slice(1).join("-").toLowerCase();
  const match = guid.exec(text);
  const brackets = `${match?.[1] ?? ""}${match?.[7] ?? ""}`;
  if (!match || !["", "()", "{}"].includes(brackets)) throw formatError("We couldn't convert to a Guid.", text);
  return match.slice(2, 7).join("-").toLowerCase();
}

function formatText(format: string, values: Value, culture: string): string {
  const source = plain(values);
  const isList = source instanceof ListValue;
  if (!isList && !(source instanceof RecordValue)) throw cannotConvert(values, primitiveTypes.list);
  return format.replaceAll(/#\{([^}]*)\}|#\[([^\]]*)\]/gu, (placeholder, index?: string, name?: string) => {
    if (isList) {
      if (index === undefined || !/^\d+$/u.test(index)) throw noSuchPlace(placeholder);
      const cell = source.at(Number(index));
      if (cell === undefined) throw notEnoughElements(source);
      return textFrom(force(cell), culture) ?? "";
    }
    if (name === undefined) throw noSuchPlace(placeholder);
    if (!source.has(name)) throw fieldNotFound(name, source);
    return textFrom(source.get(name), culture) ?? "";
  });
}

function noSuchPlace(placeholder: string): Error {
  return expressionError(`The placeholder '${placeholder}' doesn't fit the arguments.`, placeholder);
}
