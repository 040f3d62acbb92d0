import { createRequire } from "node:module";
import type * as Fflate from "fflate";

/** An extension: its section document and the other files of its package. */
export type Extension = {
  readonly document: string;
  readonly text: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
};

/**
 * Reads an extension from a `.pq` (a section document alone) or a `.mez` (a zip with one `.pq` and the files it uses).
 *
 * @throws Error when the package has no section document, or more than one.
 */
export function readExtension(name: string, bytes: Uint8Array): Extension {
  if (!/\.(?:mez|zip)$/iu.test(name)) return { document: name, text: decode(bytes), files: {} };
  // Loaded when first used, so that an evaluation without a package starts faster.
  const { unzipSync } = createRequire(import.meta.url)("fflate") as typeof Fflate;
  const files = unzipSync(bytes);
  const documents = Object.keys(files).filter((file) => /\.(?:pq|m)$/iu.test(file) && !/\.query\.pq$/iu.test(file));
  const [document, ...others] = documents;
  if (document === undefined)
    throw new Error(`"${name}" has no section document: a .mez holds one .pq file at its root`);
  if (others.length > 0) throw new Error(`"${name}" has several section documents: ${documents.join(", ")}`);
  return { document, text: decode(files[document]!), files };
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes);
}
