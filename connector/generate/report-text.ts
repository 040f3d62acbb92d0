import { directories, session, type Column, type Report } from "../../emulator/catalogue/index.ts";
import { conversionType, fieldType } from "./column-type.ts";
import { block, identifier, textLiteral } from "./m-text.ts";

/** A report's table type with its primary key, as an M expression. */
export function tableType(report: Report): string {
  const fields = report.columns.map((column) => `${identifier(column.name)} = ${fieldType(column)}`);
  return block("Type.AddTableKey(", [block("type table [", fields, "]"), keyList(report), "true"], ")");
}

/** The list of column names and the types that their values are converted to, as `Table.TransformColumnTypes` takes it. */
export function conversions(report: Report): string {
  const pairs = report.columns.map((column) => `{${textLiteral(column.name)}, ${conversionType(column)}}`);
  return block("{", pairs, "}");
}

// As `Chime.ReadShape` reads them: `sessionId:integer question:text?`, a kind that may be empty with a question mark.
function columnsText(columns: readonly Column[]): string {
  return textLiteral(columns.map(({ name, kind, nullable }) => `${name}:${kind}${nullable ? "?" : ""}`).join(" "));
}

function keyList(report: Report): string {
  return `{${report.key.map(textLiteral).join(", ")}}`;
}

/**
 * The column by which a report's rows belong to a part of its window, so that parts can be asked for one by one and put together:
 * the day of the row, or the instant at which the row's chat began. A report that tells one answer of the whole window has none.
 */
export function datedBy(report: Report): string | undefined {
  if (!report.isWindowed) return undefined;
  const isKey = ({ name, kind }: Column): boolean => kind === "date" && report.key.includes(name);
  // A chat belongs to the window by its start; a row with another key than the chat's may have begun elsewhere.
  const isStart = ({ name, kind }: Column): boolean =>
    name === "startedAt" && kind === "instant" && report.key.join() === "sessionId";
  return report.columns.find((column) => isKey(column) || isStart(column))?.name;
}

/** The record `Chime.Reports`: what the hand-written M knows of each report. */
export function reportsExpression(reports: readonly Report[]): string {
  const fields = reports.map((report) => {
    const dating = datedBy(report);
    const facts = [
      `Title = ${textLiteral(report.title)}`,
      `Category = ${textLiteral(report.category)}`,
      `IsPerQueue = ${report.scope === "queue"}`,
      `IsWindowed = ${report.isWindowed}`,
      `DatedBy = ${dating === undefined ? "null" : textLiteral(dating)}`,
      `Key = ${keyList(report)}`,
      `Columns = ${columnsText(report.columns)}`,
    ];
    return `// ${report.description}\n${block(`${identifier(report.name)} = [`, facts, "]")}`;
  });
  return block("[", fields, "]");
}

/** The record `Chime.Categories`: the titles of the categories that have reports of queues, in the order of the directories. */
export function categoriesExpression(reports: readonly Report[]): string {
  const fields = directories
    .filter(({ category }) => reports.some((report) => report.category === category && report.scope === "queue"))
    .map(({ category, title }) => `${category} = ${textLiteral(title)}`);
  return `[${fields.join(", ")}]`;
}

/** The list `Chime.Directories`: the last parts of the directories' routes. */
export function directoriesExpression(): string {
  return block(
    "{",
    directories.map(({ route }) => textLiteral(route)),
    "}",
  );
}

/** The record `Chime.SessionLists`: the columns of the lists that hang on a chat. */
export function sessionListsExpression(): string {
  const lists = Object.values(session.lists).map(
    ({ name, columns }) => `${identifier(name)} = ${columnsText(columns)}`,
  );
  return block("[", lists, "]");
}

/** The text `Chime.SessionColumns`: the cells of one chat. */
export function sessionColumnsExpression(): string {
  return columnsText(session.columns);
}
