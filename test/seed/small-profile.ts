import type { Profile, QueuePlan } from "../../seed/profile.ts";

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** A queue that never closes, in the zone of the vendor's samples. */
export const plainDesk: QueuePlan = {
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
  topics: "it",
  shifts: [
    { from: 0, to: 480, weekdays: everyDay, agents: 1, mostConcurrentChats: 2 },
    { from: 480, to: 960, weekdays: everyDay, agents: 3, atOnce: 2, mostConcurrentChats: 1, mostChatsADay: 6 },
    { from: 480, to: 960, weekdays: everyDay, agents: 2, mostConcurrentChats: 2, breakMinutes: 30 },
    { from: 900, to: 1440, weekdays: everyDay, agents: 2, mostConcurrentChats: 2, alsoServes: [3] },
  ],
  managers: 1,
  reviewers: 1,
};

/** The same, with a second line behind it. */
export const nightAndDay: QueuePlan = { ...plainDesk, transfersTo: 3 };

/** A queue that closes over noon, at night and on Sundays, too thinly staffed. */
export const officeHours: QueuePlan = {
  ...plainDesk,
  id: 2,
  name: "Haus",
  schedule: [1, 2, 3, 4, 5, 6].map((): [number, number][] => [
    [480, 720],
    [750, 1020],
  ]),
  region: "germany",
  language: "de-DE",
  topics: "facilities",
  chatsOnWeekday: 50,
  chatsOnWeekend: 10,
  shifts: [{ from: 480, to: 1020, weekdays: [1, 2, 3, 4, 5], agents: 2, mostConcurrentChats: 2 }],
};

/** A second line behind the first queue, which hands chats on to it and lends it its late shift. */
export const secondLine: QueuePlan = {
  ...plainDesk,
  id: 3,
  name: "Second line",
  schedule: everyDay.map(() => [[420, 1380]]),
  topics: "people",
  chatsOnWeekday: 15,
  chatsOnWeekend: 4,
  shifts: [{ from: 420, to: 1020, weekdays: everyDay, agents: 2, mostConcurrentChats: 2, breakMinutes: 20 }],
};

/** Four days before the one of `until`; small, but busy enough for everything to happen. */
export const smallProfile: Profile = {
  name: "small-test",
  days: 4,
  windows: [{ firstOn: "2020-11-01", lastOn: "2020-11-01", zone: "America/New_York" }],
  certainGuests: [{ queueId: 1, from: "2020-11-01T05:00:00Z", to: "2020-11-01T05:01:00Z" }],
  incidents: [],
  outagesPerYear: 40,
  badUpdates: 1,
  growthPerYear: 0.05,
  queues: [nightAndDay, officeHours, secondLine],
  administrators: 1,
  guestsPerRegion: 40,
};
