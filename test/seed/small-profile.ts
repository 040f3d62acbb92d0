import type { Profile, QueuePlan } from "../../seed/profile.ts";
import { facilitiesTopics } from "../../seed/words/facilities.ts";
import { itTopics } from "../../seed/words/it.ts";

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** A queue that never closes, in the zone of the vendor's samples. */
export const nightAndDay: QueuePlan = {
  id: 1,
  name: "Desk",
  description: "Day and night",
  zone: "America/New_York",
  language: "en-US",
  region: "us",
  dispatcher: "Bot",
  serviceLevelSeconds: 60,
  schedule: everyDay.map(() => [[0, 1440]]),
  chatsOnWeekday: 60,
  chatsOnWeekend: 40,
  patienceSeconds: 240,
  longestWaitSeconds: 400,
  topics: itTopics,
  shifts: [
    { from: 0, to: 480, weekdays: everyDay, agents: 1, mostConcurrentChats: 2 },
    { from: 480, to: 960, weekdays: everyDay, agents: 2, mostConcurrentChats: 1, mostChatsADay: 6 },
    { from: 480, to: 960, weekdays: everyDay, agents: 2, mostConcurrentChats: 2, lendsTo: 2 },
    { from: 900, to: 1470, weekdays: everyDay, agents: 2, mostConcurrentChats: 2 },
  ],
  managers: 1,
  reviewers: 1,
};

/** A queue that closes over noon, at night and on Sundays, too thinly staffed. */
export const officeHours: QueuePlan = {
  ...nightAndDay,
  id: 2,
  name: "Haus",
  schedule: [1, 2, 3, 4, 5, 6].map((): [number, number][] => [
    [480, 720],
    [750, 1020],
  ]),
  region: "germany",
  language: "de-DE",
  topics: facilitiesTopics,
  chatsOnWeekday: 50,
  chatsOnWeekend: 10,
  shifts: [{ from: 480, to: 1020, weekdays: [1, 2, 3, 4, 5], agents: 2, mostConcurrentChats: 2 }],
};

/** Four days before the one of `until`; small, but busy enough for everything to happen. */
export const smallProfile: Profile = {
  name: "small-test",
  days: 4,
  windows: [{ firstOn: "2020-11-01", lastOn: "2020-11-01", zone: "America/New_York" }],
  certainGuests: [{ queueId: 1, from: "2020-11-01T05:00:00Z", to: "2020-11-01T05:01:00Z" }],
  queues: [nightAndDay, officeHours],
  administrators: 1,
  guestsPerRegion: 40,
};
