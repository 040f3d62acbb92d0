import type { Host } from "../host/host.ts";
import { makeConstant, makeFunction, nameOf, type Group } from "../library/declaration.ts";
import type { DataSource, Evaluation } from "../library/evaluation.ts";
import { extensionGroups, groups } from "../library/index.ts";
import type { Expression, Member, Section, SyntaxTree } from "../syntax/index.ts";
import { Thunk, type Cell } from "../values/cell.ts";
import { expressionError } from "../values/errors.ts";
import type { BinaryValue } from "../values/binary.ts";
import { metadataOf, withMetadata } from "../values/metadata.ts";
import { RecordValue } from "../values/record.ts";
import { read, type Value } from "../values/value.ts";
import { compile, type Compilation } from "./compile.ts";
import { bindDataSource } from "./data-source.ts";
import { Frame } from "./frame.ts";
import { Scope } from "./scope.ts";
import { evaluatedText, passing, positionOf } from "./trace.ts";

/** The documents that an evaluation knows, beside the library. */
export type Documents = {
  /** Section documents of the user: a template, the queries of a project. */
  readonly sections: readonly SyntaxTree[];
  /** Section documents of extensions, whose data source functions carry credentials. */
  readonly extensions: readonly SyntaxTree[];
  /** Expressions that stand in for shared members of the sections, by name: the values of parameters. */
  readonly parameters: Readonly<Record<string, SyntaxTree>>;
};

/**
 * One evaluation: the library and a set of documents over a host. Members are evaluated when first needed, each once; a new
 * session starts afresh.
 */
export class Session implements Evaluation {
  readonly host: Host;
  readonly extension = undefined;
  readonly webCache: Map<string, BinaryValue>;
  readonly #library: ReadonlyMap<string, Cell>;
  readonly #shared = new Map<string, Cell>();
  readonly #sections = new Map<string, ReadonlyMap<string, Cell>>();
  readonly #parameters: Documents["parameters"];
  #dataSource: DataSource | undefined;
  #fixedNow: number | undefined;
  #sharedRecord: RecordValue | undefined;

  /** `webCache` is handed over, so that evaluations of one Desktop refresh can share it. */
  constructor(host: Host, documents: Documents, webCache = new Map<string, BinaryValue>()) {
    this.host = host;
    this.webCache = webCache;
    this.#parameters = documents.parameters;
    this.#library = makeLibrary(groups, this);
    for (const tree of documents.extensions) this.#add(tree, true);
    for (const tree of documents.sections) this.#add(tree, false);
  }

