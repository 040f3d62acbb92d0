/**
 * The pages of the emulator for people, as pure functions from facts to HTML. They read no store and serve nothing; links and
 * forms talk HTTP like any client.
 *
 * | part | holds |
 * | --- | --- |
 * | `start-page.ts`, `problem-page.ts`, `api-page.ts` | the pages; the last one shows an OpenAPI document |
 * | `page.ts`, `style-sheet.ts` | what all pages have around their content, and their content security policy |
 * | `markup.ts` | templates that escape |
 */
export { renderApiPage, type ApiDocument, type ApiOperation, type ApiParameter, type ApiResponse } from "./api-page.ts";
export { pagePolicy } from "./page.ts";
export { renderProblemPage } from "./problem-page.ts";
export { renderStartPage } from "./start-page.ts";
export { styleSheet } from "./style-sheet.ts";
