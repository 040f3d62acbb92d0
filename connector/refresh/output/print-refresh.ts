import { styleText } from "node:util";
import type { PartitionResult, RefreshResult, Spent, TableResult } from "../run/result.ts";
import { printCount, printNumber, printSize, printTime } from "./amounts.ts";

type Paint = (format: "green" | "red" | "yellow" | "dim", text: string) => string;

/** A line of the table, and what its last cell is painted with. */
type Row = { readonly cells: readonly string[]; readonly colour: "green" | "red" | "dim" };

const headings = ["table", "rows", "requests", "retries", "received", "time", ""] as const;
const last = headings.length - 1;

/**
 * A refresh as a table for people: a row a table and one below it for each partition, a closing line, then every error in Power BI's
 * words and every warning. Colours only where they are wanted.
 */
export function printRefresh(result: RefreshResult, hasColour: boolean): string {
  const paint: Paint = (format, text) => (hasColour ? styleText(format, text, { validateStream: false }) : text);
  const rows = result.tables.flatMap((table) => [toRow(table), ...partitionRows(table)]);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map(({ cells }) => cells[column]!.length)),
  );
  const align = (cell: string, column: number): string =>
    column === 0 || column === last ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!);
  const line = ({ cells, colour }: Row): string =>
    `${cells.slice(0, last).map(align).join("  ")}  ${paint(colour, cells[last]!)}`.trimEnd();
  return [
    paint("dim", headings.map(align).join("  ").trimEnd()),
    ...rows.map(line),
    "",
    total(result),
    ...result.tables.flatMap((table) => printErrors(table, paint)),
    ...printWarnings(result, paint),
  ].join("\n");
}

function toRow(table: TableResult): Row {
  return { cells: [table.name, ...amounts(table, table.ok), verdict(table)], colour: isWell(table) ? "green" : "red" };
}

function partitionRows({ policy, partitions, dropped }: TableResult): readonly Row[] {
  if (policy === undefined) return [];
  const gone = dropped.map((name): Row => ({ cells: [`  ${name}`, "", "", "", "", "", "dropped"], colour: "dim" }));
  return [
    ...gone,
    ...partitions.map((partition): Row => {
      const colour = partition.fate === "failed" ? "red" : partition.requests === 0 ? "dim" : "green";
      return { cells: [`  ${partition.name}`, ...amounts(partition, true), words[partition.fate]], colour };
    }),
  ];
}

const words: Readonly<Record<PartitionResult["fate"], string>> = {
  loaded: "loaded",
  kept: "kept",
  merged: "merged",
  unchanged: "unchanged",
  directQuery: "DirectQuery",
  failed: "failed",
};

function amounts(spent: Spent & { readonly rows: number }, isWhole: boolean): readonly string[] {
  return [
    isWhole ? printCount(spent.rows) : "–",
    printCount(spent.requests),
    spent.retries === 0 ? "" : printCount(spent.retries),
    printSize(spent.bytes),
    printTime(spent.milliseconds),
  ];
}

function isWell(table: TableResult): boolean {
  return table.ok && table.errors === 0;
}

function verdict(table: TableResult): string {
  if (!table.ok) return "failed";
  return table.errors === 0 ? "ok" : `${printNumber(table.errors, "cell")} with errors`;
}

function total({ tables, planning, milliseconds }: RefreshResult): string {
  const sum = (of: (table: TableResult) => number): number => tables.reduce((so, table) => so + of(table), 0);
  const failed = tables.filter(({ ok }) => !ok).length;
  const retries = sum((table) => table.retries) + planning.retries;
  const requests = printNumber(sum((table) => table.requests) + planning.requests, "request");
  return [
    printNumber(tables.length, "table"),
    printNumber(
      sum((table) => table.rows),
      "row",
    ),
    planning.requests === 0 ? requests : `${requests} (${planning.requests} to list the tables)`,
    ...(retries === 0 ? [] : [`${retries} of them again`]),
    printSize(sum((table) => table.bytes) + planning.bytes),
    printTime(milliseconds),
    failed === 0 ? "all refreshed" : `${failed} failed`,
  ].join(", ");
}

function printErrors(table: TableResult, paint: Paint): readonly string[] {
  if (!table.error) return [];
  const failed = table.partitions.find(({ error }) => error !== undefined);
  const name = table.policy === undefined || !failed ? table.name : `${table.name}, partition ${failed.name}`;
  const { shown, place } = table.error;
  return [
    `${paint("red", name)}: ${shown}${place ? ` (${place.file}, line ${place.line}, column ${place.column})` : ""}`,
  ];
}

function printWarnings({ warnings }: RefreshResult, paint: Paint): readonly string[] {
  if (warnings.length === 0) return [];
  return [
    "",
    `${printNumber(warnings.length, "warning")} before publishing`,
    ...warnings.map(({ code, message, table, place }) => {
      const where = [
        ...(table === undefined ? [] : [table]),
        ...(place ? [`${place.file}, line ${place.line}, column ${place.column}`] : []),
      ].join(", ");
      return `${paint("yellow", code)}${where === "" ? "" : ` ${where}`}: ${message}`;
    }),
    `What each means: docs/guides/refresh.md`,
  ];
}