  /** The value of an expression document. @throws EvaluationError */
  evaluate(tree: SyntaxTree): Value {
    if (tree.root.kind === "section")
      throw expressionError(`The document '${tree.document}' is a section, not an expression.`);
    const scope = Scope.root((name) => this.#global(name));
    return run(tree.root.value, scope, { document: tree.document, carry: undefined });
  }

  shared(): RecordValue {
    return (this.#sharedRecord ??= RecordValue.fromEntries([...new Map([...this.#library, ...this.#shared])]));
  }

  fixedNow(): number {
    return (this.#fixedNow ??= this.host.now());
  }

  findInLibrary(name: string): Cell | undefined {
    return this.#library.get(name);
  }

  evaluateText(text: string, environment: RecordValue): Value {
    const tree = this.host.parse(text, evaluatedText);
    if (tree.root.kind === "section") throw expressionError("Expression.Evaluate takes an expression, not a section.");
    const scope = Scope.root((name) => environment.cell(name));
    return run(tree.root.value, scope, { document: tree.document, carry: this.#carry });
  }

  dataSource(): DataSource | undefined {
    return this.#dataSource;
  }

  /** Runs work on behalf of a data source. */
  within<T>(source: DataSource, work: () => T): T {
    const before = this.#dataSource;
    this.#dataSource = source;
    try {
      return work();
    } finally {
      this.#dataSource = before;
    }
  }

  /** What an extension makes while it runs for a data source goes on running for it, whenever that is. */
  readonly #carry: NonNullable<Compilation["carry"]> = (work) => {
    const source = this.#dataSource;
    return source ? (...args) => this.within(source, () => work(...args)) : work;
  };

  #global(name: string, own?: ReadonlyMap<string, Cell>): Cell | undefined {
    if (name === "#shared") {
      return new Thunk(() => RecordValue.fromEntries([...new Map([...this.shared().entries(), ...(own ?? [])])]));
    }
    if (name === "#sections") return new Thunk(() => this.#sectionsRecord());
    return own?.get(name) ?? this.#shared.get(name) ?? this.#library.get(name);
  }

  #sectionsRecord(): RecordValue {
    return RecordValue.fromEntries(
      [...this.#sections].map(([name, members]) => [name, RecordValue.fromEntries([...members])] as const),
    );
  }

  #add(tree: SyntaxTree, isExtension: boolean): void {
    if (tree.root.kind !== "section") throw expressionError(`The document '${tree.document}' is not a section.`);
    const section = tree.root;
    if (this.#sections.has(section.name)) {
      throw expressionError(`The section '${section.name}' is defined more than once.`);
    }
    const own = isExtension ? makeLibrary(extensionGroups, this.#viewOf(section.name)) : undefined;
    const members = new Map<string, Cell>();
    for (const member of section.members) {
      const parameter = own || !member.isShared ? undefined : this.#parameters[member.name];
      const cell = new Thunk(() => {
        const value = this.#member(section, member, { members, document: tree.document, own });
        // The metadata says that it is a parameter; a value given for it does not change that.
        return parameter ? withMetadata(this.evaluate(parameter), metadataOf(value)) : value;
      });
      members.set(member.name, cell);
      if (member.isShared) this.#share(member.name, cell);
    }
    this.#sections.set(section.name, members);
  }

  /** This evaluation as the code of an extension sees it. */
  #viewOf(extension: string): Evaluation {
    return {
      host: this.host,
      extension,
      fixedNow: () => this.fixedNow(),
      findInLibrary: (name) => this.findInLibrary(name),
      shared: () => this.shared(),
      evaluateText: (text, environment) => this.evaluateText(text, environment),
      dataSource: () => this.#dataSource,
      webCache: this.webCache,
    };
  }

  /** Two sections that share a name: using it is the error, not loading them (specification: "Sections"). */
  #share(name: string, cell: Cell): void {
    const isTaken = this.#shared.has(name);
    const clash = new Thunk(() => {
      throw expressionError(`The name '${name}' is shared by more than one section.`);
    });
    this.#shared.set(name, isTaken ? clash : cell);
  }

  #member(section: Section, member: Member, place: MemberPlace): Value {
    const { members, document, own } = place;
    const scope = Scope.root((name, isInclusive) => {
      const neighbour = name === member.name && !isInclusive ? undefined : members.get(name);
      return neighbour ?? this.#global(name, own);
    });
    const value = run(member.value, scope, { document, carry: own && this.#carry });
    const kind = member.attributes["DataSource.Kind"];
    if (!own || typeof kind !== "string") return value;
    const isAnonymous = (): boolean => offersOnlyAnonymous(members.get(kind));
    return bindDataSource(value, { extension: section.name, kind, isAnonymous }, (source, work) =>
      this.within(source, work),
    );
  }
}

/** Where a member stands: its neighbours, its document, and the names that only its extension has. */
type MemberPlace = {
  readonly members: ReadonlyMap<string, Cell>;
  readonly document: string;
  readonly own: ReadonlyMap<string, Cell> | undefined;
};

/** Reads the kind's record: `[Authentication = [Anonymous = …]]`, or `Implicit`, which is the same. */
function offersOnlyAnonymous(kind: Cell | undefined): boolean {
  const record = kind === undefined ? null : read(kind);
  const authentication = record instanceof RecordValue ? read(record.cell("Authentication") ?? null) : null;
  if (!(authentication instanceof RecordValue) || authentication.names.length === 0) return false;
  return authentication.names.every((name) => name === "Anonymous" || name === "Implicit");
}

function run(expression: Expression, scope: Scope, compilation: Compilation): Value {
  const code = compile(expression, scope, compilation);
  try {
    return code(new Frame(scope.layout.size, undefined));
  } catch (error) {
    throw passing(error, undefined, positionOf(compilation.document, expression.at));
  }
}

function makeLibrary(groups: readonly Group[], evaluation: Evaluation): ReadonlyMap<string, Cell> {
  const library = new Map<string, Cell>();
  for (const group of groups) {
    for (const declaration of group.functions) {
      library.set(nameOf(declaration), new Thunk(() => makeFunction(declaration, evaluation)));
    }
    for (const constant of group.constants ?? []) library.set(constant.name, makeConstant(constant, evaluation));
  }
  return library;
}
