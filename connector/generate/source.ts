import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The hand-written members of the connector, in the order of its section document: what people call first. */
export const connectorSourceNames = [
  "Chime.Contents",
  "Chime.Report",
  "Chime.Session",
  "Chime.DateRange",
  "Chime.ToZone",
  "Chime.ToUtc",
  "Chime.StartOfDay",
  "Chime.StartOfWeek",
  "Chime.StartOfMonth",
  "Chime",
  "Chime.Publish",
  "Chime.Icons",
  "Chime.AddressType",
  "Chime.OptionsType",
  "Chime.ReportOptionsType",
  "Chime.ReportsOf",
  "Chime.CategoriesOf",
  "Chime.OtherReports",
  "Chime.ToNavigationTable",
  "Chime.ReadReport",
  "Chime.QueryOf",
  "Chime.WindowOf",
  "Chime.FactsOf",
  "Chime.ToView",
  "Chime.BoundsOf",
  "Chime.Months",
  "Chime.Fetch",
  "Chime.ReadShape",
  "Chime.ShapeOf",
  "Chime.InferShape",
  "Chime.TypeOfColumns",
  "Chime.ToTable",
  "Chime.CheckAddress",
  "Chime.CheckOptions",
  "Chime.ToIsoText",
  "Chime.ReadInstant",
  "Chime.StartOf",
  "Chime.DayOf",
  "Chime.DayStart",
  "Chime.LocalToUtc",
  "Chime.OffsetsAt",
  "Chime.AtZone",
  "Chime.CheckYear",
  "Chime.ZoneSpans",
  "Chime.ReadClock",
] as const;

/** All hand-written expressions: those of the connector, and the function that does without one. */
export const sourceNames = [...connectorSourceNames, "ChimeReport"] as const;

/** The name of a hand-written expression; its file is `connector/source/<name>.pqm`. */
export type SourceName = (typeof sourceNames)[number];

/** A hand-written expression: the comment above it and its expression. */
type Source = { readonly comment: string; readonly expression: string };

/** All hand-written expressions by name. */
export type Sources = Readonly<Record<SourceName, Source>>;

/** Reads the hand-written expressions as they are shipped with the program. Throws an Error when one is missing. */
export function readSources(): Sources {
  const { resolve } = createRequire(import.meta.url);
  const read = (name: SourceName): readonly [SourceName, Source] => {
    const lines = readFileSync(resolve(`#source/${name}.pqm`), "utf8")
      .replaceAll("\r\n", "\n")
      .trimEnd()
      .split("\n");
    const first = lines.findIndex((line) => !line.startsWith("//"));
    return [name, { comment: lines.slice(0, first).join("\n"), expression: lines.slice(first).join("\n") }];
  };
  return Object.fromEntries(sourceNames.map(read)) as Sources;
}
