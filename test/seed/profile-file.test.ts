import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readProfile, readProfileFile } from "../../seed/profile-file.ts";
import { profiles } from "../../seed/profiles.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-profile-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const shift = { from: 480, to: 960, agents: 2 };
const queue = {
  id: 1,
  name: "Desk",
  zone: "Europe/Paris",
  region: "britain",
  schedule: [[[480, 1020]], [], [], [], [], [], []],
  chatsOnWeekday: 20,
  topics: "it",
  shifts: [shift],
};

describe("readProfile", () => {
  it("takes what is left out from the profile that it is based on", () => {
    expect(readProfile({ name: "mine", basedOn: "demo", days: 3 })).toEqual({
      ...profiles.demo,
      name: "mine",
      days: 3,
    });
    expect(readProfile({ name: "mine" })).toEqual({ ...profiles.small, name: "mine" });
  });

  it("takes every profile of the program, written as JSON", () => {
    for (const profile of Object.values(profiles)) {
      if (profile.guestsPerRegion > 0) expect(readProfile(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
    }
  });

  it("takes the example of the guide", () => {
    const [, example] = /```json\n([^]*?)```/.exec(readFileSync("docs/seeding.md", "utf8"))!;
    expect(readProfile(JSON.parse(example!))).toMatchObject({ name: "mine", queues: [{ name: "Service Desk" }] });
  });

  it("fills in what a queue need not say", () => {
    expect(readProfile({ name: "mine", queues: [queue] }).queues[0]).toMatchObject({
      language: "en-US",
      patienceSeconds: 420,
      shifts: [{ ...shift, weekdays: [1, 2, 3, 4, 5], mostConcurrentChats: 1 }],
    });
  });

  it.each([
    { profile: [], says: "it must be a JSON object" },
    { profile: {}, says: "name must be a text: it is missing" },
    { profile: { name: "x", days: "ten" }, says: 'days must be a whole number from 0 to 10000, not "ten"' },
    { profile: { name: "x", dayz: 1 }, says: "dayz is not a field: those here are basedOn, name, days" },
    {
      profile: { name: "x", basedOn: "y" },
      says: "basedOn must be one of small, demo, year, large, huge, outage, empty",
    },
    { profile: { name: "x", queues: {} }, says: "queues must be a list, not {}" },
    { profile: { name: "x", queues: [1] }, says: "queues[0] must be an object, not 1" },
    {
      profile: withQueue({ zone: "Mars" }),
      says: 'queues[0].zone must be an IANA zone such as America/New_York, not "Mars"',
    },
    { profile: withQueue({ topics: "cars" }), says: "queues[0].topics must be one of it, " },
    { profile: withQueue({ schedule: [[]] }), says: "queues[0].schedule must be seven lists" },
    {
      profile: withQueue({ schedule: [[[600, 500]], [], [], [], [], [], []] }),
      says: "queues[0].schedule must be seven lists",
    },
    {
      profile: withQueue({ chatsOnWeekday: -1 }),
      says: "queues[0].chatsOnWeekday must be a number from 0 to 100000, not -1",
    },
    { profile: withQueue({ transfersTo: 9 }), says: "queues[0].transfersTo must be the id of a queue: there is no 9" },
    {
      profile: withQueue({ shifts: [{ ...shift, to: 100 }] }),
      says: "queues[0].shifts[0].to must be a whole number from 481",
    },
    { profile: withQueue({ shifts: [{ ...shift, weekdays: [8] }] }), says: "queues[0].shifts[0].weekdays[0] must be" },
    {
      profile: withQueue({ shifts: [{ ...shift, alsoServes: [7] }] }),
      says: "queues[0].shifts[0].alsoServes must be the id",
    },
    { profile: withQueue({ shifts: [{ ...shift, pay: 1 }] }), says: "queues[0].shifts[0].pay is not a field" },
    { profile: { name: "x", queues: [queue, queue] }, says: "queues[1].id must be a number of its own: 1 is taken" },
    {
      profile: { name: "x", queues: [queue, { ...queue, id: 2 }] },
      says: 'queues[1].name must be a name of its own: "Desk" is taken',
    },
    {
      profile: {
        name: "x",
        queues: [
          { ...queue, transfersTo: 2 },
          { ...queue, id: 2, name: "Other", zone: "Asia/Tokyo" },
        ],
      },
      says: "queues 1 and 2 share agents or hand chats on, so they must be in one zone: they are in Europe/Paris and Asia/Tokyo",
    },
    {
      profile: { name: "x", windows: [{ zone: "UTC", firstOn: "2020-02-30", lastOn: "2020-03-01" }] },
      says: 'windows[0].firstOn must be a date such as 2020-11-01, not "2020-02-30"',
    },
    {
      profile: { name: "x", incidents: [{ name: "flood", from: "", to: "", surge: 2 }] },
      says: "incidents[0].name must be one of outlookOutage",
    },
    {
      profile: {
        name: "x",
        incidents: [{ name: "outlookOutage", from: "2026-01-01T10:00:00Z", to: "2026-01-01T09:00:00Z", surge: 2 }],
      },
      says: "incidents[0].to must be an instant after 2026-01-01T10:00:00Z",
    },
  ])("says $says", ({ profile, says }) => {
    expect(() => readProfile(profile)).toThrow(says);
  });
});

describe("readProfileFile", () => {
  it("names the file, whatever is wrong", () => {
    const file = join(folder, "mine.json");
    expect(() => readProfileFile(file)).toThrow(`cannot use the profile "${file}": ENOENT`);
    writeFileSync(file, "{");
    expect(() => readProfileFile(file)).toThrow(`cannot use the profile "${file}": `);
    writeFileSync(file, "{}");
    expect(() => readProfileFile(file)).toThrow(`cannot use the profile "${file}": name must be a text`);
    writeFileSync(file, `{"name": "mine"}`);
    expect(readProfileFile(file).name).toBe("mine");
  });
});

function withQueue(more: object): unknown {
  return { name: "x", queues: [{ ...queue, ...more }] };
}
