import type { FunctionDeclaration } from "../declaration.ts";
import type { ListValue } from "../../values/list.ts";
import { nonNull } from "./lazy.ts";

/** "Information" of Microsoft's list functions. */
export const information: readonly FunctionDeclaration[] = [
  {
    signature: "List.Count(list as list) as number",
    summary: "How many items a list has; none of them is evaluated.",
    examples: [
      { usage: "List.Count({4, 5, 6})", output: "3" },
      { usage: 'List.Count({1, error "never looked at"})', output: "2" },
    ],
    call: (list: ListValue) => list.count(),
  },
  {
    signature: "List.IsEmpty(list as list) as logical",
    summary: "Whether a list has no items.",
    examples: [
      { usage: "List.IsEmpty({})", output: "true" },
      { usage: "List.IsEmpty({null})", output: "false" },
    ],
    call: (list: ListValue) => list.at(0) === undefined,
  },
  {
    signature: "List.NonNullCount(list as list) as number",
    summary: "How many items of a list are not null.",
    examples: [{ usage: "List.NonNullCount({1, null, 3})", output: "2" }],
    call: (list: ListValue) => nonNull(list).length,
  },
];
