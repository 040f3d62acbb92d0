import type { LoadedCell, LoadedColumn, Outcome } from "../../engine/index.ts";
import type { LoadedPart } from "../policy/partition-plan.ts";
import type { Partition } from "../policy/partitions.ts";
import { clockIn } from "../policy/period.ts";
import type { PlannedTable } from "../plan.ts";
import { shapeOf, type Shape } from "./columns.ts";
import type { Slot } from "./evaluations.ts";
import type { RefreshOptions, RowTarget, WorkItem } from "./options.ts";
import type { CallRecord } from "./wire.ts";
import { missingColumn, toRefreshError, type Look, type RefreshError } from "./words.ts";

/** One thing to load: a table, or the part of a partition that no earlier refresh has loaded. */
export type Unit = {
  readonly table: PlannedTable;
  readonly item: WorkItem;
  readonly range: Partition | undefined;
  /** The M to evaluate and the name of its document, in which it begins on the second line. */
  readonly source: { readonly text: string; readonly document: string };
  readonly polling: { readonly text: string; readonly document: string } | undefined;
  /** What an earlier refresh loaded for the same range. */
  readonly known: LoadedPart | undefined;
};

/** What became of a unit. */
export type UnitResult = {
  readonly fate: "loaded" | "unchanged" | "failed";
  readonly rows: number;
  readonly errors: number;
  readonly milliseconds: number;
  readonly shape: Shape | undefined;
  readonly error: RefreshError | undefined;
  /** When it was loaded, in milliseconds since 1970. */
  readonly at: number;
  readonly bookmark?: string;
  readonly file?: string;
};

/** A unit that was not even begun, or was cut off. */
export function failedUnit(error: RefreshError, milliseconds = 0): UnitResult {
  return { fate: "failed", rows: 0, errors: 0, milliseconds, shape: undefined, error, at: 0 };
}

/**
 * Loads a unit as Power BI does: asks whether it has changed where there is a polling expression, then for no rows to learn the
 * columns, then for all rows.
 *
 * @throws whatever the caller's own `openRows` and what it gives throw.
 */
export async function loadUnit(unit: Unit, slot: Slot, options: RefreshOptions, look: Look): Promise<UnitResult> {
  const startedAt = performance.now();
  const at = options.now ?? Date.now();
  const { table, item } = unit;
  const parameters = unit.range ? rangeParameters(unit.range) : {};
  const ended = (): number => performance.now() - startedAt;
  const fail = (outcome: Extract<Outcome, { ok: false }>): UnitResult =>
    failedUnit(toRefreshError(options.as, table.name, outcome.error, look), ended());

  let bookmark: string | undefined;
  if (unit.polling) {
    slot.work({ ...item, pass: "polling" });
    const polled = await slot.engine.evaluate(wrap(unit.polling.text, "value"), unit.polling.document, parameters);
    if (!polled.ok) return fail(polled);
    bookmark = polled.value?.m ?? "";
    if (bookmark === unit.known?.bookmark) {
      const { rows, file } = unit.known;
      const kept = { rows, bookmark, ...(file !== undefined && { file }) };
      return { fate: "unchanged", errors: 0, milliseconds: ended(), shape: undefined, error: undefined, at, ...kept };
    }
  }

  const schema = await pass(slot, unit, "schema", parameters, {});
  if (!schema.outcome.ok) return fail(schema.outcome);
  const [missing] = shapeOf(schema.columns, table.columns).missing;
  if (missing) return failedUnit(missingColumn(options.as, table.name, missing.sourceColumn), ended());

  const writer = new UnitWriter(unit, options);
  const data = await pass(slot, unit, "data", parameters, {
    onColumns: (columns) => {
      writer.shape = shapeOf(columns, table.columns);
      options.onColumns?.(table.name, columns);
    },
    onRows: (rows) => writer.write(rows),
  });
  if (writer.failure !== undefined) throw writer.failure;
  if (!data.outcome.ok) return fail(data.outcome);
  const file = await writer.finish();
  return {
    fate: "loaded",
    rows: writer.rows,
    errors: writer.errors,
    milliseconds: ended(),
    shape: writer.shape,
    error: undefined,
    at,
    ...(bookmark !== undefined && { bookmark }),
    ...(file !== undefined && { file }),
  };
}

