import { cannotConvert } from "../types/convert.ts";
import { primitiveTypes } from "../types/type-value.ts";
import { expressionError } from "../values/errors.ts";
import { plain, type Value } from "../values/value.ts";
import type { Group } from "./declaration.ts";

/** Microsoft's group "Logical functions". */
export const logical: Group = {
  name: "Logical functions",
  functions: [
    {
      signature: "Logical.From(value as any) as nullable logical",
      summary: "Makes a logical from text or from a number, of which only 0 is false.",
      examples: [
        { usage: `Logical.From(2)`, output: `true` },
        { usage: `Logical.From("false")`, output: `false` },
      ],
      call: (value: Value) => logicalFrom(value),
    },
    {
      signature: "Logical.FromText(text as nullable text) as nullable logical",
      summary: `Reads "true" or "false", letter case aside.`,
      examples: [
        { usage: `Logical.FromText("TRUE")`, output: `true` },
        { usage: `Logical.FromText("yes")`, output: `error "Could not convert to a logical."` },
      ],
      call: (text: string | null) => (text === null ? null : parseLogical(text)),
    },
    {
      signature: "Logical.ToText(logicalValue as nullable logical) as nullable text",
      summary: `Gives "true" or "false".`,
      examples: [{ usage: `Logical.ToText(true)`, output: `"true"` }],
      call: (value: boolean | null) => (value === null ? null : String(value)),
    },
  ],
  constants: [{ name: "Logical.Type", value: primitiveTypes.logical, summary: "The type of true and false." }],
};

/** A value as a logical (`Logical.From`); null stays null. @throws EvaluationError for other text and all other kinds. */
function logicalFrom(value: Value): boolean | null {
  const bare = plain(value);
  if (bare === null || typeof bare === "boolean") return bare;
  if (typeof bare === "number") return bare !== 0;
  if (typeof bare === "string") return parseLogical(bare);
  throw cannotConvert(value, primitiveTypes.logical);
}

function parseLogical(text: string): boolean {
  switch (text.trim().toLowerCase()) {
    case "true":
      return true;
    case "false":
      return false;
    default:
      throw expressionError("Could not convert to a logical.", text);
  }
}
