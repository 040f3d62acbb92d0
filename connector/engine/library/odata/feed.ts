import { printType } from "../../format/index.ts";
import { cannotConvert, checkCount, convertArgument } from "../../types/convert.ts";
import { anyType, nullableOf, primitiveTypes, TypeValue } from "../../types/type-value.ts";
import { Thunk, type Cell } from "../../values/cell.ts";
import { EvaluationError, notSupported } from "../../values/errors.ts";
import { FunctionValue } from "../../values/function.ts";
import { ListValue } from "../../values/list.ts";
import { RecordValue } from "../../values/record.ts";
import { TableValue, type Row } from "../../values/table.ts";
import { read, type Value } from "../../values/value.ts";
import type { TableView, ViewHandler } from "../../values/view.ts";
import { readNames } from "../list/arguments.ts";
import { edmTypeOf, printLiteral } from "./edm.ts";
import { EntityReader } from "./entity.ts";
import type { StructuredType, TypeUse, UnboundFunction } from "./metadata.ts";
import { annotationOf, resolve, type Origin, type Service } from "./service.ts";

/** Reads what is at addresses of an OData service. */
export class Feed {
  readonly #service: Service;
  readonly #reader: EntityReader;

  constructor(service: Service) {
    this.#service = service;
    this.#reader = new EntityReader(service, {
      one: (url) => this.open(url),
      many: (url, use, origin) => this.#table(url, use, origin),
    });
  }

  /**
   * What an address answers: the service's sets and functions as a navigation table, many entities as a table that is fetched
   * page by page, one as a record, a primitive value as it is.
   */
  open(url: string): Value {
    const answer = this.#service.read(url);
    if (answer === null) return null;
    const origin = this.#service.originOf(answer, url);
    if (!origin.context) return this.#navigationTable(answer, origin);
    const { use, selected } = origin.context;
    if (use.isCollection && origin.model.structured(use.name)) return this.#table(url, use, origin, selected);
    const isEntity = origin.model.structured(use.name) !== undefined;
    return this.#reader.value(isEntity ? answer : read(answer.cell("value") ?? null), use, origin);
  }

  #table(url: string, use: TypeUse, origin: Origin, selected?: readonly string[]): TableValue {
    const type = origin.model.structured(use.name)!;
    const tableType = this.#reader.tableType(type, origin.model, selected);
    const rowsAt = (from: string): Iterable<Row> => this.#rows(from, type, selected);
    return TableValue.ofView(new FeedView({ url, type, tableType, rowsAt }));
  }

  /** The rows of all pages, each of which is asked for when the one before has been read. */
  *#rows(from: string, type: StructuredType, selected?: readonly string[]): Iterable<Row> {
    for (let url = from; ;) {
      const page = this.#service.read(url);
      if (page === null) return;
      const list = read(page.cell("value") ?? null);
      if (!(list instanceof ListValue)) throw cannotConvert(list, primitiveTypes.list);
      yield* this.#reader.rows(list, type, this.#service.originOf(page, url), selected);
      const link = annotationOf(page, "nextLink");
      if (typeof link !== "string") return;
      const next = resolve(link, url).href;
      if (next === url)
        throw new EvaluationError("DataFormat.Error", `The OData page '${url}' names itself as the next.`);
      url = next;
    }
  }

  #navigationTable(answer: RecordValue, origin: Origin): TableValue {
    const list = read(answer.cell("value") ?? null);
    if (!(list instanceof ListValue)) throw cannotConvert(list, primitiveTypes.list);
    const rows = list.toArray().flatMap((cell) => {
      const entry = read(cell);
      return entry instanceof RecordValue ? this.#navigationRows(entry, origin) : [];
    });
    const table = TableValue.from({
      columns: ["Name", "Data", "Signature"],
      types: [primitiveTypes.text, anyType, primitiveTypes.text],
      keys: [{ columns: ["Name", "Signature"], primary: true }],
      rows,
    });
    const marks = RecordValue.from({ "NavigationTable.NameColumn": "Name", "NavigationTable.DataColumn": "Data" });
    return table.ascribe({ type: table.type.with({ meta: marks }), meta: undefined });
  }

  #navigationRows(entry: RecordValue, origin: Origin): Row[] {
    const name = textOf(entry, "name");
    const url = resolve(entry.has("url") ? textOf(entry, "url") : name, origin.root).href;
    if (read(entry.cell("kind") ?? null) === "FunctionImport") {
      return origin.model.overloads(name).map((declared) => {
        const made = this.#functionOf(declared, url, origin);
        return [name, made, printType(made.type).replace(/^type /u, "")];
      });
    }
    const use = origin.model.members.get(name);
    if (!use) throw new EvaluationError("DataFormat.Error", `The OData metadata says nothing of '${name}'.`);
    const data: Cell = use.isCollection ? this.#table(url, use, origin) : new Thunk(() => this.open(url));
    return [[name, data, use.isCollection ? "table" : "record"]];
  }

  #functionOf({ name, parameters, result }: UnboundFunction, url: string, { model }: Origin): FunctionValue {
    const typed = parameters.map((parameter) => {
      const isPlain = !parameter.use.isCollection && !model.structured(parameter.use.name);
      const type = isPlain ? edmTypeOf(model.primitiveName(parameter.use.name)).type : anyType;
      return { ...parameter, isPlain, type: parameter.use.nullable ? nullableOf(type) : type };
    });
    const resultKind = model.structured(result.name) ? (result.isCollection ? "table" : "record") : "any";
    const type = new TypeValue("function", { parameters: typed, result: primitiveTypes[resultKind] });
    return new FunctionValue(type, (args) => {
      checkCount(args, type);
      const literals = typed.map((parameter, index) => {
        if (!parameter.isPlain) throw notSupported(`The parameter '${parameter.name}' of the OData function '${name}'`);
        const value = convertArgument(args[index]!, parameter);
        const { name: typeName } = parameter.use;
        const literal = printLiteral(value, model.primitiveName(typeName));
        const isQualified = model.isEnumeration(typeName) && value !== null;
        return `${parameter.name}=${encodeURIComponent(isQualified ? typeName + literal : literal)}`;
      });
      return this.open(`${url}(${literals.join(",")})`);
    });
  }
}

