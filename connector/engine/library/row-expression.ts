import type { Binding, Expression } from "../syntax/node.ts";
import { expressionError } from "../values/errors.ts";
import type { FunctionSyntax, FunctionValue } from "../values/function.ts";
import { ListValue } from "../values/list.ts";
import { RecordValue } from "../values/record.ts";
import type { Value } from "../values/value.ts";
import type { ConstantDeclaration, FunctionDeclaration } from "./declaration.ts";

const row = RecordValue.from({ Kind: "Row" });

/** The functions that show a handler of a view what a function written in M says (`RowExpression`, `ItemExpression`). */
export const rowExpressions: readonly FunctionDeclaration[] = [
  {
    signature: "RowExpression.From(function as function) as record",
    summary: "The body of a function of one parameter as a tree of records, for a view's handler to translate.",
    difference:
      'What does not depend on the row becomes a constant. The record of `RowExpression.Row` is not published; here it is [Kind = "Row"].',
    examples: [
      {
        usage:
          'RowExpression.From(each [name] = "Ann") = [Kind = "Binary", Operator = "Equals", Left = RowExpression.Column("name"), Right = [Kind = "Constant", Value = "Ann"]]',
        output: "true",
      },
      { usage: "RowExpression.From(each [waited] > 60 and not [isClosed])[Right][Operator]", output: '"Not"' },
    ],
    call: expressionOf,
  },
  {
    signature: "RowExpression.Column(columnName as text) as record",
    summary: "The record that stands for a column of the row in a row expression.",
    examples: [
      {
        usage: 'RowExpression.Column("name")[[Kind], [MemberName]]',
        output: '[Kind = "FieldAccess", MemberName = "name"]',
      },
    ],
    call: (columnName: string) => fieldOf(row, columnName),
  },
  {
    signature: "ItemExpression.From(function as function) as record",
    summary: "The same as `RowExpression.From`, for a function of an item.",
    examples: [{ usage: "ItemExpression.From(each _ <> null)[Operator]", output: '"NotEquals"' }],
    call: expressionOf,
  },
];

/** The records that stand for the parameter of such a function. */
export const rowConstants: readonly ConstantDeclaration[] = [
  { name: "RowExpression.Row", value: row, summary: "The record that stands for the row in a row expression." },
  { name: "ItemExpression.Item", value: row, summary: "The record that stands for the item in an item expression." },
];

/** What names inside the function mean: its parameter, and the `let` variables that lie open. */
type Bound = ReadonlyMap<string, "row" | { readonly value: Expression; readonly bound: () => Bound }>;

function expressionOf(fn: FunctionValue): RecordValue {
  const { syntax } = fn;
  const [parameter, ...others] = syntax?.expression.parameters ?? [];
  if (!syntax || parameter === undefined || others.length > 0) {
    throw expressionError("A row expression needs a function expression of one parameter.", fn);
  }
  return convert(syntax.expression.body, new Map([[parameter.name, "row"]]), syntax);
}

function convert(expression: Expression, bound: Bound, syntax: FunctionSyntax): RecordValue {
  const inner = (part: Expression): RecordValue => convert(part, bound, syntax);
  if (expression.kind === "notImplemented") return node("NotImplemented", {});
  if (!mentions(expression, bound)) return constant(syntax.evaluate(expression));
  switch (expression.kind) {
    case "name": {
      const meaning = bound.get(expression.name)!;
      return meaning === "row" ? row : convert(meaning.value, meaning.bound(), syntax);
    }
    case "let":
      return convert(expression.body, withBindings(bound, expression.bindings, undefined), syntax);
    case "field":
      if (!expression.isOptional) return fieldOf(inner(expression.of), expression.name);
      break;
    case "call":
      return node("Invocation", {
        Function: inner(expression.callee),
        Arguments: ListValue.of(expression.args.map(inner)),
      });
    case "unary":
      return node("Unary", { Operator: unaryNames[expression.operator], Expression: inner(expression.operand) });
    case "binary":
      if (expression.operator !== "meta") {
        return binary(binaryNames[expression.operator], inner(expression.left), inner(expression.right));
      }
      break;
    case "lazy": {
      const [left, right] = [inner(expression.left), inner(expression.right)];
      if (expression.operator === "??") return choice(binary("Equals", left, constant(null)), right, left);
      return binary(expression.operator === "and" ? "And" : "Or", left, right);
    }
    case "if":
      return choice(inner(expression.condition), inner(expression.then), inner(expression.otherwise));
    default:
  }
  throw expressionError(
    `A row expression cannot hold ${describe[expression.kind] ?? `the ${expression.kind} expression`}.`,
  );
}

const unaryNames = { "+": "Positive", "-": "Negative", not: "Not" };

const binaryNames = {
  "+": "Add",
  "-": "Subtract",
  "*": "Multiply",
  "/": "Divide",
  "&": "Concatenate",
  "=": "Equals",
  "<>": "NotEquals",
  "<": "LessThan",
  "<=": "LessThanOrEquals",
  ">": "GreaterThan",
  ">=": "GreaterThanOrEquals",
};

const describe: Readonly<Record<string, string>> = {
  binary: "metadata",
  field: "an optional field",
  item: "an item access",
  project: "a projection",
  raise: "an error",
};

/** The names in a `let`: its variables hide outer names. A variable sees its neighbours, but not itself. */
function withBindings(outer: Bound, bindings: readonly Binding[], defined: string | undefined): Bound {
  const open = new Map(outer);
  for (const { name, value } of bindings) {
    if (name !== defined) open.set(name, { value, bound: () => withBindings(outer, bindings, name) });
  }
  return open;
}

/** Whether an expression uses one of the names, or seems to: a name that hides it inside counts as well. */
function mentions(expression: unknown, bound: Bound): boolean {
  if (Array.isArray(expression)) return expression.some((part) => mentions(part, bound));
  if (typeof expression !== "object" || expression === null) return false;
  if ("kind" in expression && expression.kind === "name" && "name" in expression) {
    return bound.has(expression.name as string);
  }
  return Object.values(expression).some((part) => mentions(part, bound));
}

function node(kind: string, fields: Readonly<Record<string, Value>>): RecordValue {
  return RecordValue.from({ Kind: kind, ...fields });
}

function constant(value: Value): RecordValue {
  return node("Constant", { Value: value });
}

function fieldOf(of: RecordValue, name: string): RecordValue {
  return node("FieldAccess", { Expression: of, MemberName: name });
}

function binary(operator: string, left: RecordValue, right: RecordValue): RecordValue {
  return node("Binary", { Operator: operator, Left: left, Right: right });
}

function choice(condition: RecordValue, then: RecordValue, otherwise: RecordValue): RecordValue {
  return node("If", { Condition: condition, TrueCase: then, FalseCase: otherwise });
}
