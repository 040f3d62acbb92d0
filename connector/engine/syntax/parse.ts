import type { SyntaxTree } from "./node.ts";

/**
 * Reads an M document: one expression or one section. A leading byte order mark is skipped. Microsoft's parser, which takes long to
 * load, is loaded for the first document.
 *
 * @throws PlacedSyntaxError that says what was expected and where.
 */
export async function parse(text: string, document: string): Promise<SyntaxTree> {
  const { readDocument } = await import("./read-document.ts");
  return readDocument(text, document);
}
