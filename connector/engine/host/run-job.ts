import { printNamedType, printTextLiteral, printValue, toJson } from "../format/index.ts";
import { Session } from "../evaluate/index.ts";
import type { TypeValue } from "../types/type-value.ts";
import type { BinaryValue } from "../values/binary.ts";
import { force, type Cell } from "../values/cell.ts";
import { EvaluationError } from "../values/errors.ts";
import { ListValue } from "../values/list.ts";
import { RecordValue } from "../values/record.ts";
import { TableValue } from "../values/table.ts";
import { kindOf, plain, type Value } from "../values/value.ts";
import type { Host } from "./host.ts";
import { findCredential, localOffsets } from "./settings.ts";
import type {
  Answer,
  Job,
  LoadedCell,
  LoadedColumn,
  Notice,
  Outcome,
  PrintedError,
  Question,
  Settings,
  Source,
} from "./protocol.ts";

/** The ways out of the thread. */
export type Channel = {
  readonly ask: (question: Question) => Answer;
  readonly sleep: (milliseconds: number) => void;
  readonly tell: (notice: Notice) => void;
};

/** Rows that go to the main thread at once. */
const rowsABatch = 500;

/** Answers of the web that jobs of this thread share, where they may. */
const sharedCache = new Map<string, BinaryValue>();

/** Documents of the thread's last job. */
let heldSource: Source | undefined;

/** Evaluates a job. Whatever goes wrong is its outcome: nothing is thrown. */
export function runJob(job: Job, channel: Channel): Outcome {
  try {
    heldSource = job.source ?? heldSource;
    if (!heldSource) throw new Error("the first job of a thread came without its documents");
    const documents = { ...heldSource, parameters: { ...heldSource.parameters, ...job.parameters } };
    const host = makeHost(job.settings, heldSource, channel);
    const session = new Session(host, documents, job.sharesCache ? sharedCache : undefined);
    const value = session.evaluate(job.expression);
    if (job.output === "rows") return loadRows(value, channel);
    const m = printValue(value, { hasKindsOnly: job.output === "golden" });
    return { ok: true, value: { kind: kindOf(value), m, json: jsonOf(value) }, rows: 0, errors: 0 };
  } catch (error) {
    return { ok: false, error: printError(error) };
  }
}

/** What JSON cannot say (functions, types, a cell that is an error) leaves the value with its M text alone. */
function jsonOf(value: Value): unknown {
  try {
    return toJson(value);
  } catch (error) {
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}

function makeHost(settings: Settings, source: Source, { ask, sleep, tell }: Channel): Host {
  const frozen = settings.now;
  return {
    now: frozen === undefined ? () => Date.now() : () => frozen,
    zone: settings.zone ?? "UTC",
    localOffsetAt: localOffsets(settings.zone ?? "UTC"),
    culture: settings.culture ?? "en-US",
    failsOnFoldingFailure: settings.failsOnFoldingFailure ?? false,
    sleep,
    http: (request) => {
      const answer = ask({ kind: "http", request });
      if (answer.kind !== "http") throw new Error("an answer to another question came");
      return answer.answer;
    },
    parse: (text, document) => {
      const answer = ask({ kind: "parse", text, document });
      if (answer.kind !== "parse") throw new Error("an answer to another question came");
      if (answer.tree) return answer.tree;
      throw new EvaluationError("Expression.SyntaxError", answer.error ?? "the text could not be parsed");
    },
    credential: (kind, path) => findCredential(settings.credentials ?? [], kind, path),
    extensionFile: (extension, file) => source.files[extension]?.[file],
    readFile: (path) => {
      const answer = ask({ kind: "file", path });
      if (answer.kind !== "file") throw new Error("an answer to another question came");
      return answer.answer;
    },
    readFolder: (path) => {
      const answer = ask({ kind: "folder", path });
      if (answer.kind !== "folder") throw new Error("an answer to another question came");
      return answer.answer;
    },
    trace: (entry) => {
      tell({ kind: "trace", ...entry });
    },
  };
}

/** Sends a value's rows out as Power BI loads it: a table as it is, a list as one column, a record as one row, a scalar as one cell. */
function loadRows(value: Value, { ask }: Channel): Outcome {
  const table = tableOf(plain(value));
  ask({ kind: "columns", columns: table.columns.map((name, index) => columnOf(name, table.columnTypes[index]!)) });
  let batch: LoadedCell[][] = [];
  let rows = 0;
  let errors = 0;
  const flush = (): void => {
    if (batch.length > 0) ask({ kind: "rows", rows: batch });
    batch = [];
  };
  for (const row of table.rows()) {
    batch.push(
      row.map((cell) => {
        try {
          return loadCell(cell);
        } catch (error) {
          errors++;
          return { error: printError(error) };
        }
      }),
    );
    rows++;
    if (batch.length >= rowsABatch) flush();
  }
  flush();
  return { ok: true, value: undefined, rows, errors };
}

function tableOf(value: ReturnType<typeof plain>): TableValue {
  if (value instanceof TableValue) return value;
  if (value instanceof ListValue) {
    return TableValue.from({
      columns: ["Value"],
      rows: function* () {
        for (const cell of value.cells()) yield [cell];
      },
    });
  }
  if (value instanceof RecordValue) return TableValue.from({ columns: value.names, rows: [value.cells] });
  return TableValue.from({ columns: ["Value"], rows: [[value]] });
}

function columnOf(name: string, type: TypeValue): LoadedColumn {
  return { name, type: type.of, isNullable: type.nullable, m: printNamedType(type) };
}

/** @throws EvaluationError for a value that a model's cell cannot hold, in Power Query's words. */
function loadCell(cell: Cell): LoadedCell {
  const value = plain(force(cell));
  const kind = kindOf(value);
  if (["list", "record", "table", "function", "type"].includes(kind)) {
    throw new EvaluationError(
      "Expression.Error",
      `We cannot return a value of type ${printKind(kind)} in this context`,
    );
  }
  return toJson(value);
}

function printKind(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** An error as it leaves the engine: limits of the machine become the engine's own words. */
function printError(error: unknown): PrintedError {
  if (!(error instanceof EvaluationError)) return printFault(error);
  const { detail, position, frames } = error;
  return {
    reason: error.reason,
    message: error.message,
    detail: detail === null ? null : printDetail(detail),
    position,
    frames,
  };
}

/** A detail may be a whole table, and reading it may fail or never end: enough of it is shown. */
function printDetail(detail: Value): string {
  try {
    return printValue(detail, { depth: 8, items: 100 });
  } catch (error) {
    const { reason, message } = error instanceof EvaluationError ? error : printFault(error);
    if (reason === "Engine.Fault") throw error;
    return `error ${printTextLiteral(message)}`;
  }
}

function printFault(error: unknown): PrintedError {
  const isOverflow = error instanceof RangeError && /call stack/iu.test(error.message);
  const isTooLarge =
    error instanceof RangeError && /invalid (?:string|array|typed array) length|allocation/iu.test(error.message);
  const message = isOverflow
    ? "Evaluation resulted in a stack overflow and cannot continue."
    : isTooLarge
      ? "Evaluation ran out of memory and can't continue."
      : `the engine failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  return {
    reason: isOverflow ? "Expression.Error" : isTooLarge ? "Engine.Limit" : "Engine.Fault",
    message,
    detail: null,
    position: undefined,
    frames: [],
  };
}
