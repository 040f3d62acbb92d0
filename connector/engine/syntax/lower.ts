import { Language } from "@microsoft/powerquery-parser";
import { decodeName, decodeNumber, decodeText } from "./literal.ts";
import { lowerType } from "./lower-type.ts";
import { PlacedSyntaxError } from "./placed-syntax-error.ts";
import type {
  Attributes,
  BinaryOperator,
  Binding,
  Expression,
  LazyOperator,
  ListItem,
  Literal,
  Member,
  Place,
  PrimitiveTypeName,
  Section,
  SyntaxTree,
} from "./node.ts";

type Ast = typeof Language.Ast.NodeKind;
type Node = Language.Ast.TNode;
const kinds: Ast = Language.Ast.NodeKind;

/** Turns Microsoft's tree into ours. @throws SyntaxError with a `place` for what the specification forbids but the parser takes. */
export function lower(root: Language.Ast.TDocument, document: string): SyntaxTree {
  if (root.kind === kinds.Section) return { document, root: lowerSection(root) };
  return { document, root: { kind: "expression", value: lowerExpression(root) } };
}

function lowerSection(section: Language.Ast.Section): Section {
  const members = section.sectionMembers.elements.map((member): Member => ({
    ...lowerBinding(member.namePairedExpression),
    isShared: member.sharedConstant !== undefined,
    attributes: lowerAttributes(member.literalAttributes),
  }));
  refuseDuplicates(members, section);
  return {
    kind: "section",
    name: section.name ? decodeName(section.name.literal) : "",
    attributes: lowerAttributes(section.literalAttributes),
    members,
  };
}

function lowerAttributes(record: Language.Ast.RecordLiteral | undefined): Attributes {
  return record ? (lowerLiteral(record) as Attributes) : {};
}

function lowerLiteral(node: Language.Ast.TAnyLiteral): Literal {
  switch (node.kind) {
    case kinds.RecordLiteral:
      return Object.fromEntries(
        node.content.elements.map(({ node: pair }) => [decodeName(pair.key.literal), lowerLiteral(pair.value)]),
      );
    case kinds.ListLiteral:
      return node.content.elements.map((item) => lowerLiteral(item.node));
    case kinds.LiteralExpression:
      return literalValue(node);
  }
}

function literalValue(node: Language.Ast.LiteralExpression): null | boolean | number | string {
  switch (node.literalKind) {
    case Language.Ast.LiteralKind.Null:
      return null;
    case Language.Ast.LiteralKind.Logical:
      return node.literal === "true";
    case Language.Ast.LiteralKind.Numeric:
      return decodeNumber(node.literal);
    default:
      return decodeText(node.literal);
  }
}

/** Lowers one expression. */
function lowerExpression(node: Node): Expression {
  const at = placeOf(node);
  switch (node.kind) {
    case kinds.LiteralExpression:
      return { kind: "literal", value: literalValue(node), at };
    case kinds.ParenthesizedExpression:
      return lowerExpression(node.content);
    case kinds.IdentifierExpression:
      return {
        kind: "name",
        name: decodeName(node.identifier.literal),
        isInclusive: node.inclusiveConstant !== undefined,
        at,
      };
    case kinds.LetExpression: {
      const bindings = node.variableList.elements.map((variable) => lowerBinding(variable.node));
      if (bindings.length === 0) throw syntaxError("a let expression needs a variable", node);
      refuseDuplicates(bindings, node);
      return { kind: "let", bindings, body: lowerExpression(node.expression), at };
    }
    case kinds.RecordExpression: {
      const fields = node.content.elements.map((field) => lowerBinding(field.node));
      refuseDuplicates(fields, node);
      return { kind: "record", fields, at };
    }
    case kinds.ListExpression:
      return { kind: "list", items: node.content.elements.map((item) => lowerItem(item.node)), at };
    case kinds.IfExpression:
      return {
        kind: "if",
        condition: lowerExpression(node.condition),
        then: lowerExpression(node.trueExpression),
        otherwise: lowerExpression(node.falseExpression),
        at,
      };
    case kinds.EachExpression:
      return {
        kind: "function",
        parameters: [{ name: "_", isOptional: false, type: undefined }],
        result: undefined,
        body: lowerExpression(node.paired),
        at,
      };
    case kinds.FunctionExpression:
      return lowerFunction(node, at);
    case kinds.RecursivePrimaryExpression:
      return node.recursiveExpressions.elements.reduce<Expression>(lowerAccess, lowerExpression(node.head));
    case kinds.FieldSelector:
    case kinds.FieldProjection:
      return lowerAccess({ kind: "name", name: "_", isInclusive: false, at }, node);
    case kinds.UnaryExpression:
      return node.operators.elements.reduceRight<Expression>(
        (operand, operator) => ({ kind: "unary", operator: operator.constantKind, operand, at: placeOf(operator) }),
        lowerExpression(node.typeExpression),
      );
    case kinds.ArithmeticExpression:
    case kinds.EqualityExpression:
    case kinds.RelationalExpression:
    case kinds.MetadataExpression:
      return {
        kind: "binary",
        operator: node.operatorConstant.constantKind as BinaryOperator,
        left: lowerExpression(node.left),
        right: lowerExpression(node.right),
        at,
      };
    case kinds.LogicalExpression:
    case kinds.NullCoalescingExpression:
      return {
        kind: "lazy",
        operator: node.operatorConstant.constantKind as LazyOperator,
        left: lowerExpression(node.left),
        right: lowerExpression(node.right),
        at,
      };
    case kinds.IsExpression:
    case kinds.AsExpression:
      return {
        kind: node.kind === kinds.IsExpression ? "is" : "as",
        value: lowerExpression(node.left),
        type: lowerPrimitive(node.right),
        at,
      };
    case kinds.ErrorHandlingExpression: {
      const { handler } = node;
      return {
        kind: "try",
        body: lowerExpression(node.protectedExpression),
        otherwise: handler?.kind === kinds.OtherwiseExpression ? lowerExpression(handler.paired) : undefined,
        handler: handler?.kind === kinds.CatchExpression ? lowerCatch(handler.paired) : undefined,
        at,
      };
    }
    case kinds.ErrorRaisingExpression:
      return { kind: "raise", error: lowerExpression(node.paired), at };
    case kinds.NotImplementedExpression:
      return { kind: "notImplemented", at };
    case kinds.TypePrimaryType:
      return { kind: "type", type: lowerType(node.paired, lowerExpression), at };
    default:
      throw syntaxError(`an expression was expected, and ${node.kind} was found`, node);
  }
}

