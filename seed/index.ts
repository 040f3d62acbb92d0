/**
 * The seed: a synthetic help-desk history, simulated and written into a store. The same profile, seed and instant give the same
 * content on any machine, whatever its zone or locale; every local day of a queue follows from the profile and the seed alone.
 * It reads no clock (but for the command's default), computes no report and knows no HTTP.
 *
 * | part | holds |
 * | --- | --- |
 * | `profile.ts` | what a history holds: days, queues, shifts, volumes |
 * | `random.ts`, `calendar.ts` | random streams, one a purpose; local days and opening hours |
 * | `people.ts`, `names.ts`, `roster.ts`, `keys.ts` | staff and guests, who works when, keys that follow from the seed |
 * | `arrivals.ts`, `visit.ts`, `bot.ts` | who comes, when, with what, and what the bot makes of it |
 * | `queueing.ts`, `event-calendar.ts` | the queue: waiting, offers, answers, transfers |
 * | `aftermath.ts`, `conversation.ts`, `words/` | tags, files, surveys; the transcript and its words |
 * | `seed-history.ts`, `seed-file.ts`, `seed-command.ts` | all of it into a store, into a file, by command |
 */
export { listSeededKeys, sampleKey } from "./keys.ts";
export { profiles, type Profile } from "./profile.ts";
export { defineSeedCommand, seedWithProgress } from "./seed-command.ts";
export { seedFile, type SeedFileOptions } from "./seed-file.ts";
export { seedHistory, type SeedResult } from "./seed-history.ts";
