import { parse, type Attributes } from "../syntax/index.ts";

/** What a section document says of itself without being evaluated. */
export type Outline = {
  readonly section: string;
  readonly attributes: Attributes;
  readonly members: readonly { readonly name: string; readonly isShared: boolean; readonly attributes: Attributes }[];
};

/**
 * The outline of a section document; `undefined` when the text is an expression.
 *
 * @throws PlacedSyntaxError when the text is no M.
 */
export async function readOutline(text: string, document: string): Promise<Outline | undefined> {
  const { root } = await parse(text, document);
  if (root.kind !== "section") return undefined;
  const members = root.members.map(({ name, isShared, attributes }) => ({ name, isShared, attributes }));
  return { section: root.name, attributes: root.attributes, members };
}
