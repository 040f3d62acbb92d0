import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { open, rename, type FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import { formats, type FormatName, type RowWriter } from "../../client/index.ts";
import type { LoadedCell } from "../../engine/index.ts";
import type { ModelState } from "../policy/state.ts";
import type { TableColumn } from "../run/columns.ts";
import type { RowTarget, WorkItem } from "../run/options.ts";

/**
 * The files of a refresh: `Table.csv`, or for a table with a policy `Table/Part.csv`, one for each part that was loaded at once, so
 * that the rows of the folder are those of the table. All have other names until the refresh has succeeded: a failed one leaves the
 * files of the last one as they were, as Power BI does with the model.
 */
export class TableFiles {
  readonly #folder: string;
  readonly #format: Exclude<FormatName, "jsonl">;
  readonly #written = new Map<string, { readonly file: string; readonly handle: FileHandle }>();
  readonly #names = new Map<string, string>();

  /** @throws Error when the folder cannot be made. */
  constructor(folder: string, format: Exclude<FormatName, "jsonl">) {
    this.#folder = folder;
    this.#format = format;
    try {
      mkdirSync(folder, { recursive: true });
    } catch (cause) {
      throw new Error(`could not write to "${folder}": ${cause instanceof Error ? cause.message : String(cause)}`, {
        cause,
      });
    }
  }

  /** Opens the file of a table or a part. */
  async open(item: WorkItem, columns: readonly TableColumn[]): Promise<RowTarget> {
    const name = this.#fileOf(item);
    const file = join(this.#folder, name);
    const part = `${file}.part`;
    mkdirSync(dirname(file), { recursive: true });
    const handle = await open(part, "w");
    this.#written.set(part, { file, handle });
    const writer = await startWriting(handle, this.#format, item, columns);
    return {
      write: (rows) => writer.write(rows.map((row) => toRow(row, columns))),
      finish: async () => {
        await writer.finish();
        await handle.close();
        return item.partition === undefined ? undefined : name;
      },
    };
  }

  /** Whether a file that an earlier refresh wrote is there, in this format. */
  readonly hasFile = (_table: string, file: string | undefined): boolean =>
    file !== undefined && file.endsWith(`.${this.#format}`) && existsSync(join(this.#folder, file));

  /** Gives what was written its name. */
  async keep(): Promise<void> {
    for (const [part, { file }] of this.#written) await rename(part, file);
    this.#written.clear();
  }

  /** Removes files of partitions that the state no longer speaks of: merged ones that were loaded anew, and dropped ones. */
  removeForgotten({ tables }: ModelState): void {
    for (const [table, { partitions }] of Object.entries(tables)) {
      const folder = this.#nameOf(table);
      const known = new Set(partitions.flatMap(({ parts }) => parts.map(({ file }) => file)));
      for (const file of listFiles(join(this.#folder, folder))) {
        if (partFile.test(file) && !known.has(`${folder}/${file}`)) rmSync(join(this.#folder, folder, file));
      }
    }
  }

  /** Removes what was written. */
  async discard(): Promise<void> {
    for (const [part, { handle }] of this.#written) {
      await handle.close();
      rmSync(part, { force: true });
    }
    this.#written.clear();
  }

  #fileOf({ table, partition }: WorkItem): string {
    const name = this.#nameOf(table);
    return partition === undefined ? `${name}.${this.#format}` : `${name}/${partition}.${this.#format}`;
  }

  /** A table's name as every file system takes it; a second one that comes out the same gets a number. */
  #nameOf(table: string): string {
    const known = this.#names.get(table);
    if (known !== undefined) return known;
    const plain = table.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "_").replace(/[. ]+$/u, "_");
    const taken = new Set([...this.#names.values()].map((name) => name.toLowerCase()));
    let name = plain;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${plain} (${number})`;
    this.#names.set(table, name);
    return name;
  }
}

/** The names that parts get: nothing else in the folder is touched. */
const partFile = /^\d{4}(?:Q\d(?:\d\d){0,2})?\.(?:csv|parquet)(?:\.part)?$/u;

function listFiles(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

async function startWriting(
  handle: FileHandle,
  format: FormatName,
  { table, partition }: WorkItem,
  columns: readonly TableColumn[],
): Promise<RowWriter> {
  const fields = columns.map(({ name, kind }) => ({ name, kind, nullable: true }));
  const notes = { table, ...(partition !== undefined && { partition }) };
  const writer = await formats[format]({ columns: fields, notes }, async (piece) => {
    await handle.appendFile(piece);
  });
  return writer;
}

/** What a file's cell can hold. */
type FileCell = string | number | boolean | null;

function toRow(cells: readonly LoadedCell[], columns: readonly TableColumn[]): Record<string, FileCell> {
  return Object.fromEntries(
    columns.map(({ name, kind }, index) => [name, toCell((cells[index] ?? null) as FileCell, kind)]),
  );
}

function toCell(cell: FileCell, kind: TableColumn["kind"]): FileCell {
  return cell !== null && kind === "text" ? String(cell) : cell;
}
