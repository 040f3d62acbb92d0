/**
 * Names that Microsoft publishes and this engine has not, so that nothing published is an unknown name: each checks its arguments
 * and then answers with an error that names it. A function that gets an implementation leaves its list here.
 *
 * | part | holds |
 * | --- | --- |
 * | `sources.ts` | data sources and their enumerations |
 * | `actions.ts` | actions, cubes, views of other values than tables, the inside of Microsoft's engine |
 * | `data-source-names.ts` | which published functions are data sources |
 * | `extension-only.ts` | what only the code of an extension sees |
 * | `not-carried.ts` | how such a name is declared |
 */
export { actions } from "./actions.ts";
export { dataSourceNames } from "./data-source-names.ts";
export { extensionOnly } from "./extension-only.ts";
export { sources } from "./sources.ts";
