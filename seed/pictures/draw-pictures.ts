/** Draws the pictures of `docs/seeding.md` from a seeded history: `npm run pictures`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openStore } from "../../emulator/store/index.ts";
import { demoProfile } from "../demo-profile.ts";
import { seedHistory } from "../seed-history.ts";
import { drawBusyHours } from "./busy-hours.ts";
import { drawIncidentDay } from "./incident-day.ts";
import { readDeskChats } from "./desk-chats.ts";
import { drawWaitAgainstLoad } from "./wait-against-load.ts";

/** The pictures by the names of their files. They show the demonstration's first queue, of a fixed seed and end. */
export function drawPictures(): ReadonlyMap<string, string> {
  const store = openStore(":memory:");
  try {
    const until = Date.parse("2026-11-22T00:00:00Z");
    seedHistory(store, { profile: demoProfile, seed: 1, until, transcripts: false });
    const [queue] = demoProfile.queues;
    const chats = readDeskChats(store, queue!, until);
    return new Map([
      ["busy-hours.svg", drawBusyHours(chats)],
      ["wait-against-load.svg", drawWaitAgainstLoad(chats)],
      ["incident-day.svg", drawIncidentDay(chats)],
    ]);
  } finally {
    store.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join("docs", "pictures");
  mkdirSync(folder, { recursive: true });
  for (const [name, picture] of drawPictures()) writeFileSync(join(folder, name), picture);
}
