import { TypeValue } from "../../types/type-value.ts";
import type { ConstantDeclaration } from "../declaration.ts";

/** The constants of an enumeration: its members, and its type, which is a number type. */
export function enumeration(
  name: string,
  summary: string,
  members: Readonly<Record<string, readonly [value: number, summary: string]>>,
): readonly ConstantDeclaration[] {
  return [
    ...Object.entries(members).map(([member, [value, text]]) => ({ name: `${name}.${member}`, value, summary: text })),
    { name: `${name}.Type`, value: new TypeValue("number", { name: `${name}.Type` }), summary },
  ];
}
