import { printIdentifier, printValue } from "../format/index.ts";
import { emptyRecord, type RecordValue } from "../values/record.ts";
import type { Value } from "../values/value.ts";
import { kindOf } from "../values/value.ts";
import { typeLabel } from "../values/compare.ts";
import { expressionError } from "../values/errors.ts";
import type { Group } from "./declaration.ts";
import { rowConstants, rowExpressions } from "./row-expression.ts";

/** M text as values and values as M text (Microsoft's group "Expression functions"). */
export const expression: Group = {
  name: "Expression functions",
  functions: [
    {
      signature: "Expression.Constant(value as any) as text",
      summary: "Gives the M text of a constant.",
      examples: [
        { usage: `Expression.Constant("a ""b""")`, output: `"""a """"b"""""""` },
        { usage: `Expression.Constant(#date(2020, 11, 1))`, output: `"#date(2020, 11, 1)"` },
      ],
      call: (value: Value) => {
        const kind = kindOf(value);
        if (kind === "function") throw expressionError(`A value of type ${typeLabel(kind)} has no constant.`);
        return printValue(value);
      },
    },
    {
      signature: "Expression.Evaluate(document as text, optional environment as nullable record) as any",
      summary: "Evaluates M text; only the names of the environment are in reach.",
      examples: [
        { usage: `Expression.Evaluate("1 + 2")`, output: `3` },
        { usage: `Expression.Evaluate("a * 2", [a = 21])`, output: `42` },
      ],
      bind: (evaluation) => (document: string, environment: RecordValue | null) =>
        evaluation.evaluateText(document, environment ?? emptyRecord),
    },
    {
      signature: "Expression.Identifier(name as text) as text",
      summary: "Gives a name as it is written in M, quoted where it must be.",
      examples: [
        { usage: `Expression.Identifier("MyName")`, output: `"MyName"` },
        { usage: `Expression.Identifier("My Name")`, output: `"#""My Name"""` },
      ],
      call: (name: string) => printIdentifier(name),
    },
    ...rowExpressions,
  ],
  constants: rowConstants,
};
