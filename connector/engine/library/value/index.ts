/**
 * Microsoft's "Value functions": what works on values of every kind.
 *
 * | part | holds |
 * | --- | --- |
 * | `index.ts` | comparison, parsing, types and metadata |
 * | `arithmetic.ts` | the four operations with a precision |
 * | `decimal.ts` | arithmetic in either precision, for the list functions as well |
 */
import { cannotConvert, asType, isOf } from "../../types/convert.ts";
import { primitiveTypes, type TypeValue } from "../../types/type-value.ts";
import { ascribable, typeOf } from "../../types/value-type.ts";
import { force } from "../../values/cell.ts";
import { compareValues, equals } from "../../values/compare.ts";
import { expressionError, notEnoughElements } from "../../values/errors.ts";
import type { ListValue } from "../../values/list.ts";
import { ascribe, metadataOf, withMetadata } from "../../values/metadata.ts";
import { emptyRecord, RecordValue } from "../../values/record.ts";
import { kindOf, plain, type Plain, type Value } from "../../values/value.ts";
import { Ascribed } from "../../values/ascribed.ts";
import type { Group } from "../declaration.ts";
import { readMember, readNames } from "../list/arguments.ts";
import { interceptable, markFinal } from "../view-handlers.ts";
import { arithmetic } from "./arithmetic.ts";
import { toDecimal } from "./decimal.ts";
import { valueFromText } from "./from-text.ts";

