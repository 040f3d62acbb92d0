import { cannotConvert } from "../types/convert.ts";
import { primitiveTypes } from "../types/type-value.ts";
import type { Cell } from "../values/cell.ts";
import { expressionError, notWhole } from "../values/errors.ts";
import { ListValue } from "../values/list.ts";
import { plain, type Value } from "../values/value.ts";
import type { Expression, ListItem } from "../syntax/index.ts";
import type { Code, Frame } from "./frame.ts";

/** Compiles `{a, b, 1..9}`. Items are lazy; the ends of a range are evaluated with the list, its items are streamed. */
export function compileList(
  items: readonly ListItem[],
  compileValue: (value: Expression) => Code,
  compileItem: (value: Expression) => (frame: Frame) => Cell,
): Code {
  if (items.every((item) => item.kind === "item")) {
    const cells = items.map((item) => compileItem(item.value));
    return (frame) => ListValue.of(cells.map((cell) => cell(frame)));
  }
  const parts = items.map((item): ((frame: Frame) => () => Iterable<Cell>) => {
    if (item.kind === "item") {
      const cell = compileItem(item.value);
      return (frame) => {
        const held = [cell(frame)];
        return () => held;
      };
    }
    const from = compileValue(item.from);
    const to = compileValue(item.to);
    return (frame) => rangeOf(from(frame), to(frame));
  });
  return (frame) => {
    const sources = parts.map((part) => part(frame));
    return ListValue.stream(function* () {
      for (const source of sources) yield* source();
    });
  };
}

/** `from..to` over whole numbers or over single characters, both ends included; empty when `to` lies before `from`. */
function rangeOf(from: Value, to: Value): () => Iterable<Cell> {
  const first = plain(from);
  const last = plain(to);
  if (typeof first === "number") {
    if (typeof last !== "number") throw cannotConvert(last, primitiveTypes.number);
    for (const end of [first, last]) if (!isWhole32(end)) throw notWhole(end);
    return () => numbers(first, last);
  }
  if (typeof first !== "string") throw cannotConvert(first, primitiveTypes.number);
  if (typeof last !== "string") throw cannotConvert(last, primitiveTypes.text);
  const start = codePointOf(first);
  const end = codePointOf(last);
  return () => characters(start, end);
}

function isWhole32(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31;
}

function* numbers(first: number, last: number): Iterable<Cell> {
  for (let value = first; value <= last; value++) yield value;
}

function* characters(first: number, last: number): Iterable<Cell> {
  for (let code = first; code <= last; code++) yield String.fromCodePoint(code);
}

function codePointOf(text: string): number {
  const [character, ...rest] = text;
  if (character === undefined || rest.length > 0)
    throw expressionError("A range of texts takes single characters.", text);
  return character.codePointAt(0)!;
}
