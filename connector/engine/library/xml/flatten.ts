import { anyType, nullableOf, primitiveTypes } from "../../types/type-value.ts";
import type { Cell } from "../../values/cell.ts";
import { TableValue } from "../../values/table.ts";
import { elementsOf, textOf, type Element } from "./read-xml.ts";

/**
 * A document as nested tables (`Xml.Tables`). A root without attributes, all of whose elements are tables, is a list of them by
 * name; any other is one row.
 */
export function flattenDocument(root: Element): TableValue {
  const children = elementsOf(root);
  const nested = nestedNames([root]);
  const isList = root.attributes.length === 0 && children.length > 0 && children.every(({ name }) => nested.has(name));
  const isOneNamespace = children.every((child) => child.namespace === root.namespace);
  if (!isList || !isOneNamespace) return flattenElements([root]);
  return TableValue.from({
    columns: ["Name", "Table"],
    types: [primitiveTypes.text, primitiveTypes.table],
    rows: [...byName(children)].map(([name, elements]) => [name, flattenElements(elements)]),
  });
}

/** An element that is nothing but a text. */
function isSimple(element: Element): boolean {
  return element.attributes.length === 0 && elementsOf(element).length === 0;
}

function byName(elements: readonly Element[]): Map<string, Element[]> {
  const groups = new Map<string, Element[]>();
  for (const element of elements) {
    const group = groups.get(element.name) ?? [];
    group.push(element);
    groups.set(element.name, group);
  }
  return groups;
}

/** A row for each element: its text, its children by name, what is of other namespaces by namespace; last its attributes. */
function flattenElements(elements: readonly Element[]): TableValue {
  const contents = new Map<string, Cell[]>();
  const attributes = new Map<string, Cell[]>();
  const put = (columns: Map<string, Cell[]>, column: string, row: number, cell: Cell): void => {
    const cells = columns.get(column) ?? elements.map((): Cell => null);
    cells[row] = cell;
    columns.set(column, cells);
  };
  const nested = nestedNames(elements);
  for (const [row, element] of elements.entries()) {
    const own = elementsOf(element).filter((child) => child.namespace === element.namespace);
    const text = textOf(element);
    if (own.length === 0 && (text.trim() !== "" || isSimple(element))) put(contents, "Element:Text", row, text);
    for (const [name, children] of byName(own)) {
      put(contents, name, row, nested.has(name) ? flattenElements(children) : textOf(children[0]!));
    }
    for (const [namespace, part] of foreignParts(element)) put(contents, namespace, row, flattenElements([part]));
    for (const { name, namespace, value } of element.attributes) {
      if (namespace === "") put(attributes, `Attribute:${name}`, row, value);
    }
  }
  const columns = [...contents, ...attributes];
  const text = nullableOf(primitiveTypes.text);
  return TableValue.from({
    columns: columns.map(([name]) => name),
    types: columns.map(([, cells]) =>
      cells.every((cell) => cell === null || typeof cell === "string") ? text : anyType,
    ),
    rows: elements.map((_, row) => columns.map(([, cells]) => cells[row]!)),
  });
}

/** The names of children that are more than one text in some of the elements: their columns hold tables. */
function nestedNames(elements: readonly Element[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const element of elements) {
    const own = elementsOf(element).filter((child) => child.namespace === element.namespace);
    for (const [name, children] of byName(own)) {
      if (children.length > 1 || !isSimple(children[0]!)) names.add(name);
    }
  }
  return names;
}

/** What an element has of each other namespace, as an element of that namespace. */
function foreignParts(element: Element): ReadonlyMap<string, Element> {
  const parts = new Map<string, Element>();
  const namespaces = [
    ...elementsOf(element).map((child) => child.namespace),
    ...element.attributes.map((attribute) => attribute.namespace).filter((namespace) => namespace !== ""),
  ];
  for (const namespace of namespaces.filter((one) => one !== element.namespace)) {
    parts.set(namespace, {
      name: element.name,
      namespace,
      attributes: element.attributes
        .filter((attribute) => attribute.namespace === namespace)
        .map((attribute) => ({ ...attribute, namespace: "" })),
      children: elementsOf(element).filter((child) => child.namespace === namespace),
      mixed: undefined,
    });
  }
  return parts;
}
