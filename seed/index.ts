/**
 * The seed: a synthetic help-desk history, simulated and written into a store. The same profile, seed and instant give the same
 * content on any machine, whatever its zone or locale; every local day of a queue follows from the profile and the seed alone.
 * It reads no clock (but for the command's default), computes no report and knows no HTTP.
 *
 * | part | holds |
 * | --- | --- |
 * | `profile.ts`, `profiles.ts`, `demo-profile.ts` | what a history holds: days, queues, shifts, volumes; the profiles by name |
 * | `profile-file.ts`, `profile-fields.ts` | a profile of one's own, read from JSON and checked |
 * | `random.ts`, `calendar.ts`, `holidays.ts` | random streams, one a purpose; local days, sites and opening hours |
 * | `cast.ts`, `people.ts`, `names.ts`, `pools/`, `roster.ts`, `keys.ts` | staff and guests, who works when, keys that follow from the seed |
 * | `demand.ts`, `incidents.ts`, `arrivals.ts`, `visit.ts`, `bot.ts` | who comes, when, with what, and what the bot makes of it |
 * | `queueing.ts`, `desk.ts`, `event-calendar.ts` | the queue: waiting, offers, answers, breaks, transfers |
 * | `aftermath.ts`, `conversation.ts`, `words/` | result, mood, tags, files, surveys; the transcript and its words |
 * | `site-day.ts`, `simulation.ts`, `simulation-thread.ts`, `simulation-worker.ts` | one day of a site; a history up to one instant after another, in a thread or not |
 * | `seed-history.ts`, `growth.ts`, `seed-file.ts`, `seed-command.ts` | all of it into a store, more of it, into a file, by command |
 * | `pictures/` | the pictures of `docs/seeding.md` |
 */
export { growHistory } from "./growth.ts";
export { listSeededKeys, sampleKey } from "./keys.ts";
export type { Profile } from "./profile.ts";
export { profiles, type ProfileName } from "./profiles.ts";
export { defineSeedCommand, seedWithProgress } from "./seed-command.ts";
export { seedFile, type SeedFileOptions } from "./seed-file.ts";
export { planOf, seedHistory, simulationVersion, type SeedResult } from "./seed-history.ts";
export { Simulation } from "./simulation.ts";
