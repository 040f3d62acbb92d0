import type { Plain, Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { arithmeticOf } from "./decimal.ts";

/** "Arithmetic operations" of Microsoft's value functions: the operators, in the precision asked for. */
export const arithmetic: readonly FunctionDeclaration[] = [
  {
    signature: "Value.Add(value1 as any, value2 as any, optional precision as nullable Precision.Type) as any",
    summary: "The sum of two values.",
    examples: [
      { usage: "Value.Add(1, 2)", output: "3" },
      { usage: "Value.Add(0.1, 0.2, Precision.Decimal)", output: "0.3" },
      { usage: "Value.Add(#date(2020, 11, 1), #duration(1, 0, 0, 0))", output: "#date(2020, 11, 2)" },
    ],
    call: (left: Value, right: Value, precision: Plain) => arithmeticOf(precision)["+"](left, right),
  },
  {
    signature: "Value.Divide(value1 as any, value2 as any, optional precision as nullable Precision.Type) as any",
    summary: "The quotient of two values.",
    examples: [
      { usage: "Value.Divide(10, 4)", output: "2.5" },
      { usage: "Value.Divide(1, 0)", output: "#infinity" },
    ],
    call: (left: Value, right: Value, precision: Plain) => arithmeticOf(precision)["/"](left, right),
  },
  {
    signature: "Value.Multiply(value1 as any, value2 as any, optional precision as nullable Precision.Type) as any",
    summary: "The product of two values.",
    examples: [
      { usage: "Value.Multiply(6, 7)", output: "42" },
      { usage: "Value.Multiply(1.1, 1.1, Precision.Decimal)", output: "1.21" },
    ],
    call: (left: Value, right: Value, precision: Plain) => arithmeticOf(precision)["*"](left, right),
  },
  {
    signature: "Value.Subtract(value1 as any, value2 as any, optional precision as nullable Precision.Type) as any",
    summary: "The difference of two values.",
    examples: [
      { usage: "Value.Subtract(0.3, 0.1, Precision.Decimal)", output: "0.2" },
      { usage: "Value.Subtract(#date(2020, 11, 2), #date(2020, 11, 1))", output: "#duration(1, 0, 0, 0)" },
    ],
    call: (left: Value, right: Value, precision: Plain) => arithmeticOf(precision)["-"](left, right),
  },
];
