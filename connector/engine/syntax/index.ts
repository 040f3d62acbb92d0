/**
 * M text to a small tree of plain data. The only importer of Microsoft's parser; it evaluates nothing.
 *
 * | part | does |
 * | --- | --- |
 * | `parse.ts`, `read-document.ts` | text → tree, or an error with its place |
 * | `lower.ts`, `lower-type.ts` | Microsoft's 57 node kinds → ours |
 * | `literal.ts` | escapes, quoted names, numbers |
 * | `node.ts` | the tree itself |
 */
export { parse } from "./parse.ts";
export { PlacedSyntaxError } from "./placed-syntax-error.ts";
export type * from "./node.ts";
