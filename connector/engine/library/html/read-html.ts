import { createRequire } from "node:module";
import type { Document } from "domhandler";
import type * as Parse5 from "parse5";
import type * as Adapter from "parse5-htmlparser2-tree-adapter";
import { BinaryValue } from "../../values/binary.ts";
import { plain, type Value } from "../../values/value.ts";
import { decodeText, encodingNamed } from "../text/encoding.ts";
import { textOrBinary } from "../text/source-text.ts";

/**
 * Reads HTML, as text or binary, as a browser does, which finds a document in anything; nothing in it is run.
 *
 * @throws EvaluationError when the value is neither text nor binary.
 */
export function readHtml(source: Value): Document {
  const bare = plain(source);
  const text = bare instanceof BinaryValue ? decodeHtml(bare.bytes()) : textOrBinary(source, null);
  // Loaded when first used: most evaluations read no HTML, and each of them pays for what is loaded at the start.
  const load = createRequire(import.meta.url);
  const { parse } = load("parse5") as typeof Parse5;
  const { adapter } = load("parse5-htmlparser2-tree-adapter") as typeof Adapter;
  return parse(text, { treeAdapter: adapter });
}

/** A byte order mark goes before what a `meta` element declares, and UTF-8 is the encoding when neither is there. */
function decodeHtml(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  const name = start.startsWith("\u00ef\u00bb\u00bf")
    ? undefined
    : /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w-]+)/iu.exec(start)?.[1];
  // By HTML's standard a page that names Latin-1 means what Windows makes of it.
  const known = name?.toLowerCase() === "iso-8859-1" ? "windows-1252" : name;
  return decodeText(bytes, known === undefined ? null : (encodingNamed(known) ?? null));
}
