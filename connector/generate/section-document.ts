import type { Report } from "../../emulator/catalogue/index.ts";
import { clockExpressions, type Clocks } from "./clocks.ts";
import { assignment } from "./m-text.ts";
import { categoriesMember, reportsMember } from "./report-text.ts";
import { sourceNames, type SourceName, type Sources } from "./source.ts";

/** What stands before the name of a member that is seen from outside of the section. */
const publicMembers: Partial<Record<SourceName, string>> = {
  "Chime.Contents": '[DataSource.Kind = "Chime", Publish = "Chime.Publish"]\nshared ',
  "Chime.Report": '[DataSource.Kind = "Chime"]\nshared ',
  "Chime.DateRange": "shared ",
};

/** The connector's section document, `Chime.pq`. The first line is given, since every emitted file has the same one. */
export function sectionDocument(
  firstLine: string,
  version: string,
  reports: readonly Report[],
  clocks: Clocks,
  sources: Sources,
): string {
  const written = sourceNames.map((name) => {
    const { comment, expression } = sources[name];
    return `${comment}\n${publicMembers[name] ?? ""}${assignment(name, expression)};\n`;
  });
  const tables = clockExpressions(clocks).map(
    ({ name, comment, expression }) => `${comment}\n${name} = ${expression};\n`,
  );
  return [
    `${firstLine}\n[Version = "${version}"]\nsection Chime;\n`,
    ...written,
    reportsMember(reports),
    categoriesMember(reports),
    ...tables,
  ].join("\n");
}
