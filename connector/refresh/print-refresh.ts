import { styleText } from "node:util";
import type { RefreshResult, TableResult } from "./run-refresh.ts";

const headings = ["table", "rows", "requests", "received", "time", ""] as const;

/** A refresh as a table for people: a row a table, a closing line, and every error below it. Colours only where they are wanted. */
export function printRefresh(result: RefreshResult, hasColour: boolean): string {
  const paint = (format: "green" | "red" | "dim", text: string): string =>
    hasColour ? styleText(format, text, { validateStream: false }) : text;
  const rows = result.tables.map((table) => [
    table.name,
    table.ok ? table.rows.toLocaleString("en-US") : "–",
    String(table.requests),
    size(table.bytes),
    time(table.milliseconds),
    verdict(table),
  ]);
  const widths = headings.map((heading, column) => Math.max(heading.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column === 0 || column === 5 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
      )
      .join("  ")
      .trimEnd();
  const body = rows.map((row, index) => paintVerdict(line(row), result.tables[index]!, paint));
  const errors = result.tables.flatMap((table) =>
    table.error ? [`${paint("red", table.name)}: ${table.error.reason}: ${table.error.message}`] : [],
  );
  return [paint("dim", line(headings)), ...body, "", total(result), ...errors].join("\n");
}

function paintVerdict(
  line: string,
  table: TableResult,
  paint: (format: "green" | "red", text: string) => string,
): string {
  const word = verdict(table);
  return line.slice(0, line.length - word.length) + paint(table.ok && table.errors === 0 ? "green" : "red", word);
}

function verdict(table: TableResult): string {
  if (!table.ok) return "failed";
  return table.errors === 0 ? "ok" : `${table.errors} cells with errors`;
}

function total(result: RefreshResult): string {
  const sum = (of: (table: TableResult) => number): number => result.tables.reduce((so, table) => so + of(table), 0);
  const failed = result.tables.filter((table) => !table.ok).length;
  const requests = sum((table) => table.requests) + result.planning.requests;
  return [
    `${result.tables.length} tables`,
    `${sum((table) => table.rows).toLocaleString("en-US")} rows`,
    `${requests} requests (${result.planning.requests} to list the tables)`,
    size(sum((table) => table.bytes) + result.planning.bytes),
    time(result.milliseconds),
    failed === 0 ? "all refreshed" : `${failed} failed`,
  ].join(", ");
}

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function time(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
