import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { argumentOutOfRange, expressionError } from "../../values/errors.ts";
import { ListValue } from "../../values/list.ts";
import { plain, read, type Value } from "../../values/value.ts";
import { readCount } from "../list/arguments.ts";

/** The one character that a text is. @throws EvaluationError when it is no text, or not of one character. */
export function readCharacter(value: Value): string {
  const bare = plain(value);
  if (typeof bare !== "string") throw cannotConvert(value, primitiveTypes.text);
  const isOne = bare.length === 1 || (bare.length === 2 && bare.codePointAt(0)! > 0xffff);
  if (!isOne) throw expressionError("The value isn't a single-character string.", value);
  return bare;
}

/** The characters of an argument that is one of them or a list of them. */
export function readCharacters(value: Value): ReadonlySet<string> {
  const bare = plain(value);
  if (!(bare instanceof ListValue)) return new Set([readCharacter(bare)]);
  const characters = new Set<string>();
  for (const cell of bare.cells()) characters.add(readCharacter(read(cell)));
  return characters;
}

/** A position in a text, from 0 to the last that is allowed. @throws EvaluationError when it lies outside or is not whole. */
export function readOffset(offset: number, most: number, name: string): number {
  if (readCount(offset, name) > most) throw argumentOutOfRange(name, offset);
  return offset;
}

/** White space as .NET has it: unlike JavaScript's, without the byte order mark and with the next-line character. */
export function isWhiteSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** A text in upper case whose characters keep their places: one that would become several stays as it is. */
export function toUpperSimple(text: string, locale = "und"): string {
  const language = casingOf(locale);
  const upper = text.toLocaleUpperCase(language);
  return upper.length === text.length ? upper : mapCharacters(text, (one) => one.toLocaleUpperCase(language));
}

/** A text in lower case whose characters keep their places; a sigma is the same wherever it stands. */
export function toLowerSimple(text: string, locale = "und"): string {
  const language = casingOf(locale);
  const lower = text.toLocaleLowerCase(language);
  return lower.length === text.length && !text.includes("Σ")
    ? lower
    : mapCharacters(text, (one) => one.toLocaleLowerCase(language));
}

/** .NET has letter case of their own for the languages with two letters i only, where ICU also has it for Greek and Lithuanian. */
function casingOf(locale: string): string {
  return /^(?:tr|az)\b/u.test(locale) ? locale : "und";
}

function mapCharacters(text: string, change: (character: string) => string): string {
  return Array.from(text, (character) => {
    const changed = change(character);
    return changed.length === character.length ? changed : character;
  }).join("");
}
