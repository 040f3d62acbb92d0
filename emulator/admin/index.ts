/**
 * The pages of the emulator for people, as pure functions from facts to HTML. They read no store and serve nothing; links and
 * forms talk HTTP like any client.
 *
 * | part | holds |
 * | --- | --- |
 * | `start-page.ts`, `problem-page.ts`, `api-page.ts` | pages for everybody; the last one shows an OpenAPI document |
 * | `sign-in-page.ts` | the page for signing in |
 * | `queue-pages.ts`, `report-page.ts` | behind the sign-in: the queues as they are, reports as tables |
 * | `people-pages.ts`, `settings-pages.ts`, `audit-page.ts` | people and their keys, settings, calls |
 * | `facts.ts` | what those pages are told, which is what the JSON API answers |
 * | `admin-page.ts`, `admin-script.ts` | what the pages behind the sign-in have around their content |
 * | `page.ts`, `style-sheet.ts`, `admin-style.ts` | what all pages have around their content, and their content security policy |
 * | `markup.ts` | templates that escape |
 */
export { adminPolicy } from "./admin-page.ts";
export { adminScript } from "./admin-script.ts";
export { renderApiPage, type ApiDocument, type ApiOperation, type ApiParameter, type ApiResponse } from "./api-page.ts";
export { renderAuditPage } from "./audit-page.ts";
export type {
  CallFacts,
  ListedKeyFacts,
  OverviewFacts,
  PersonFacts,
  QueueDetails,
  QueueFacts,
  QueueMember,
  SettingsFacts,
  Viewer,
} from "./facts.ts";
export { pagePolicy } from "./page.ts";
export { renderConfirmPage, renderKeyPage, renderPeoplePage, renderPersonPage } from "./people-pages.ts";
export { renderProblemPage } from "./problem-page.ts";
export { renderOverviewPage, renderQueuePage, renderQueuesPage } from "./queue-pages.ts";
export { renderReportPage, type ReportPageFacts } from "./report-page.ts";
export { renderKeysPage, renderSettingsPage } from "./settings-pages.ts";
export { renderSignInPage } from "./sign-in-page.ts";
export { renderStartPage } from "./start-page.ts";
export { styleSheet } from "./style-sheet.ts";
