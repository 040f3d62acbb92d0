/**
 * The TypeScript client of the reporting API: so far the date ranges, which mean the same instants as the connector's M. It
 * evaluates no M and keeps no data.
 *
 * | part | holds |
 * | --- | --- |
 * | `range-name.ts` | the closed list of named ranges, and reading one as people write it |
 * | `resolve-range.ts` | the start and the stop that a named range means in a zone |
 * | `range-command.ts` | `chime-bi range` |
 */
export { parseRange, type RangeName } from "./range-name.ts";
export { resolveRange, type WeekDay } from "./resolve-range.ts";
export { defineRangeCommand } from "./range-command.ts";
