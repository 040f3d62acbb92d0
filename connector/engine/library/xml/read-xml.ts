import { createRequire } from "node:module";
import type * as Saxes from "saxes";
import { formatError } from "../../values/errors.ts";

/** An element of an XML document. Texts are kept where they stand among the elements. */
export type Element = {
  readonly name: string;
  /** Empty when it is in none. */
  readonly namespace: string;
  readonly attributes: readonly Attribute[];
  readonly children: readonly (Element | string)[];
};

/** An attribute; those that declare namespaces are left out. */
type Attribute = { readonly name: string; readonly namespace: string; readonly value: string };

const xmlnsNamespace = "http://www.w3.org/2000/xmlns/";

/**
 * Reads an XML document to its root element.
 *
 * @throws EvaluationError when it is not well-formed.
 */
export function readXml(text: string): Element {
  // Loaded when first used: most evaluations read no XML, and each of them pays for what is loaded at the start.
  const { SaxesParser } = createRequire(import.meta.url)("saxes") as typeof Saxes;
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: { -readonly [Key in keyof Element]: Element[Key] }[] = [];
  const roots: Element[] = [];
  const append = (child: Element | string): void => {
    const parent = open.at(-1);
    if (parent) (parent.children as (Element | string)[]).push(child);
    else if (typeof child !== "string") roots.push(child);
  };
  parser.on("error", (error) => {
    throw formatError(
      `Xml processing failed. Either the input is invalid or it isn't supported. (Internal error: ${error.message})`,
    );
  });
  parser.on("opentag", (tag) => {
    const attributes = Object.values(tag.attributes)
      .filter((attribute) => attribute.uri !== xmlnsNamespace)
      .map(({ local, uri, value }) => ({ name: local, namespace: uri, value }));
    const element = { name: tag.local, namespace: tag.uri, attributes, children: [] };
    append(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", append);
  parser.on("cdata", append);
  parser.write(text).close();
  return roots[0]!;
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
