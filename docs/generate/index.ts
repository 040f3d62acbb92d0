/**
 * Writes `docs/reference/` from what is declared: the catalogue, the problems, the connector, the library of M. It declares nothing itself.
 *
 * | part | writes |
 * | --- | --- |
 * | `reports-page.ts` | every report, parameter and column |
 * | `problems-page.ts` | every way of refusing a call |
 * | `functions-page.ts` | every function of M |
 * | `differences-page.ts` | where M is not as Microsoft documents it |
 * | `connector-page.ts` | the connector's functions |
 * | `write-reference.ts` | the files, by `npm run generate` |
 */
import { connectorPage } from "./connector-page.ts";
import { differencesPage } from "./differences-page.ts";
import { functionsPage } from "./functions-page.ts";
import { markdownPage } from "./markdown.ts";
import { problemsPage } from "./problems-page.ts";
import { reportsPage } from "./reports-page.ts";

/** Every page of the reference by its file name. The connector's page is read from the shipped package. */
export async function referencePages(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ["index.md", indexPage()],
    ["reports.md", reportsPage()],
    ["problems.md", problemsPage()],
    ["connector.md", await connectorPage()],
    ["functions.md", await functionsPage()],
    ["differences.md", await differencesPage()],
  ]);
}

function indexPage(): string {
  return markdownPage("Reference", [
    "- [Reports](reports.md): routes, parameters, columns, and what each counts\n- [Problems](problems.md): every way in which a call is refused\n- [Connector](connector.md): its functions\n- [M functions](functions.md): what the engine runs\n- [Differences from Power Query](differences.md): where M is not as Microsoft documents it",
    "What the vendor has published stands in its post on the reporting API; where these pages define something that is not published, they say so.",
  ]);
}
