import { strToU8 } from "fflate";
import type { Report } from "../../emulator/catalogue/index.ts";
import type { Clocks } from "./clocks.ts";
import { connectorPackage } from "./connector-package.ts";
import { reportFunctionExpression, zonesExpression } from "./paste.ts";
import { resourcesXml } from "./resources.ts";
import { sectionDocument } from "./section-document.ts";
import type { Sources } from "./source.ts";
import { templateDocument, templateQueries } from "./template.ts";

/** What the emitted files are made from. */
export type TreeInput = {
  readonly reports: readonly Report[];
  readonly clocks: Clocks;
  readonly sources: Sources;
  /** The address that the template's parameter begins with. */
  readonly address: string;
  /** The version that the section document carries. */
  readonly version: string;
};

/** Emitted files: path, with forward slashes, to bytes. */
export type GeneratedTree = ReadonlyMap<string, Uint8Array>;

const origin = "Emitted by chime-bi build from the catalogue, connector/source and the zone data; not edited by hand.";

/** Every file for Power BI. The same input gives the same bytes. */
export function generateTree({ reports, clocks, sources, address, version }: TreeInput): GeneratedTree {
  const document = strToU8(sectionDocument(`// ${origin}`, version, reports, clocks, sources));
  const queries = templateQueries(address, reports, clocks, sources);
  const pasted = (name: string, comment: string, expression: string): Uint8Array =>
    strToU8(
      `// ${origin}\n${comment}\n// In Power BI: a blank query named ${name}, this text in its Advanced Editor.\n${expression}\n`,
    );
  return new Map([
    ["Chime.mez", connectorPackage(document, strToU8(resourcesXml(origin)))],
    ["Chime.pq", document],
    [
      "ChimeReport.pq",
      pasted(
        "ChimeReport",
        `// Any report in plain M: ChimeReport("InboundVsAnsweredChats", [QueueId = 1, Range = "previous month"]).`,
        reportFunctionExpression(address, reports, clocks, sources),
      ),
    ],
    [
      "ChimeZones.pq",
      pasted(
        "ChimeZones",
        `// Time zones in plain M: ChimeZones[ToZone](#datetimezone(2020, 11, 1, 12, 0, 0, 0, 0), "America/New_York").`,
        zonesExpression(clocks, sources),
      ),
    ],
    ["template/ChimeTemplate.pq", strToU8(templateDocument(`// ${origin}`, queries))],
    ...queries.map(
      ({ name, comment, expression }) => [`template/${name}.pq`, pasted(name, comment, expression)] as const,
    ),
  ]);
}
