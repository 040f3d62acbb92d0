import { directories, type Report } from "../../emulator/catalogue/index.ts";
import { conversionType, fieldType } from "./column-type.ts";
import { block, identifier, textLiteral } from "./m-text.ts";

/** A report's table type with its primary key, as an M expression. */
export function tableType(report: Report): string {
  const fields = report.columns.map((column) => `${identifier(column.name)} = ${fieldType(column)}`);
  const key = `{${report.key.map(textLiteral).join(", ")}}`;
  return block("Type.AddTableKey(", [block("type table [", fields, "]"), key, "true"], ")");
}

/** The list of column names and the types that their values are converted to, as `Table.TransformColumnTypes` takes it. */
export function conversions(report: Report): string {
  const pairs = report.columns.map((column) => `{${textLiteral(column.name)}, ${conversionType(column)}}`);
  return block("{", pairs, "}");
}

/** The member `Chime.Reports`: what the hand-written M knows of each report. */
export function reportsMember(reports: readonly Report[]): string {
  const fields = reports.map((report) => {
    const facts = [
      `Title = ${textLiteral(report.title)}`,
      `Category = ${textLiteral(report.category)}`,
      `IsPerQueue = ${report.scope === "queue"}`,
      `IsWindowed = ${report.isWindowed}`,
      `Columns = ${conversions(report)}`,
      `Type = ${tableType(report)}`,
    ];
    return `// ${report.description}\n${block(`${identifier(report.name)} = [`, facts, "]")}`;
  });
  return `// The reports of the catalogue, in its order.\nChime.Reports = ${block("[", fields, "]")};\n`;
}

/** The member `Chime.Categories`: the titles of the categories that have reports of queues, in the order of the directories. */
export function categoriesMember(reports: readonly Report[]): string {
  const fields = directories
    .filter(({ category }) => reports.some((report) => report.category === category && report.scope === "queue"))
    .map(({ category, title }) => `${category} = ${textLiteral(title)}`);
  return `// The categories of a queue's reports.\nChime.Categories = [${fields.join(", ")}];\n`;
}
