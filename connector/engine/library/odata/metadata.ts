import { EvaluationError } from "../../values/errors.ts";
import { elementsOf, readXml, type Element } from "../xml/read-xml.ts";

/** The type of a property, a parameter or a result: a qualified name, and whether there are many. */
export type TypeUse = { readonly name: string; readonly isCollection: boolean; readonly nullable: boolean };

/** A property of an entity or complex type. */
export type Property = { readonly name: string; readonly use: TypeUse; readonly isNavigation: boolean };

/** An entity or complex type with all that it has of the types it derives from. */
export type StructuredType = {
  readonly name: string;
  readonly isOpen: boolean;
  /** The names of the key's properties; none for a complex type. */
  readonly key: readonly string[];
  readonly properties: readonly Property[];
};

/** A function that stands on its own, not on an entity. */
export type UnboundFunction = {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly use: TypeUse }[];
  readonly result: TypeUse;
};

/** What a service's `$metadata` says (OData CSDL XML 4.01), read as far as data needs it. */
export class Model {
  /** The type that each entity set and singleton holds. */
  readonly members = new Map<string, TypeUse>();
  readonly #types = new Map<string, Element>();
  readonly #functions: Element[] = [];
  readonly #imports = new Map<string, string>();
  readonly #aliases = new Map<string, string>();
  readonly #structured = new Map<string, StructuredType>();

  /** @throws EvaluationError when the text is no metadata document of version 4. */
  constructor(text: string, url: string) {
    const root = readXml(text);
    const version = attributeOf(root, "Version") ?? "";
    if (root.name !== "Edmx" || !/^4\.\d+$/u.test(version)) {
      const found =
        root.name === "Edmx" ? `version ${version === "" ? "unknown" : version}` : `an element '${root.name}'`;
      throw new EvaluationError(
        "DataSource.Error",
        `OData.Feed reads services of OData version 4; the metadata at '${url}' is ${found}.`,
      );
    }
    const schemas = elementsOf(root).flatMap((services) => childrenOf(services, "Schema"));
    for (const schema of schemas) {
      const alias = attributeOf(schema, "Alias");
      if (alias !== undefined) this.#aliases.set(alias, attributeOf(schema, "Namespace") ?? "");
    }
    for (const schema of schemas) {
      const namespace = attributeOf(schema, "Namespace") ?? "";
      for (const element of elementsOf(schema)) this.#declare(element, namespace);
    }
  }

  /** An entity or complex type; `undefined` when the name is another type's. */
  structured(name: string): StructuredType | undefined {
    const element = this.#types.get(name);
    if (element?.name !== "EntityType" && element?.name !== "ComplexType") return undefined;
    let type = this.#structured.get(name);
    if (!type) {
      type = this.#readStructured(name, element);
      this.#structured.set(name, type);
    }
    return type;
  }

  /** Whether values of other types may stand where this one is expected. */
  isPolymorphic(name: string): boolean {
    return [...this.#types.values()].some((element) => this.#qualify(attributeOf(element, "BaseType") ?? "") === name);
  }

  /** The primitive type that a value is written as: an enumeration's is text. */
  primitiveName(name: string): string {
    if (name.startsWith("Edm.")) return name;
    const element = this.#types.get(name);
    if (element?.name === "EnumType") return "Edm.String";
    if (element?.name === "TypeDefinition") return attributeOf(element, "UnderlyingType") ?? "Edm.Untyped";
    throw new EvaluationError("DataFormat.Error", `The OData metadata says nothing of the type '${name}'.`);
  }

  /** Whether the type is an enumeration, whose values are quoted in addresses with its name. */
  isEnumeration(name: string): boolean {
    return this.#types.get(name)?.name === "EnumType";
  }

  /** The functions behind a function import, one for each overload. */
  overloads(importName: string): readonly UnboundFunction[] {
    const name = this.#imports.get(importName);
    return this.#functions
      .filter((element) => attributeOf(element, "Name") === name && attributeOf(element, "IsBound") !== "true")
      .map((element) => ({
        name: importName,
        parameters: childrenOf(element, "Parameter").map((parameter) => ({
          name: attributeOf(parameter, "Name") ?? "",
          use: this.#useOf(parameter),
        })),
        result: this.#useOf(childrenOf(element, "ReturnType")[0] ?? element),
      }));
  }

  /** The type that a text names: `Collection(NS.Type)` or `NS.Type`, whose namespace may be an alias. */
  parseUse(text: string, nullable = true): TypeUse {
    const inner = /^Collection\((.*)\)$/u.exec(text)?.[1];
    return { name: this.#qualify(inner ?? text), isCollection: inner !== undefined, nullable };
  }

  #declare(element: Element, namespace: string): void {
    const name = attributeOf(element, "Name") ?? "";
    switch (element.name) {
      case "EntityType":
      case "ComplexType":
      case "EnumType":
      case "TypeDefinition":
        this.#types.set(`${namespace}.${name}`, element);
        break;
      case "Function":
        this.#functions.push(element);
        break;
      case "EntityContainer":
        for (const member of elementsOf(element)) this.#declareMember(member);
        break;
    }
  }

  #declareMember(member: Element): void {
    const name = attributeOf(member, "Name") ?? "";
    const type = attributeOf(member, "EntityType") ?? attributeOf(member, "Type");
    if (member.name === "FunctionImport") {
      this.#imports.set(name, (attributeOf(member, "Function") ?? "").split(".").at(-1)!);
    } else if (type !== undefined) {
      this.members.set(name, { ...this.parseUse(type), isCollection: member.name === "EntitySet" });
    }
  }

  #readStructured(name: string, element: Element): StructuredType {
    const baseName = attributeOf(element, "BaseType");
    const base = baseName === undefined ? undefined : this.structured(this.#qualify(baseName));
    const keys = childrenOf(element, "Key").flatMap((key) => childrenOf(key, "PropertyRef"));
    const own = elementsOf(element)
      .filter((child) => child.name === "Property" || child.name === "NavigationProperty")
      .map((child) => ({
        name: attributeOf(child, "Name") ?? "",
        use: this.#useOf(child),
        isNavigation: child.name === "NavigationProperty",
      }));
    return {
      name,
      isOpen: (attributeOf(element, "OpenType") ?? String(base?.isOpen ?? false)) === "true",
      key: keys.length > 0 ? keys.map((key) => attributeOf(key, "Name") ?? "") : (base?.key ?? []),
      properties: [...(base?.properties ?? []), ...own],
    };
  }

  #useOf(element: Element): TypeUse {
    return this.parseUse(attributeOf(element, "Type") ?? "Edm.Untyped", attributeOf(element, "Nullable") !== "false");
  }

  #qualify(name: string): string {
    const dot = name.lastIndexOf(".");
    const namespace = this.#aliases.get(name.slice(0, Math.max(dot, 0)));
    return namespace === undefined ? name : `${namespace}${name.slice(dot)}`;
  }
}

function attributeOf(element: Element, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name && attribute.namespace === "")?.value;
}

function childrenOf(element: Element, name: string): readonly Element[] {
  return elementsOf(element).filter((child) => child.name === name);
}
