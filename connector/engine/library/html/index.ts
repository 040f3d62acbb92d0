/**
 * The HTML part of Microsoft's group "Accessing data functions".
 *
 * | part | holds |
 * | --- | --- |
 * | `index.ts` | the declarations; what selectors find (`Html.Table`); the only importer of css-select |
 * | `page.ts` | a document's tables and its tree (`Web.Page`) |
 * | `read-html.ts` | text or bytes → document; the only importer of parse5 |
 */
import { createRequire } from "node:module";
import type * as CssSelect from "css-select";
import type { AnyNode, Document, Element } from "domhandler";
import type * as DomUtils from "domutils";
import { anyType } from "../../types/type-value.ts";
import { Thunk, type Cell } from "../../values/cell.ts";
import { expressionError } from "../../values/errors.ts";
import type { FunctionValue } from "../../values/function.ts";
import type { ListValue } from "../../values/list.ts";
import { RecordValue } from "../../values/record.ts";
import { TableValue, type Row } from "../../values/table.ts";
import { read, type Value } from "../../values/value.ts";
import type { Group } from "../declaration.ts";
import { checkOptions, readFunction, readList, readOption, readText } from "../list/arguments.ts";
import { pageTable } from "./page.ts";
import { readHtml } from "./read-html.ts";

/** What reads HTML. */
export const html: Group = {
  name: "Accessing data functions",
  functions: [
    {
      signature:
        "Html.Table(html as any, columnNameSelectorPairs as list, optional options as nullable record) as table",
      summary:
        "Reads HTML as a table: a column for each name and CSS selector, with the text of what is found or, with a third item, what a function makes of it; an option `RowSelector` says what begins a row.",
      difference:
        "Microsoft does not say to which row something belongs: here to the last row that begins before it or is it. Without `RowSelector` the first things found make the first row, and so on.",
      examples: [
        {
          usage:
            'Html.Table("<li><b>1</b>VPN</li><li>Mail</li>", {{"id", "b"}, {"topic", "li"}}, [RowSelector = "li"])',
          output: '#table({"id", "topic"}, {{"1", "1VPN"}, {null, "Mail"}})',
        },
        {
          usage: 'Html.Table("<a href=""/chats"">Chats</a>", {{"link", "a", each [Attributes][href]}})',
          output: '#table({"link"}, {{"/chats"}})',
        },
      ],
      call: (source: Value, pairs: ListValue, options: RecordValue | null) => {
        checkOptions(options, ["RowSelector"], "Html.Table");
        const rowSelector = readOption(options, "RowSelector");
        const columns = Array.from(pairs.cells(), readColumn);
        const page = loadParts();
        const document = readHtml(source);
        const found = columns.map(({ selector }) => page.select(selector, document));
        const starts = rowSelector === null ? undefined : page.select(readText(rowSelector), document);
        const rows = starts ? rowsByStart(found, starts, page) : rowsByPosition(found);
        return TableValue.from({
          columns: columns.map(({ name }) => name),
          types: columns.map(() => anyType),
          rows: rows.map((row): Row => row.map((element, index) => page.cellOf(element, columns[index]!.transform))),
        });
      },
    },
    {
      signature: "Web.Page(html as any) as table",
      summary:
        "Reads HTML as its tables, a row each with caption, class and id, and in a last row the whole document as nested tables of elements and texts.",
      difference:
        "The page is read as it was sent: no script runs, and no style hides anything. Microsoft documents no columns; they are those that its tools show. A cell that spans several places stands in all of them, and the first row names the columns when it has headings alone.",
      examples: [
        {
          usage:
            'Web.Page("<table id=""waits""><tr><th>Queue<th>Wait</tr><tr><td>VPN<td>12</tr></table>"){[Id = "waits"]}[Data]',
          output: '#table({"Queue", "Wait"}, {{"VPN", "12"}})',
        },
      ],
      call: (source: Value) => pageTable(readHtml(source)),
    },
  ],
};

type Column = { readonly name: string; readonly selector: string; readonly transform: FunctionValue | undefined };

function readColumn(cell: Cell): Column {
  const [name = null, selector = null, transform = null] = readList(cell).toArray();
  const fn = read(transform);
  return {
    name: readText(name),
    selector: readText(selector),
    transform: fn === null ? undefined : readFunction(fn),
  };
}

type Page = {
  /** What a selector finds, in the order of the document. */
  readonly select: (selector: string, document: Document) => readonly Element[];
  readonly cellOf: (element: Element | undefined, transform: FunctionValue | undefined) => Cell;
  /** The elements of a document by where they stand, from 0. */
  readonly orderOf: (elements: readonly Element[]) => ReadonlyMap<Element, number>;
};

/** Loads the libraries when first used, as `readHtml` does. */
function loadParts(): Page {
  const load = createRequire(import.meta.url);
  const { selectAll } = load("css-select") as typeof CssSelect;
  const { textContent } = load("domutils") as typeof DomUtils;
  return {
    select: (selector, document) => {
      try {
        return selectAll<AnyNode, Element>(selector, document);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw expressionError(`The selector '${selector}' can't be read: ${reason}`, selector);
      }
    },
    cellOf: (element, transform) => {
      if (!element) return null;
      if (!transform) return textContent(element).trim();
      const attributes = RecordValue.fromEntries(Object.entries(element.attribs));
      const record = RecordValue.from({ TextContent: textContent(element), Attributes: attributes });
      return new Thunk(() => transform.invoke([record]));
    },
    orderOf: (elements) => {
      let top: AnyNode | null = elements[0] ?? null;
      while (top?.parent) top = top.parent;
      const order = new Map<Element, number>();
      const visit = (node: AnyNode): void => {
        if ("attribs" in node) order.set(node, order.size);
        if ("children" in node) for (const child of node.children) visit(child);
      };
      if (top) visit(top);
      return order;
    },
  };
}

type FoundRow = readonly (Element | undefined)[];

function rowsByPosition(found: readonly (readonly Element[])[]): readonly FoundRow[] {
  const count = Math.max(0, ...found.map((elements) => elements.length));
  return Array.from({ length: count }, (_, row) => found.map((elements) => elements[row]));
}

/** What comes before the first row belongs to none; of several in one row and column the first counts. */
function rowsByStart(
  found: readonly (readonly Element[])[],
  starts: readonly Element[],
  page: Page,
): readonly FoundRow[] {
  const order = page.orderOf(starts);
  const rows = starts.map(() => found.map((): Element | undefined => undefined));
  for (const [column, elements] of found.entries()) {
    for (const element of elements) {
      const at = order.get(element)!;
      const row = rows[starts.findLastIndex((start) => order.get(start)! <= at)];
      if (row) row[column] ??= element;
    }
  }
  return rows;
}
