import type { TypeKind } from "../types/type-value.ts";

/** Where an expression begins in its document, both from 1. */
export type Place = { readonly line: number; readonly column: number };

/**
 * An expression of M, as small as the language allows: `each` is a function of `_`, `[A]` is a field of `_`, parentheses are
 * gone, literals are decoded. Plain data: it crosses threads.
 */
export type Expression = ExpressionForm & { readonly at: Place };

/** A name bound to an expression: a `let` variable, a record's field, a section's member. */
export type Binding = { readonly name: string; readonly value: Expression };

/** A parameter of a function expression. */
type Parameter = {
  readonly name: string;
  readonly isOptional: boolean;
  readonly type: PrimitiveTypeName | undefined;
};

/** A primitive type as `is`, `as` and parameters take it. */
export type PrimitiveTypeName = { readonly of: TypeKind; readonly isNullable: boolean };

/** An item of a list expression: one value, or a range of them. */
export type ListItem =
  | { readonly kind: "item"; readonly value: Expression }
  | { readonly kind: "range"; readonly from: Expression; readonly to: Expression };

/** Operators whose both sides are evaluated first. */
export type BinaryOperator = "+" | "-" | "*" | "/" | "&" | "=" | "<>" | "<" | "<=" | ">" | ">=" | "meta";

/** Operators that may leave their right side alone. */
export type LazyOperator = "and" | "or" | "??";

type FunctionForm = {
  readonly kind: "function";
  readonly parameters: readonly Parameter[];
  readonly result: PrimitiveTypeName | undefined;
  readonly body: Expression;
};

/** A function expression; `each` is one of a parameter `_`. */
export type FunctionExpression = FunctionForm & { readonly at: Place };

type ExpressionForm =
  | { readonly kind: "literal"; readonly value: null | boolean | number | string }
  | { readonly kind: "name"; readonly name: string; readonly isInclusive: boolean }
  | { readonly kind: "let"; readonly bindings: readonly Binding[]; readonly body: Expression }
  | { readonly kind: "record"; readonly fields: readonly Binding[] }
  | { readonly kind: "list"; readonly items: readonly ListItem[] }
  | { readonly kind: "if"; readonly condition: Expression; readonly then: Expression; readonly otherwise: Expression }
  | FunctionForm
  | { readonly kind: "call"; readonly callee: Expression; readonly args: readonly Expression[] }
  | { readonly kind: "field"; readonly of: Expression; readonly name: string; readonly isOptional: boolean }
  | {
      readonly kind: "project";
      readonly of: Expression;
      readonly names: readonly string[];
      readonly isOptional: boolean;
    }
  | { readonly kind: "item"; readonly of: Expression; readonly index: Expression; readonly isOptional: boolean }
  | { readonly kind: "unary"; readonly operator: "+" | "-" | "not"; readonly operand: Expression }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "lazy"; readonly operator: LazyOperator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "is" | "as"; readonly value: Expression; readonly type: PrimitiveTypeName }
  | {
      readonly kind: "try";
      readonly body: Expression;
      readonly otherwise: Expression | undefined;
      /** A function of 0 or 1 parameters. */
      readonly handler: Expression | undefined;
    }
  | { readonly kind: "raise"; readonly error: Expression }
  | { readonly kind: "notImplemented" }
  | { readonly kind: "type"; readonly type: TypeExpression };

/** What stands behind the keyword `type`. */
export type TypeExpression =
  | { readonly kind: "primitive"; readonly of: TypeKind }
  | { readonly kind: "nullable"; readonly of: TypeExpression }
  | { readonly kind: "listOf"; readonly item: TypeExpression }
  | { readonly kind: "recordOf"; readonly fields: readonly FieldExpression[]; readonly isOpen: boolean }
  | { readonly kind: "tableOf"; readonly row: TypeExpression }
  | {
      readonly kind: "functionOf";
      readonly parameters: readonly {
        readonly name: string;
        readonly isOptional: boolean;
        readonly type: TypeExpression;
      }[];
      readonly result: TypeExpression;
    }
  | { readonly kind: "expression"; readonly value: Expression };

/** A field of a record type; without a type it is any. */
export type FieldExpression = {
  readonly name: string;
  readonly isOptional: boolean;
  readonly type: TypeExpression | undefined;
};

/** A literal attribute record, as sections and their members carry it. */
export type Attributes = Readonly<Record<string, Literal>>;

/** A value made of literals only. */
export type Literal = null | boolean | number | string | readonly Literal[] | { readonly [name: string]: Literal };

/** A member of a section. */
export type Member = Binding & { readonly isShared: boolean; readonly attributes: Attributes };

/** A section document. */
export type Section = {
  readonly kind: "section";
  readonly name: string;
  readonly attributes: Attributes;
  readonly members: readonly Member[];
};

/** A parsed document: an expression or a section, with the name that positions are given in. */
export type SyntaxTree = {
  readonly document: string;
  readonly root: Section | { readonly kind: "expression"; readonly value: Expression };
};
