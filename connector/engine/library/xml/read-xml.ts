import { createRequire } from "node:module";
import type * as Saxes from "saxes";
import { formatError } from "../../values/errors.ts";
import { encodingNamed, encodings } from "../text/encoding.ts";

/** An element of an XML document. Texts are kept where they stand among the elements. */
export type Element = {
  readonly name: string;
  /** Empty when it is in none. */
  readonly namespace: string;
  readonly attributes: readonly Attribute[];
  readonly children: readonly (Element | string)[];
  /** What is in it as it is written, where texts and elements stand side by side. */
  readonly mixed: string | undefined;
};

/** An attribute; those that declare namespaces are left out. */
type Attribute = { readonly name: string; readonly namespace: string; readonly value: string };

/**
 * The encoding that the bytes of a document begin with, as far as its declaration or the width of its first character tells;
 * null when neither does.
 *
 * @throws EvaluationError when the declaration names an encoding that is not known.
 */
export function declaredEncoding(bytes: Uint8Array): number | null {
  const start = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  if (start.startsWith("<\0")) return encodings.Utf16;
  if (start.startsWith("\0<")) return encodings.BigEndianUnicode;
  const name = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"']*)["']/u.exec(start)?.[1];
  // A declaration that can be read byte by byte stands in no encoding of wider characters, whatever it says.
  if (name === undefined || /^utf-16/iu.test(name)) return null;
  const encoding = encodingNamed(name);
  if (encoding === undefined) throw notWellFormed(`the encoding '${name}' is not known`);
  return encoding;
}

const xmlnsNamespace = "http://www.w3.org/2000/xmlns/";

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/**
 * Reads an XML document to its root element.
 *
 * @throws EvaluationError when it is not well-formed.
 */
export function readXml(text: string): Element {
  // Loaded when first used: most evaluations read no XML, and each of them pays for what is loaded at the start.
  const { SaxesParser } = createRequire(import.meta.url)("saxes") as typeof Saxes;
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: { readonly element: Writable<Element>; readonly start: number }[] = [];
  const roots: Element[] = [];
  const append = (child: Element | string): void => {
    const parent = open.at(-1)?.element;
    if (parent) (parent.children as (Element | string)[]).push(child);
    else if (typeof child !== "string") roots.push(child);
  };
  parser.on("error", (error) => {
    throw notWellFormed(error.message);
  });
  parser.on("opentag", (tag) => {
    const attributes = Object.values(tag.attributes)
      .filter((attribute) => attribute.uri !== xmlnsNamespace)
      .map(({ local, uri, value }) => ({ name: local, namespace: uri, value }));
    const element = { name: tag.local, namespace: tag.uri, attributes, children: [], mixed: undefined };
    append(element);
    open.push({ element, start: parser.position });
  });
  parser.on("closetag", () => {
    const { element, start } = open.pop()!;
    if (elementsOf(element).length === 0 || textOf(element).trim() === "") return;
    element.mixed = text.slice(start, text.lastIndexOf("</", parser.position)).replaceAll(/\r\n?/gu, "\n");
  });
  parser.on("text", append);
  parser.on("cdata", append);
  parser.write(text).close();
  return roots[0]!;
}

function notWellFormed(why: string): Error {
  return formatError(
    `Xml processing failed. Either the input is invalid or it isn't supported. (Internal error: ${why})`,
  );
}

/** What is told of an XML document while it is read; names come without their prefixes. */
export type XmlScan = {
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
};

/**
 * Reads an XML document from its beginning to its end and keeps nothing of it.
 *
 * @throws Error when it is not well-formed.
 */
export function scanXml(text: string, scan: XmlScan): void {
  const { SaxesParser } = createRequire(import.meta.url)("saxes") as typeof Saxes;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    scan.open(localName(name), (wanted) => Object.entries(attributes).find(([key]) => localName(key) === wanted)?.[1]);
  });
  parser.on("closetag", ({ name }) => {
    scan.close(localName(name));
  });
  parser.on("text", scan.text);
  parser.on("cdata", scan.text);
  parser.write(text).close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The elements in an element. */
export function elementsOf(element: Element): readonly Element[] {
  return element.children.filter((child) => typeof child !== "string");
}

/** The text right in an element. */
export function textOf(element: Element): string {
  return element.children.filter((child) => typeof child === "string").join("");
}
