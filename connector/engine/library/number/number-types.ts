import { TypeValue } from "../../types/type-value.ts";
import type { ConstantDeclaration } from "../declaration.ts";

const summaries = {
  "Number.Type": "The type of numbers.",
  "Byte.Type": "Whole numbers from 0 to 255.",
  "Currency.Type": "Numbers with four decimal places.",
  "Decimal.Type": "Decimal numbers of 15 digits.",
  "Double.Type": "Double-precision numbers.",
  "Int8.Type": "Whole numbers of 8 bits with a sign.",
  "Int16.Type": "Whole numbers of 16 bits with a sign.",
  "Int32.Type": "Whole numbers of 32 bits with a sign.",
  "Int64.Type": "Whole numbers of 64 bits with a sign.",
  "Percentage.Type": "Numbers that are shown as percentages.",
  "Single.Type": "Single-precision numbers.",
} as const;

/** The names of the library's number types. */
export type NumberTypeName = keyof typeof summaries;

/** The number types: their values are numbers like all others, `type number` is what each of them is to `is`. */
export const numberTypes = Object.fromEntries(
  Object.keys(summaries).map((name) => [
    name,
    name === "Number.Type" ? new TypeValue("number") : new TypeValue("number", { name }),
  ]),
) as Readonly<Record<NumberTypeName, TypeValue>>;

/** The number types as constants of the library. */
export const numberTypeConstants: readonly ConstantDeclaration[] = Object.entries(summaries).map(([name, summary]) => ({
  name,
  value: numberTypes[name as NumberTypeName],
  summary,
}));
