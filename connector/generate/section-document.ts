import type { Report } from "../../emulator/catalogue/index.ts";
import { clockExpressions, type Clocks } from "./clocks.ts";
import { kindsExpression } from "./column-type.ts";
import { assignment } from "./m-text.ts";
import {
  categoriesExpression,
  directoriesExpression,
  reportsExpression,
  sessionColumnsExpression,
  sessionListsExpression,
} from "./report-text.ts";
import { connectorSourceNames, type SourceName, type Sources } from "./source.ts";

/** What stands before the name of a member that is seen from outside of the section. */
const publicMembers: Partial<Record<SourceName, string>> = {
  "Chime.Contents": '[DataSource.Kind = "Chime", Publish = "Chime.Publish"]\nshared ',
  "Chime.Report": '[DataSource.Kind = "Chime"]\nshared ',
  "Chime.Session": '[DataSource.Kind = "Chime"]\nshared ',
  "Chime.DateRange": "shared ",
  "Chime.ToZone": "shared ",
  "Chime.ToUtc": "shared ",
  "Chime.StartOfDay": "shared ",
  "Chime.StartOfWeek": "shared ",
  "Chime.StartOfMonth": "shared ",
};

/** The connector's section document, `Chime.pq`. The first line is given, since every emitted file has the same one. */
export function sectionDocument(
  firstLine: string,
  version: string,
  reports: readonly Report[],
  clocks: Clocks,
  sources: Sources,
): string {
  const written = connectorSourceNames.map((name) => {
    const { comment, expression } = sources[name];
    return `${comment}\n${publicMembers[name] ?? ""}${assignment(name, expression)};\n`;
  });
  const facts = [
    ["Chime.Reports", "// The reports of the catalogue, in its order.", reportsExpression(reports)],
    ["Chime.Categories", "// The categories of a queue's reports.", categoriesExpression(reports)],
    ["Chime.Directories", "// The directories of reports.", directoriesExpression()],
    [
      "Chime.Kinds",
      "// The types of the kinds of columns: where a cell has a value, and where it may be empty.",
      kindsExpression(),
    ],
    ["Chime.SessionColumns", "// The cells of one chat.", sessionColumnsExpression()],
    ["Chime.SessionLists", "// The lists that hang on a chat.", sessionListsExpression()],
    ...clockExpressions(clocks).map(({ name, comment, expression }) => [name, comment, expression] as const),
  ].map(([name = "", comment, expression]) => `${comment}\n${name} = ${expression};\n`);
  return [`${firstLine}\n[Version = "${version}"]\nsection Chime;\n`, ...written, ...facts].join("\n");
}
