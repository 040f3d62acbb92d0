import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The hand-written members in the order in which a section document has them: what people call first. */
export const sourceNames = [
  "Chime.Contents",
  "Chime.Report",
  "Chime.DateRange",
  "Chime",
  "Chime.Publish",
  "Chime.Icons",
  "Chime.ReadReport",
  "Chime.Fetch",
  "Chime.ToTable",
  "Chime.CategoriesOf",
  "Chime.ReportsOf",
  "Chime.ToNavigationTable",
  "Chime.CheckAddress",
  "Chime.CheckOptions",
  "Chime.ToIsoText",
  "Chime.ReadInstant",
  "Chime.DayOf",
  "Chime.StartOfDay",
  "Chime.ToUtc",
  "Chime.CheckYear",
  "Chime.ZoneSpans",
] as const;

/** The name of a hand-written member; its file is `connector/source/<name>.pqm`. */
export type SourceName = (typeof sourceNames)[number];

/** A hand-written member: the comment above it and its expression. */
type Source = { readonly comment: string; readonly expression: string };

/** All hand-written members by name. */
export type Sources = Readonly<Record<SourceName, Source>>;

/** Reads the hand-written members as they are shipped with the program. Throws an Error when one is missing. */
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
