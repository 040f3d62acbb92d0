import { parametersOf, routeOf, type ParameterName, type Report } from "../../emulator/catalogue/index.ts";
import type { Clocks } from "./clocks.ts";
import { assignment, block, identifier, indent, textLiteral } from "./m-text.ts";
import { dateRangeExpression, sampleKey } from "./paste.ts";
import { conversions, datedBy, tableType } from "./report-text.ts";
import type { Sources } from "./source.ts";

/** A query of the template: its name, what it is for, and its expression. */
export type TemplateQuery = { readonly name: string; readonly comment: string; readonly expression: string };

/**
 * The template's queries in plain M: parameters, the function for date ranges, and one query a report. Each report's query calls
 * `Web.Contents` with a parameter as its base address and refers to no other source, which is what the Power BI Service accepts.
 */
export function templateQueries(
  address: string,
  reports: readonly Report[],
  clocks: Clocks,
  sources: Sources,
): readonly TemplateQuery[] {
  return [
    ...parameterQueries(address),
    {
      name: "Chime.DateRange",
      comment: "// The function that the reports' queries call for their window. It reads no source.",
      expression: dateRangeExpression(clocks, sources),
    },
    ...reports.map((report) => ({
      name: report.name,
      comment: `// ${report.title}. ${report.description}`,
      expression: reportExpression(report),
    })),
  ];
}

/** All queries as one section document, so that the template can be evaluated as a whole. */
export function templateDocument(firstLine: string, queries: readonly TemplateQuery[]): string {
  const members = queries.map(
    ({ name, comment, expression }) => `${comment}\nshared ${assignment(identifier(name), expression)};\n`,
  );
  return [
    `${firstLine}\n// The whole template in one document. Power BI's Advanced Editor takes the queries one by one, from the files beside it.\nsection ChimeTemplate;\n`,
    ...members,
  ].join("\n");
}

function parameterQueries(address: string): readonly TemplateQuery[] {
  const parameter = (name: string, value: string | null, comment: string, type = "Text"): TemplateQuery => ({
    name,
    comment: `// ${comment}`,
    expression: `${value === null ? "null" : textLiteral(value)} meta [IsParameterQuery = true, Type = "${type}", IsParameterQueryRequired = ${value !== null}]`,
  });
  return [
    parameter("ChimeAddress", address, "Where Chime answers: the part of the address before /Chime/Report."),
    parameter("ChimeKey", sampleKey, "The API key. This one is the published sample, which only the emulator takes."),
    parameter("ChimeQueueId", "1", "The number of the queue that the reports of a queue are about."),
    parameter("ChimeRange", "last 30 days", "A named date range such as previous month, or custom."),
    parameter("ChimeZone", "UTC", "The IANA zone of days and instants, such as America/New_York."),
    parameter("ChimeStart", null, "The start of the range custom: an ISO-8601 date or date and time; otherwise empty."),
    parameter("ChimeStop", null, "The stop of the range custom, included; a date means all of it. Otherwise empty."),
    parameter(
      "RangeStart",
      null,
      "Where a partition of an incremental refresh begins, in the zone; otherwise empty.",
      "DateTime",
    ),
    parameter("RangeEnd", null, "Where that partition ends, not included; otherwise empty.", "DateTime"),
  ];
}

/** What a report's query sends for each parameter that the report has; `csv` is not sent, since the answer is read as JSON. */
const queryValues: Readonly<Record<ParameterName, string | undefined>> = {
  queueId: "ChimeQueueId",
  start: "DateTimeZone.ToText(window[Start], isoText)",
  stop: "DateTimeZone.ToText(window[Stop], isoText)",
  zone: "ChimeZone",
  csv: undefined,
};

function reportExpression(report: Report): string {
  const query = parametersOf(report).flatMap((name) => {
    const value = queryValues[name];
    return value === undefined ? [] : [`${name} = ${value}`];
  });
  // What tells one answer of the whole window has no partitions.
  const partition = datedBy(report) === undefined ? "" : ", RangeStart = RangeStart, RangeEnd = RangeEnd";
  const windowSteps = [
    `window = Chime.DateRange(ChimeRange, ChimeZone, null, [Start = ChimeStart, Stop = ChimeStop${partition}])`,
    `isoText = [Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", Culture = "en-US"]`,
  ];
  const request = block(
    "[",
    [
      `RelativePath = ${textLiteral(routeOf(report.name).slice(1))}`,
      block("Query = [", query, "]"),
      `Headers = [Accept = "application/json", Authorization = "Bearer " & ChimeKey]`,
    ],
    "]",
  );
  const names = report.columns.map(({ name }) => textLiteral(name));
  const steps = [
    ...(report.isWindowed ? windowSteps : []),
    block("response = Web.Contents(", ["ChimeAddress", request], ")"),
    block(
      "rows = Table.FromRecords(",
      ["Json.Document(response)", block("{", names, "}"), "MissingField.UseNull"],
      ")",
    ),
    block("converted = Table.TransformColumnTypes(", ["rows", conversions(report), `"en-US"`], ")"),
    `typed = Value.ReplaceType(converted, tableType)`,
    `tableType = ${tableType(report)}`,
    "// Power BI asks for the columns first: they are known without a request.",
    block("view = Table.View(", ["null", "[GetType = () => tableType, GetRows = () => typed]"], ")"),
  ];
  return `let\n${indent(joinSteps(steps))}\nin\n    view`;
}

/** Steps with commas between them; a comment belongs to the step after it. */
function joinSteps(steps: readonly string[]): string {
  return steps.map((step, index) => step + (index === steps.length - 1 || step.startsWith("//") ? "" : ",")).join("\n");
}
