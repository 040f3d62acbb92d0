import type { AnyNode, Document, Element, Text } from "domhandler";
import { nullableOf, primitiveTypes } from "../../types/type-value.ts";
import { Thunk } from "../../values/cell.ts";
import { TableValue, type Row } from "../../values/table.ts";

const { text, table } = primitiveTypes;

/** What `Web.Page` shows of a document: its tables in their order, and last the document itself as a tree. */
export function pageTable(document: Document): TableValue {
  const tables = elementsNamed("table", document).filter((element) => rowsOf(element).length > 0);
  return TableValue.from({
    columns: ["Caption", "Source", "ClassName", "Id", "Data"],
    types: [nullableOf(text), text, nullableOf(text), nullableOf(text), table],
    rows: [
      ...tables.map((element): Row => {
        const { class: className = null, id = null } = element.attribs;
        return [captionOf(element), "Table", className, id, new Thunk(() => dataOf(element))];
      }),
      ["Document", "Service", null, null, treeOf(document.children)],
    ],
  });
}

function elementsIn(parent: Element | Document): readonly Element[] {
  return parent.children.filter((child): child is Element => "attribs" in child);
}

/** All elements of a name, in the order of the document, which may be nested deeper than a call stack. */
function elementsNamed(name: string, document: Document): readonly Element[] {
  const found: Element[] = [];
  const left: (Element | Document)[] = [document];
  for (let next = left.pop(); next; next = left.pop()) {
    if ("attribs" in next && next.name === name) found.push(next);
    for (const child of elementsIn(next).toReversed()) left.push(child);
  }
  return found;
}

function captionOf(element: Element): string | null {
  const caption = elementsIn(element).find(({ name }) => name === "caption");
  return caption ? shownText(caption) : null;
}

/** The rows of a table itself: the parser puts each of them into a part such as `tbody`. */
function rowsOf(element: Element): readonly Element[] {
  return elementsIn(element).flatMap((part) => elementsIn(part).filter(({ name }) => name === "tr"));
}

/** A table's cells under the headings of its first row, when it holds nothing else, or under Column1, Column2 … */
function dataOf(element: Element): TableValue {
  const rows = rowsOf(element);
  const grid = gridOf(rows);
  const width = grid.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  const first = elementsIn(rows[0]!);
  const hasHeadings = first.length > 0 && first.every(({ name }) => name === "th");
  const at = (cells: readonly string[], column: number): string | null => cells[column] ?? null;
  const columns = Array.from({ length: width }, (_, column) =>
    hasHeadings ? (at(grid[0]!, column) ?? "") : `Column${column + 1}`,
  );
  return TableValue.from({
    columns: distinct(columns),
    types: columns.map(() => nullableOf(text)),
    rows: grid.slice(hasHeadings ? 1 : 0).map((cells) => columns.map((_, column) => at(cells, column))),
  });
}

/** The text at each place of some rows; a cell that spans several places stands in all of them. */
function gridOf(rows: readonly Element[]): readonly (readonly string[])[] {
  const grid = rows.map((): string[] => []);
  for (const [top, row] of rows.entries()) {
    let left = 0;
    for (const cell of elementsIn(row)) {
      while (grid[top]![left] !== undefined) left++;
      const shown = shownText(cell);
      const right = left + Math.min(Math.max(spanOf(cell, "colspan"), 1), widestSpan);
      // A span of no rows is one of all that follow.
      const height = spanOf(cell, "rowspan") || rows.length;
      for (const cells of grid.slice(top, top + height)) {
        for (let column = left; column < right; column++) cells[column] ??= shown;
      }
      left = right;
    }
  }
  return grid;
}

/** The most columns that a cell spans, by the standard of HTML (4.9.11). */
const widestSpan = 1_000;

function spanOf(cell: Element, name: "colspan" | "rowspan"): number {
  const given = cell.attribs[name];
  return given !== undefined && /^\s*\d+/u.test(given) ? Number.parseInt(given, 10) : 1;
}

/** The same names, with a number after those that came before. */
function distinct(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let number = 2; taken.has(free); number++) free = `${name}${number}`;
    taken.add(free);
    return free;
  });
}

const unseen: ReadonlySet<string> = new Set(["script", "style", "template", "noscript"]);

/** The text of an element as a reader sees it: white space is one space, `br` a line break. */
function shownText(element: Element): string {
  return textIn(element)
    .replaceAll(/[ \t\r\f\n]+/gu, " ")
    .replaceAll(/ ?\u2028 ?/gu, "\n")
    .trim();
}

const textNode = 3;

function isText(node: AnyNode): node is Text {
  return node.nodeType === textNode;
}

function textIn(node: AnyNode): string {
  if (isText(node)) return node.data;
  if (!("children" in node) || ("name" in node && unseen.has(node.name))) return "";
  if ("name" in node && node.name === "br") return "\u2028";
  return node.children.map(textIn).join("");
}

/** Elements with what is in them, and texts; comments and texts of nothing but white space are left out. */
function treeOf(nodes: readonly AnyNode[]): TableValue {
  const rows = nodes.flatMap((node): Row[] => {
    if ("attribs" in node) {
      return [["Element", node.name.toUpperCase(), new Thunk(() => treeOf(node.children)), null]];
    }
    return isText(node) && node.data.trim() !== "" ? [["Text", null, null, node.data]] : [];
  });
  return TableValue.from({
    columns: ["Kind", "Name", "Children", "Text"],
    types: [text, nullableOf(text), nullableOf(table), nullableOf(text)],
    rows,
  });
}