type Sink = Parameters<Slot["engine"]["load"]>[1];

async function pass(
  slot: Slot,
  { item, source }: Unit,
  kind: "schema" | "data",
  parameters: Readonly<Record<string, string>>,
  sink: Sink,
): Promise<{ outcome: Outcome; columns: readonly LoadedColumn[] }> {
  let columns: readonly LoadedColumn[] = [];
  slot.work({ ...item, pass: kind });
  const outcome = await slot.engine.load(
    wrap(source.text, kind === "schema" ? "if value is table then Table.FirstN(value, 0) else value" : "value"),
    {
      ...sink,
      onColumns: (loaded) => {
        columns = loaded;
        sink.onColumns?.(loaded);
      },
    },
    source.document,
    parameters,
  );
  return { outcome, columns };
}

/** The text stands on lines of its own, from the second. */
function wrap(text: string, result: string): string {
  return `let value =\n${text}\nin ${result}`;
}

/** Takes the rows of a unit to where they go. */
class UnitWriter {
  shape: Shape | undefined;
  rows = 0;
  errors = 0;
  /** What the caller's side threw: the engine would make an error of M of it. */
  failure: Error | undefined;
  readonly #unit: Unit;
  readonly #options: RefreshOptions;
  #target: RowTarget | undefined;

  constructor(unit: Unit, options: RefreshOptions) {
    this.#unit = unit;
    this.#options = options;
  }

  async write(rows: readonly (readonly LoadedCell[])[]): Promise<void> {
    try {
      const taken = rows.map((row) => this.shape!.take(row));
      this.rows += rows.length;
      this.errors += taken.reduce((sum, { errors }) => sum + errors, 0);
      const target = await this.#open();
      const loaded = taken.map(({ row }) => row);
      this.#options.onRows?.(this.#unit.table.name, loaded);
      await target?.write(loaded);
      this.#options.onProgress?.(this.#unit.item, this.rows);
    } catch (failure) {
      this.failure = failure instanceof Error ? failure : new Error(String(failure));
      throw failure;
    }
  }

  async finish(): Promise<string | undefined> {
    const target = await this.#open();
    return target?.finish();
  }

  async #open(): Promise<RowTarget | undefined> {
    return (this.#target ??= await this.#options.openRows?.(this.#unit.item, this.shape!.columns));
  }
}

/** The two parameters that the Service sets for each partition. */
function rangeParameters({ start, end }: Partition): Readonly<Record<string, string>> {
  return { RangeStart: toDateTime(start), RangeEnd: toDateTime(end) };
}

function toDateTime(moment: number): string {
  const date = new Date(moment);
  return `#datetime(${date.getUTCFullYear()}, ${date.getUTCMonth() + 1}, ${date.getUTCDate()}, 0, 0, 0)`;
}

/**
 * Whether a range was over when it was loaded. The range has no zone: it is over when it is by the clock of the refresh and when no
 * time that was asked for lies ahead; where none was asked for, also by UTC.
 */
export function wasOver(range: Partition, at: number, zone: string, calls: readonly CallRecord[]): boolean {
  const asked = calls.flatMap(({ url }) => timesIn(url));
  if (clockIn(zone, at) < range.end) return false;
  return asked.length > 0 ? asked.every((time) => time <= at) : at >= range.end;
}

const timeForm = /\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?/gu;

/** The zone furthest behind, in milliseconds: a time without a zone has come everywhere that long after it has in UTC. */
const furthestBehind = 12 * 3_600_000;

/** The instants that a URL speaks of; a time without a zone is the last one that it may mean. */
function timesIn(url: string): readonly number[] {
  return [...decode(url).matchAll(timeForm)]
    .map(([text, offset]) =>
      offset === undefined ? Date.parse(text.includes("T") ? `${text}Z` : text) + furthestBehind : Date.parse(text),
    )
    .filter(Number.isFinite);
}

/** The days that a URL speaks of. */
export function daysIn(url: string): readonly string[] {
  return [...decode(url).matchAll(/\d{4}-?\d\d-?\d\d(?!\d)/gu)].map(([text]) => text);
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    // A URL that is not encoded well is read as it is.
    return url;
  }
}
