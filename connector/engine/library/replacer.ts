import { equals } from "../values/compare.ts";
import type { Value } from "../values/value.ts";
import type { Group } from "./declaration.ts";
import { replaceText } from "./text/modification.ts";

/** Microsoft's group "Replacer functions". */
export const replacer: Group = {
  name: "Replacer functions",
  functions: [
    {
      signature: "Replacer.ReplaceText(text as nullable text, old as text, new as text) as nullable text",
      summary: "Replaces every occurrence of a text within another one.",
      examples: [{ usage: `Replacer.ReplaceText("hEllo", "E", "e")`, output: `"hello"` }],
      call: (text: string | null, old: string, replacement: string) => replaceText(text, old, replacement),
    },
    {
      signature: "Replacer.ReplaceValue(value as any, old as any, new as any) as any",
      summary: "Gives the new value for one that equals the old, and every other value as it is.",
      examples: [
        { usage: `Replacer.ReplaceValue(11, 11, 10)`, output: `10` },
        { usage: `Replacer.ReplaceValue("11 chats", "11", "10")`, output: `"11 chats"` },
      ],
      call: (value: Value, old: Value, replacement: Value) => (equals(value, old) ? replacement : value),
    },
  ],
};
