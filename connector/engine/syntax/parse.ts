import { DefaultSettings, type Language, TaskUtils } from "@microsoft/powerquery-parser";
import { lower, PlacedSyntaxError } from "./lower.ts";
import type { Place, SyntaxTree } from "./node.ts";

/**
 * Reads an M document: one expression or one section. A leading byte order mark is skipped.
 *
 * @throws PlacedSyntaxError that says what was expected and where.
 */
export async function parse(text: string, document: string): Promise<SyntaxTree> {
  try {
    return await parseTree(text, document);
  } catch (error) {
    if (error instanceof PlacedSyntaxError) error.document = document;
    throw error;
  }
}

async function parseTree(text: string, document: string): Promise<SyntaxTree> {
  const result = await TaskUtils.tryLexParse(DefaultSettings, text.replace(/^\uFEFF/u, ""));
  if (TaskUtils.isParseStageOk(result)) return lower(result.ast as Language.Ast.TDocument, document);
  if (TaskUtils.isError(result)) throw new PlacedSyntaxError(messageOf(result.error), placeOfError(result.error));
  throw new PlacedSyntaxError("the text could not be parsed", undefined);
}

function messageOf(error: Error): string {
  return error.message.replace(/\.$/u, "");
}

/** Lex and parse errors keep their place at different depths. */
function placeOfError(error: Error): Place | undefined {
  const { innerError } = error as {
    innerError?: { foundToken?: { token?: { positionStart?: unknown } }; graphemePosition?: unknown };
  };
  const position = innerError?.foundToken?.token?.positionStart ?? innerError?.graphemePosition;
  if (typeof position !== "object" || position === null) return undefined;
  const { lineNumber, lineCodeUnit } = position as { lineNumber?: number; lineCodeUnit?: number };
  return lineNumber === undefined ? undefined : { line: lineNumber + 1, column: (lineCodeUnit ?? 0) + 1 };
}
