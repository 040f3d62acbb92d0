import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { KnownPartition } from "./partition-plan.ts";

/** What refreshes have left of tables with a policy. */
export type ModelState = {
  readonly tables: Readonly<Record<string, TableState>>;
};

/** One table's partitions, and a mark of the query and parameters that filled them. */
export type TableState = { readonly fingerprint: string; readonly partitions: readonly KnownPartition[] };

const format = "chime-bi refresh state 1";

/** Reads what the last refresh left; a file that is not there is the state before the first one. @throws Error that names the file. */
export function readState(file: string): ModelState {
  if (!existsSync(file)) return { tables: {} };
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Error(`could not read "${file}": ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  if (!isState(content)) {
    throw new Error(`could not read "${file}": it is no state of a refresh; name another file, or remove it`);
  }
  return { tables: content.tables };
}

/** Writes it whole or not at all. */
export function writeState(file: string, { tables }: ModelState): void {
  const part = `${file}.part`;
  writeFileSync(part, `${JSON.stringify({ format, tables }, undefined, 2)}\n`);
  renameSync(part, file);
}

function isState(content: unknown): content is ModelState {
  if (typeof content !== "object" || content === null) return false;
  const { format: found, tables } = content as { format?: unknown; tables?: unknown };
  return found === format && typeof tables === "object" && tables !== null && Object.values(tables).every(isTableState);
}

function isTableState(content: unknown): content is TableState {
  if (typeof content !== "object" || content === null) return false;
  const { fingerprint, partitions } = content as { fingerprint?: unknown; partitions?: unknown };
  return typeof fingerprint === "string" && Array.isArray(partitions) && partitions.every(isKnownPartition);
}

function isKnownPartition(content: unknown): content is KnownPartition {
  if (typeof content !== "object" || content === null) return false;
  const { name, start, end, parts } = content as Partial<Record<keyof KnownPartition, unknown>>;
  const isStretch = typeof name === "string" && typeof start === "number" && typeof end === "number";
  return isStretch && Array.isArray(parts);
}
