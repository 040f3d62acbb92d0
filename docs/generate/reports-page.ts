import {
  directories,
  parameters,
  parametersOf,
  reportNames,
  reports,
  routeOf,
  session,
  sessionRoute,
  type Column,
  type ColumnKind,
  type Report,
  type SessionList,
} from "../../emulator/catalogue/index.ts";
import { markdownPage, markdownTable } from "./markdown.ts";

/** What a cell of each kind is, in words. */
const kindWords: Readonly<Record<ColumnKind, string>> = {
  text: "text",
  guid: "GUID",
  integer: "whole number",
  decimal: "number",
  seconds: "seconds",
  ratio: "share, 0 to 1",
  logical: "true or false",
  instant: "instant with offset",
  date: "date",
};

/** The page of every report: route, parameters, columns. */
export function reportsPage(): string {
  const all = reportNames.map((name): Report => reports[name]);
  const sections = directories.flatMap(({ category, route, title }) => {
    const members = all.filter((report) => report.category === category);
    return [`## ${title}`, `Directory: \`${routeOf(route)}\`.`, ...members.flatMap(reportParts)];
  });
  return markdownPage("Reports", [
    "Every report has a route of its own, `GET /Chime/Report/<name>`, and is listed by the directory of its group. The names of the directories, of the parameters and of `InboundVsAnsweredChats` are published by the vendor. All else here (the other reports' names, the columns, what each counts) is not published by the vendor: the emulator answers as defined here, and each report says what it takes from the post, what is ours, and what comparable products report.",
    "A chat belongs to a window, an hour and a day by the instant at which it began, unless a report says that it goes by the clock. `start` and `stop` are both inside the window, to the millisecond. Reports by day have a row for every local day that the window touches.",
    markdownTable(
      ["parameter", "what it does"],
      Object.values(parameters).map(({ name, description }) => [`\`${name}\``, description]),
    ),
    "JSON answers are an array of rows, CSV answers (RFC 4180, UTF-8) have a header row of the same names; both have the same rows in the same order. Percentiles are interpolated as `PERCENTILE.INC` of DAX and Excel does. An average over nothing is empty, a count over nothing is 0. Where rows are groups (locations, pages, platforms, tags, intents, takers of transfers), what is not known is a group of its own whose cell is empty: Power BI shows it as (Blank), and no made-up name joins the real ones.",
    ...sections,
    ...sessionPart(),
  ]);
}

function reportParts(report: Report): string[] {
  const uses = parametersOf(report)
    .map((name) => `\`${name}\``)
    .join(", ");
  return [
    `### ${report.name}`,
    `${report.description} Parameters: ${uses}.`,
    report.definition,
    markdownTable(["column", "is", "what it says"], report.columns.map(columnRow)),
  ];
}

function columnRow({ name, kind, nullable, unit, description }: Column): string[] {
  const counted = unit === undefined || kind === "seconds" ? kindWords[kind] : `${kindWords[kind]} of ${unit}`;
  return [`\`${name}\``, nullable ? `${counted}, or empty` : counted, description];
}

function sessionPart(): string[] {
  const headings = ["column", "is", "what it says"];
  return [
    "## Session details",
    `\`GET ${sessionRoute}/{SessionID}\`: everything known of one chat. The vendor publishes the route, and that it came with build 3.1.578; what it answers is ours: the columns of \`ChatHistory\`, further ones, and lists.`,
    markdownTable(headings, session.columns.map(columnRow)),
    ...Object.values<SessionList>(session.lists).flatMap(({ name, description, columns }) => [
      `### ${name}`,
      description,
      markdownTable(headings, columns.map(columnRow)),
    ]),
  ];
}
