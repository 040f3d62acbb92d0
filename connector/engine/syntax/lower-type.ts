import { Language } from "@microsoft/powerquery-parser";
import type { TypeKind } from "../types/type-value.ts";
import { decodeName } from "./literal.ts";
import type { Expression, FieldExpression, TypeExpression } from "./node.ts";

const kinds: typeof Language.Ast.NodeKind = Language.Ast.NodeKind;

type LowerExpression = (node: Language.Ast.TNode) => Expression;

/** Lowers what stands behind `type`, and inside it: a primitive name, a composed type, or an expression that gives a type. */
export function lowerType(
  node: Language.Ast.TType | Language.Ast.FieldSpecificationList,
  lowerExpression: LowerExpression,
): TypeExpression {
  switch (node.kind) {
    case kinds.PrimitiveType:
      return { kind: "primitive", of: node.primitiveTypeKind as TypeKind };
    case kinds.NullableType:
      return { kind: "nullable", of: lowerType(node.paired, lowerExpression) };
    case kinds.ListType:
      return { kind: "listOf", item: lowerType(node.content, lowerExpression) };
    case kinds.RecordType:
      return lowerFields(node.fields, lowerExpression);
    case kinds.FieldSpecificationList:
      return lowerFields(node, lowerExpression);
    case kinds.TableType:
      return { kind: "tableOf", row: lowerType(node.rowType, lowerExpression) };
    case kinds.FunctionType:
      return {
        kind: "functionOf",
        parameters: node.parameters.content.elements.map(({ node: parameter }) => ({
          name: decodeName(parameter.name.literal),
          isOptional: parameter.optionalConstant !== undefined,
          type: lowerType(parameter.parameterType.paired, lowerExpression),
        })),
        result: lowerType(node.functionReturnType.paired, lowerExpression),
      };
    default:
      return { kind: "expression", value: lowerExpression(node) };
  }
}

function lowerFields(list: Language.Ast.FieldSpecificationList, lowerExpression: LowerExpression): TypeExpression {
  const names = list.content.elements.map(({ node }) => decodeName(node.name.literal));
  const repeated = names.find((name, position) => names.indexOf(name) !== position);
  if (repeated !== undefined) throw new SyntaxError(`the name '${repeated}' is defined more than once`);
  return {
    kind: "recordOf",
    fields: list.content.elements.map(({ node }): FieldExpression => ({
      name: decodeName(node.name.literal),
      isOptional: node.optionalConstant !== undefined,
      type: node.fieldTypeSpecification && lowerType(node.fieldTypeSpecification.fieldType, lowerExpression),
    })),
    isOpen: list.openRecordMarkerConstant !== undefined,
  };
}
