import { describe, expect, it } from "vitest";
import {
  archivePerson,
  findKey,
  findPassword,
  listPeople,
  maySignIn,
  setPassword,
} from "../../../emulator/store/index.ts";
import { createDesk, keys, people } from "../fixture.ts";

const password = { salt: Buffer.from("salt"), hash: Buffer.from("hash"), cost: 2, blockSize: 1, parallelization: 1 };

describe("people as the pages list them", () => {
  it("each is told with roles by queue, skills and the valid key", () => {
    const store = createDesk();
    store.connection.exec(`INSERT INTO person_tag VALUES (${people.manager}, 1), (${people.manager}, 2)`);
    setPassword(store, people.manager, password, 7);
    expect(listPeople(store, people.manager)).toEqual([
      {
        id: people.manager,
        name: "Åsa O'manager, Jr",
        login: "manager",
        sip: "sip:manager",
        email: null,
        accountType: "Testing",
        mostChatsADay: 0,
        mostConcurrentChats: 1,
        isAdministrator: false,
        archivedAt: null,
        hasPassword: true,
        skills: ["Access", "vpn"],
        roles: [
          { queueId: 1, queueName: 'Service "Desk"', role: "Manager" },
          { queueId: 2, queueName: "Payroll", role: "Agent" },
        ],
        key: { id: 2, lastFour: "0002", madeAt: Date.UTC(2020, 0, 1), lastUsedAt: null },
      },
    ]);
    expect(listPeople(store, people.revoked)[0]).toMatchObject({ roles: [], skills: [], key: null });
    expect(listPeople(store, 99)).toEqual([]);
    expect(listPeople(store)).toHaveLength(Object.keys(people).length);
  });

  it("archiving makes the key invalid, restoring makes it valid again", () => {
    const store = createDesk();
    archivePerson(store, people.manager, 5);
    expect([listPeople(store, people.manager)[0]?.archivedAt, findKey(store, keys.manager)?.isValid]).toEqual([
      5,
      false,
    ]);
    archivePerson(store, people.manager, null);
    expect(findKey(store, keys.manager)?.isValid).toBe(true);
  });

  it.each([
    ["administrator", false, true],
    ["manager", false, true],
    ["reviewer", false, true],
    ["manager", true, false],
    ["agent", false, false],
    ["revoked", false, false],
  ] as const)("%s, archived %s, may sign in: %s", (name, isArchived, may) => {
    expect(maySignIn(createDesk(), { id: people[name], isArchived })).toBe(may);
  });
});

it("a password takes the place of the one before", () => {
  const store = createDesk();
  expect(findPassword(store, people.manager)).toBeUndefined();
  setPassword(store, people.manager, password, 7);
  setPassword(store, people.manager, { ...password, cost: 4 }, 8);
  expect(findPassword(store, people.manager)).toEqual({ ...password, cost: 4, setAt: 8 });
});