function lowerBinding(
  pair: Language.Ast.IdentifierPairedExpression | Language.Ast.GeneralizedIdentifierPairedExpression,
): Binding {
  return { name: decodeName(pair.key.literal), value: lowerExpression(pair.value) };
}

function lowerItem(item: Language.Ast.TListItem): ListItem {
  return item.kind === kinds.RangeExpression
    ? { kind: "range", from: lowerExpression(item.left), to: lowerExpression(item.right) }
    : { kind: "item", value: lowerExpression(item) };
}

function lowerFunction(node: Language.Ast.FunctionExpression, at: Place): Expression {
  const parameters = node.parameters.content.elements.map(({ node: parameter }) => ({
    name: decodeName(parameter.name.literal),
    isOptional: parameter.optionalConstant !== undefined,
    type: parameter.parameterType && lowerPrimitive(parameter.parameterType.paired),
  }));
  refuseDuplicates(parameters, node);
  const { functionReturnType } = node;
  return {
    kind: "function",
    parameters,
    result: functionReturnType && lowerPrimitive(functionReturnType.paired),
    body: lowerExpression(node.expression),
    at,
  };
}

function lowerCatch(node: Language.Ast.FunctionExpression): Expression {
  const [parameter] = node.parameters.content.elements;
  if (parameter?.node.optionalConstant) throw syntaxError("the parameter of a catch function is not optional", node);
  return lowerFunction(node, placeOf(node));
}

function lowerAccess(
  of: Expression,
  node: Language.Ast.InvokeExpression | Language.Ast.ItemAccessExpression | Language.Ast.TFieldAccessExpression,
): Expression {
  const at = placeOf(node);
  switch (node.kind) {
    case kinds.InvokeExpression:
      // An error of a call is shown where the called thing stands.
      return {
        kind: "call",
        callee: of,
        args: node.content.elements.map((arg) => lowerExpression(arg.node)),
        at: of.at,
      };
    case kinds.ItemAccessExpression:
      return {
        kind: "item",
        of,
        index: lowerExpression(node.content),
        isOptional: node.optionalConstant !== undefined,
        at,
      };
    case kinds.FieldSelector:
      return {
        kind: "field",
        of,
        name: decodeName(node.content.literal),
        isOptional: node.optionalConstant !== undefined,
        at,
      };
    case kinds.FieldProjection:
      return {
        kind: "project",
        of,
        names: node.content.elements.map((selector) => decodeName(selector.node.content.literal)),
        isOptional: node.optionalConstant !== undefined,
        at,
      };
  }
}

function lowerPrimitive(node: Node): PrimitiveTypeName {
  if (node.kind === kinds.NullablePrimitiveType) return { of: node.paired.primitiveTypeKind, isNullable: true };
  if (node.kind === kinds.PrimitiveType) return { of: node.primitiveTypeKind, isNullable: false };
  throw syntaxError("a primitive type was expected", node);
}

function refuseDuplicates(named: readonly { readonly name: string }[], node: Node): void {
  const seen = new Set<string>();
  for (const { name } of named) {
    if (seen.has(name)) throw syntaxError(`the name '${name}' is defined more than once`, node);
    seen.add(name);
  }
}

function syntaxError(message: string, node: Node): PlacedSyntaxError {
  return new PlacedSyntaxError(message, placeOf(node));
}

function placeOf(node: Node): Place {
  const { lineNumber, lineCodeUnit } = node.tokenRange.positionStart;
  return { line: lineNumber + 1, column: lineCodeUnit + 1 };
}
