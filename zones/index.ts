/**
 * Zones: what the clock of an IANA zone shows at an instant, when its days begin, and when it is changed. The only room that
 * imports luxon. It knows no report, no range and no format but ISO-8601; the offsets come from the machine's own zone data.
 *
 * | part | holds |
 * | --- | --- |
 * | `zone-clock.ts` | a zone's clock: offsets, local days, instants as text and back |
 * | `offset-table.ts` | the spans between two changes of a clock, found once and kept |
 * | `local-text.ts` | ISO-8601 dates and date-times, read strictly and without a zone |
 */
export { isZone, zoneClock, type ZoneClock } from "./zone-clock.ts";
