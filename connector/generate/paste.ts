import type { Report } from "../../emulator/catalogue/index.ts";
import { clockExpressions, type Clocks } from "./clocks.ts";
import { kindsExpression } from "./column-type.ts";
import { assignment, block, textLiteral } from "./m-text.ts";
import { reportsExpression } from "./report-text.ts";
import type { SourceName, Sources } from "./source.ts";

/** The key of the vendor's published samples, which the emulator knows on this machine. */
export const sampleKey = "b5c38d85-a042-4cef-8418-eb06752e346b";

/** A step of a `let`: its name, what is said above it, and its expression. */
type Step = { readonly name: string; readonly comment: string; readonly expression: string };

/** The members that `Chime.DateRange` needs, beside the clocks. */
const dateRangeParts: readonly SourceName[] = [
  "Chime.CheckOptions",
  "Chime.CheckYear",
  "Chime.ReadClock",
  "Chime.ZoneSpans",
  "Chime.DayStart",
  "Chime.DayOf",
  "Chime.LocalToUtc",
  "Chime.ReadInstant",
  "Chime.DateRange",
];

/** What the functions for time zones need beside those. */
const zoneParts: readonly SourceName[] = [
  "Chime.AtZone",
  "Chime.StartOf",
  "Chime.ToZone",
  "Chime.ToUtc",
  "Chime.StartOfDay",
  "Chime.StartOfWeek",
  "Chime.StartOfMonth",
];

/** What reading a report needs beside the date ranges. */
const reportParts: readonly SourceName[] = [
  "Chime.ShapeOf",
  "Chime.ReadShape",
  "Chime.FactsOf",
  "Chime.ToTable",
  "Chime.ToIsoText",
  "Chime.WindowOf",
  "Chime.QueryOf",
];

/** The query that is the function `Chime.DateRange`. */
export function dateRangeExpression(clocks: Clocks, sources: Sources): string {
  return letExpression([...clockExpressions(clocks), ...stepsOf(dateRangeParts, sources)], "Chime.DateRange");
}

/** `ChimeZones.pq`: a record of the functions for time zones, which needs nothing else. */
export function zonesExpression(clocks: Clocks, sources: Sources): string {
  const functions = ["DateRange", "ToZone", "ToUtc", "StartOfDay", "StartOfWeek", "StartOfMonth"];
  return letExpression(
    [...clockExpressions(clocks), ...stepsOf([...dateRangeParts, ...zoneParts], sources)],
    block(
      "[",
      functions.map((name) => `${name} = Chime.${name}`),
      "]",
    ),
  );
}

/**
 * `ChimeReport.pq`: one function that gives any report by its name, in plain M, with everything that it needs. The address stands as
 * a literal in the call, where the Power BI Service can read it without running the query.
 */
export function reportFunctionExpression(
  address: string,
  reports: readonly Report[],
  clocks: Clocks,
  sources: Sources,
): string {
  const request = block(
    "[",
    [
      "RelativePath = path",
      "Query = query",
      `Headers = [Accept = "application/json", Authorization = "Bearer " & Key]`,
    ],
    "]",
  );
  const steps: Step[] = [
    {
      name: "Key",
      comment: "// The API key: put your own here. This one is the published sample, which only the emulator takes.",
      expression: textLiteral(sampleKey),
    },
    {
      name: "Fetch",
      comment: "// The address of Chime is the text in this call: put your own there.",
      expression: `(path as text, query as record) as any =>\n    Json.Document(${block("Web.Contents(", [textLiteral(address), request], ")").replaceAll("\n", "\n    ")})`,
    },
    { name: "Chime.Reports", comment: "// The reports of the catalogue.", expression: reportsExpression(reports) },
    { name: "Chime.Kinds", comment: "// The types of the kinds of columns.", expression: kindsExpression() },
    ...clockExpressions(clocks),
    ...stepsOf([...dateRangeParts, ...reportParts, "ChimeReport"], sources),
  ];
  return letExpression(steps, "ChimeReport");
}

function stepsOf(names: readonly SourceName[], sources: Sources): readonly Step[] {
  return names.map((name) => ({ name, ...sources[name] }));
}

function letExpression(steps: readonly Step[], result: string): string {
  const texts = steps.map(({ name, comment, expression }) => `${comment}\n${assignment(name, expression)}`);
  return `${block("let", texts, "in")}\n    ${result.replaceAll("\n", "\n    ")}`;
}