type FeedSource = {
  readonly url: string;
  readonly type: StructuredType;
  readonly tableType: TypeValue;
  readonly rowsAt: (url: string) => Iterable<Row>;
};

/** The entities at an address; the first rows and some of the columns are asked of the service (`$top`, `$select`). */
class FeedView implements TableView {
  readonly #source: FeedSource;
  readonly #columns: readonly string[] | undefined;
  readonly #top: number;

  constructor(source: FeedSource, columns?: readonly string[], top = Infinity) {
    this.#source = source;
    this.#columns = columns;
    this.#top = top;
  }

  type(): TypeValue {
    const { tableType } = this.#source;
    const columns = this.#columns;
    const row = tableType.row;
    if (!columns || !row) return tableType;
    const fields = columns.map((name) => row.fields!.find((field) => field.name === name)!);
    const keys = tableType.keys.filter((key) => key.columns.every((name) => columns.includes(name)));
    return tableType.with({ row: row.with({ fields }), keys });
  }

  *rows(): Iterable<Row> {
    if (this.#top === 0) return;
    const { url, tableType, rowsAt } = this.#source;
    const all = tableType.row!.fields!.map((field) => field.name);
    const positions = this.#columns?.map((name) => all.indexOf(name));
    let left = this.#top;
    for (const row of rowsAt(this.#address(url))) {
      yield positions ? positions.map((position) => row[position]!) : row;
      // A service may take no notice of `$top`.
      if (--left === 0) return;
    }
  }

  ask(handler: ViewHandler, args: readonly Value[]): Value | undefined {
    // An address with a query of its own says already what is asked for.
    if (this.#source.url.includes("?")) return undefined;
    if (handler === "OnTake") {
      const top = Math.min(this.#top, args[0] as number);
      return TableValue.ofView(new FeedView(this.#source, this.#columns, top));
    }
    if (handler !== "OnSelectColumns") return undefined;
    return TableValue.ofView(new FeedView(this.#source, readNames(args[0]!), this.#top));
  }

  #address(url: string): string {
    const { type } = this.#source;
    const columns = this.#columns;
    const asked = type.properties.filter(({ name, isNavigation }) => !isNavigation && columns?.includes(name));
    const hasOthers = columns?.some((name) => !asked.some((property) => property.name === name));
    // Related entities are found by the key, and what is not declared cannot be selected.
    const isNarrowed = asked.length > 0 && hasOthers === false;
    const options = [
      ...(isNarrowed ? [`$select=${encodeURIComponent(columns!.join(","))}`] : []),
      ...(this.#top === Infinity ? [] : [`$top=${this.#top}`]),
    ];
    return options.length === 0 ? url : `${url}?${options.join("&")}`;
  }
}

function textOf(record: RecordValue, name: string): string {
  const value = read(record.cell(name) ?? null);
  if (typeof value === "string") return value;
  throw cannotConvert(value, primitiveTypes.text);
}
