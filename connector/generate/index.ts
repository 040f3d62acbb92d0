/**
 * Generate: the catalogue turned into files for Power BI: the connector as a section document and as a package, and the template of
 * plain queries for people who may not install connectors. It returns a tree of path to bytes and reaches no network; only its
 * command writes to the disk. The M that does not depend on the catalogue is written by hand in `connector/source`.
 *
 * | part | holds |
 * | --- | --- |
 * | `generate-tree.ts` | the whole tree of emitted files |
 * | `section-document.ts` | `Chime.pq` |
 * | `connector-package.ts`, `resources.ts`, `icon.ts`, `png.ts` | `Chime.mez` and what is in it beside `Chime.pq` |
 * | `template.ts` | the template's queries |
 * | `paste.ts` | `ChimeReport.pq` and `ChimeZones.pq`, each one query to paste |
 * | `report-text.ts`, `column-type.ts` | what M knows of a report, and its columns |
 * | `clocks.ts`, `default-zones.ts` | the changes of the zones' clocks as M |
 * | `source.ts` | the hand-written M |
 * | `m-text.ts` | M literals and lists |
 * | `build-command.ts` | `chime-bi build` |
 */
export { allZones, defaultZones } from "./default-zones.ts";
export { describeClocks, type Clocks } from "./clocks.ts";
export { generateTree, type GeneratedTree, type TreeInput } from "./generate-tree.ts";
export { readSources } from "./source.ts";
export { defineBuildCommand } from "./build-command.ts";
