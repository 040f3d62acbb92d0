import { anyType, nullableOf, primitiveTypes } from "../../types/type-value.ts";
import type { Cell } from "../../values/cell.ts";
import { TableValue } from "../../values/table.ts";
import { elementsOf, textOf, type Element } from "./read-xml.ts";

/**
 * A document as nested tables (`Xml.Tables`). A root without attributes and texts that holds only elements with something in
 * them is a list of tables by element name; any other is one row.
 */
export function flattenDocument(root: Element): TableValue {
  const children = elementsOf(root);
  const isList = root.attributes.length === 0 && children.length > 0 && children.every((child) => !isSimple(child));
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

/** A row for each element: its children by name, what is of other namespaces by namespace, its attributes, its text. */
function flattenElements(elements: readonly Element[]): TableValue {
  const columns = new Map<string, Cell[]>();
  const put = (column: string, row: number, cell: Cell): void => {
    const cells = columns.get(column) ?? elements.map((): Cell => null);
    cells[row] = cell;
    columns.set(column, cells);
  };
  const nested = nestedNames(elements);
  for (const [row, element] of elements.entries()) {
    const own = elementsOf(element).filter((child) => child.namespace === element.namespace);
    for (const [name, children] of byName(own)) {
      put(name, row, nested.has(name) ? flattenElements(children) : textOf(children[0]!));
    }
    for (const [namespace, part] of foreignParts(element)) put(namespace, row, flattenElements([part]));
    for (const { name, namespace, value } of element.attributes) {
      if (namespace === "") put(`Attribute:${name}`, row, value);
    }
    const text = textOf(element);
    if (own.length === 0 && (text.trim() !== "" || isSimple(element))) put("Element:Text", row, text);
  }
  const text = nullableOf(primitiveTypes.text);
  return TableValue.from({
    columns: [...columns.keys()],
    types: [...columns.values()].map((cells) =>
      cells.every((cell) => cell === null || typeof cell === "string") ? text : anyType,
    ),
    rows: elements.map((_, row) => [...columns.values()].map((cells) => cells[row]!)),
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
    });
  }
  return parts;
}
