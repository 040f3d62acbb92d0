import {
  parse,
  PlacedSyntaxError,
  printIdentifier,
  type Expression,
  type NamedText,
  type SyntaxTree,
} from "../engine/index.ts";
import type { SourceText } from "./model/model.ts";

/** A query of a template or a project, read. */
export type Query = {
  readonly name: string;
  /** The document that it stands in; `Queries.placeOf` leads from there to its file. */
  readonly document: string;
  readonly expression: Expression;
  /** Whether the section shares it: only then can a value be given for it. */
  readonly isShared: boolean;
  /** What a parameter's metadata says of it; `undefined` for what is no parameter. */
  readonly parameter: { readonly type: string | undefined; readonly isRequired: boolean } | undefined;
};

/** Where something stands, for people: line and column from 1. */
export type FilePlace = { readonly file: string; readonly line: number; readonly column: number };

/** The queries of one target, as the engine takes them and as they can be looked into. */
export class Queries {
  readonly sections: NamedText[] = [];
  readonly #queries = new Map<string, Query>();
  readonly #sources = new Map<string, SourceText>();

  /** Adds a section document, every member of which is a query. @throws Error with file, line and column. */
  async addSection(document: string, text: string): Promise<void> {
    this.sections.push({ document, text });
    const { root } = await this.#parse(document, text);
    if (root.kind !== "section") throw new Error(`"${document}" is no section document`);
    for (const { name, value, isShared } of root.members) this.#add(name, document, value, isShared);
  }

  /** Adds one query. @throws Error with file, line and column; Error when there is another of its name. */
  async addQuery(name: string, source: SourceText): Promise<void> {
    if (this.#queries.has(name)) throw new Error(`"${source.file}": there is more than one query "${name}"`);
    const document = `query ${name}`;
    this.#sources.set(document, source);
    // The text begins on the second line, which placeOf counts on.
    const text = `section Query${this.sections.length}; shared ${printIdentifier(name)} =\n${source.text}\n;`;
    this.sections.push({ document, text });
    const { root } = await this.#parse(document, text);
    if (root.kind === "section") this.#add(name, document, root.members[0]!.value, true);
  }

  /** Has a text that is evaluated beside the queries, from the second line of a document, so that its places can be told. */
  addText(document: string, source: SourceText): void {
    this.#sources.set(document, source);
  }

  /** @returns `undefined` when there is no such query. */
  find(name: string): Query | undefined {
    return this.#queries.get(name);
  }

  all(): readonly Query[] {
    return [...this.#queries.values()];
  }

  /** From a place in a document of the engine to the place in the file; `undefined` for a document of something else. */
  placeOf(document: string, line: number, column: number): FilePlace | undefined {
    const source = this.#sources.get(document);
    if (!source)
      return this.sections.some((each) => each.document === document) ? { file: document, line, column } : undefined;
    return { file: source.file, line: source.line + Math.max(0, line - 2), column: column + source.column - 1 };
  }

  #add(name: string, document: string, expression: Expression, isShared: boolean): void {
    this.#queries.set(name, { name, document, expression, isShared, parameter: readParameter(expression) });
  }

  async #parse(document: string, text: string): Promise<SyntaxTree> {
    try {
      return await parse(text, document);
    } catch (cause) {
      if (!(cause instanceof PlacedSyntaxError)) throw cause;
      const place = cause.place && this.placeOf(document, cause.place.line, cause.place.column);
      const where = place ? `"${place.file}", line ${place.line}, column ${place.column}` : document;
      throw new Error(`could not read ${where}: ${cause.message}`, { cause });
    }
  }
}

/** The metadata that makes a query a parameter: `meta [IsParameterQuery = true, Type = "Text", …]`. */
function readParameter(expression: Expression): Query["parameter"] {
  if (expression.kind !== "binary" || expression.operator !== "meta" || expression.right.kind !== "record") {
    return undefined;
  }
  const { fields } = expression.right;
  const literal = (name: string): unknown => {
    const value = fields.find((field) => field.name === name)?.value;
    return value?.kind === "literal" ? value.value : undefined;
  };
  if (literal("IsParameterQuery") !== true) return undefined;
  const type = literal("Type");
  return {
    type: typeof type === "string" ? type : undefined,
    isRequired: literal("IsParameterQueryRequired") === true,
  };
}