/** The value functions, apart from those that describe queries to a source. */
export const value: Group = {
  name: "Value functions",
  functions: [
    {
      signature: "Value.Alternates(alternates as list) as any",
      summary: "The first of several ways to the same value.",
      difference: "Query plans are not weighed: it is always the first that is taken.",
      examples: [{ usage: "Value.Alternates({1 + 1, 2})", output: "2" }],
      call: (alternates: ListValue) => {
        const first = alternates.at(0);
        if (first === undefined) throw notEnoughElements();
        return force(first);
      },
    },
    {
      signature: "Value.Compare(value1 as any, value2 as any, optional precision as nullable Precision.Type) as number",
      summary: "-1, 0 or 1, as the first value is less than, equal to or greater than the second.",
      examples: [
        { usage: "Value.Compare(1, 2)", output: "-1" },
        { usage: 'Value.Compare("b", "a")', output: "1" },
      ],
      call: (left: Value, right: Value, precision: Plain) => {
        const read = reader(precision);
        return Math.sign(compareValues(read(left), read(right)));
      },
    },
    {
      signature: "Value.Equals(value1 as any, value2 as any, optional precision as nullable Precision.Type) as logical",
      summary: "Whether two values are equal, as `=` has it.",
      examples: [
        { usage: "Value.Equals({1, 2}, {1, 2})", output: "true" },
        { usage: "Value.Equals(null, null)", output: "true" },
        { usage: "Value.Equals(0.1 + 0.2, 0.3, Precision.Decimal)", output: "true" },
      ],
      call: (left: Value, right: Value, precision: Plain) => {
        const read = reader(precision);
        return equals(read(left), read(right));
      },
    },
    {
      signature: "Value.FromText(text as any, optional culture as nullable text) as any",
      summary:
        "The value that a text says: null, a logical, a number, a datetime or a duration, and the text itself when it is none of these.",
      examples: [
        { usage: 'Value.FromText("12345.6789")', output: "12345.6789" },
        { usage: 'Value.FromText("25.4%")', output: "0.254" },
        { usage: 'Value.FromText("")', output: "null" },
        { usage: 'Value.FromText("queue")', output: '"queue"' },
      ],
      bind: (evaluation) => (text: Value, culture: string | null) => {
        const bare = plain(text);
        return typeof bare === "string"
          ? valueFromText(bare, culture ?? evaluation.host.culture, evaluation.host)
          : bare;
      },
    },
    {
      signature:
        "Value.NullableEquals(value1 as any, value2 as any, optional precision as nullable Precision.Type) as nullable logical",
      summary: "Whether two values are equal; null when one of them is null.",
      examples: [
        { usage: "Value.NullableEquals(1, 1)", output: "true" },
        { usage: "Value.NullableEquals(1, null)", output: "null" },
      ],
      call: (left: Value, right: Value, precision: Plain) => {
        const read = reader(precision);
        const [a, b] = [read(left), read(right)];
        return a === null || b === null ? null : equals(a, b);
      },
    },
    {
      signature:
        "Value.NativeQuery(target as any, query as text, optional parameters as any, optional options as nullable record) as any",
      summary: "An error: there is no value here that understands a query in a language of its own.",
      difference:
        "No data source of this engine takes native queries, so that every call is the error of a value that takes none.",
      examples: [
        { usage: 'Value.NativeQuery(1, "select 1")', output: `error "Native queries aren't supported by this value."` },
      ],
      call: (target: Value) => {
        throw expressionError("Native queries aren't supported by this value.", target);
      },
    },
    {
      signature: "Value.Type(value as any) as type",
      summary: "The type that was ascribed to a value, otherwise that of its kind.",
      examples: [
        { usage: "Type.Is(Value.Type(2), type number)", output: "true" },
        { usage: "Type.IsNullable(Value.Type(null))", output: "true" },
        { usage: "Type.ListItem(Value.Type(Value.ReplaceType({1}, type {number}))) = type number", output: "true" },
      ],
      call: typeOf,
    },
    ...arithmetic,
    {
      signature: "Value.As(value as any, type as type) as any",
      summary: "The value, when it is of the type; an error otherwise.",
      examples: [
        { usage: "Value.As(1, type number)", output: "1" },
        { usage: 'Value.As("1", type number)', output: `error "We cannot convert the value ""1"" to type Number."` },
      ],
      call: (given: Value, type: TypeValue) => asType(given, type),
    },
    {
      signature: "Value.Is(value as any, type as type) as logical",
      summary: "Whether a value is of a type.",
      examples: [
        { usage: "Value.Is(1, type nullable number)", output: "true" },
        { usage: "Value.Is(1, type text)", output: "false" },
      ],
      call: (given: Value, type: TypeValue) => isOf(given, type),
    },
    {
      signature: "Value.ReplaceType(value as any, type as type) as any",
      summary:
        "The value with another type ascribed to it. Items, fields and cells are not converted; a table's columns take the names of the type.",
      examples: [
        { usage: "Type.Is(Value.Type(Value.ReplaceType(1, Int64.Type)), type number)", output: "true" },
        {
          usage: "Table.ColumnNames(Value.ReplaceType(#table({1}, {}), type table [chats = number]))",
          output: `error "We cannot convert the value 1 to type Text."`,
        },
        {
          usage: 'Table.ColumnNames(Value.ReplaceType(#table({"a"}, {}), type table [chats = number]))',
          output: '{"chats"}',
        },
      ],
      call: replaceType,
    },
    {
      signature: "Value.Metadata(value as any) as any",
      summary: "The metadata record of a value; empty when it has none.",
      examples: [
        { usage: 'Value.Metadata(1 meta [unit = "s"])', output: '[unit = "s"]' },
        { usage: "Value.Metadata(1)", output: "[]" },
      ],
      call: metadataOf,
    },
    {
      signature: "Value.RemoveMetadata(value as any, optional metaValue as any) as any",
      summary: "The value without metadata, or without those of its metadata's fields that a record or list names.",
      examples: [
        { usage: 'Value.Metadata(Value.RemoveMetadata(1 meta [unit = "s"]))', output: "[]" },
        { usage: 'Value.Metadata(Value.RemoveMetadata(1 meta [a = 1, b = 2], {"a"}))', output: "[b = 2]" },
      ],
      call: removeMetadata,
    },
    {
      signature: "Value.ReplaceMetadata(value as any, metaValue as any) as any",
      summary: "The value with other metadata in place of what it had.",
      examples: [
        { usage: "Value.Metadata(Value.ReplaceMetadata(1 meta [a = 1], [b = 2]))", output: "[b = 2]" },
        { usage: "Value.ReplaceMetadata(1, [b = 2])", output: "1" },
      ],
      call: (given: Value, meta: Value) => {
        const record = plain(meta);
        if (record === null) return withMetadata(given, emptyRecord);
        if (!(record instanceof RecordValue)) throw cannotConvert(meta, primitiveTypes.record);
        return withMetadata(given, record);
      },
    },
    {
      signature: "Value.ViewError(errorRecord as record) as record",
      summary:
        "An error record that, raised by a handler of a view, is the operation's error: the engine does not step in.",
      examples: [
        {
          usage:
            'Table.FirstN(Table.View(#table({"id"}, {{1}}), [OnTake = (count) => error Value.ViewError(Error.Record("Chat.Limit", "at most 10"))]), 20)',
          output: 'error "at most 10"',
        },
      ],
      call: markFinal,
    },
    {
      signature: "Value.ViewFunction(function as function) as function",
      summary: "A function that a view it is called with may answer itself, by its handler `OnInvoke`.",
      examples: [{ usage: "Value.ViewFunction((value) => 2)({})", output: "2" }],
      call: interceptable,
    },
  ],
};

/** What is compared of a value in a precision: a number as the decimal that it is, when the precision says so. */
function reader(precision: Plain): (value: Value) => Plain {
  if (readMember(precision, [0, 1], "precision", 0) === 0) return plain;
  return (value) => {
    const bare = plain(value);
    return typeof bare === "number" ? toDecimal(bare) : bare;
  };
}

function replaceType(given: Value, type: TypeValue): Value {
  const ascribed = ascribable(given, type);
  if (ascribed === undefined) return given;
  const meta = given === null || typeof given !== "object" || !("meta" in given) ? undefined : given.meta;
  const isOwn = ascribed === primitiveTypes[kindOf(given)];
  if (isOwn && meta === undefined && (typeof given !== "object" || given === null || given instanceof Ascribed)) {
    return plain(given);
  }
  return ascribe(given, { type: ascribed, meta });
}

function removeMetadata(given: Value, meta: Value): Value {
  const named = plain(meta);
  if (named === null) return withMetadata(given, emptyRecord);
  const removed = named instanceof RecordValue ? named.names : readNames(named);
  const kept = metadataOf(given)
    .entries()
    .filter(([name]) => !removed.includes(name));
  return withMetadata(given, RecordValue.fromEntries(kept));
}
