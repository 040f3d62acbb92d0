import { describe, expect, it } from "vitest";
import {
  createKey,
  findKey,
  findPerson,
  hasKey,
  listKeys,
  readAccess,
  readRoles,
  replaceKey,
  revokeKey,
} from "../../../emulator/store/index.ts";
import { createDesk, keys, people } from "../fixture.ts";

const guid = "99999999-aaaa-4aaa-8aaa-00000000beef";

describe("keys", () => {
  it.each([
    ["administrator", true],
    ["archived", false],
    ["revoked", false],
  ] as const)("the key of %s is known, and valid: %s", (name, isValid) => {
    expect(findKey(createDesk(), keys[name])).toMatchObject({ personId: people[name], isValid, isWellKnown: false });
  });

  it("a key is found in any case, and an unknown one is not", () => {
    const store = createDesk();
    expect(findKey(store, keys.manager.toUpperCase())?.personId).toBe(people.manager);
    expect(findKey(store, guid)).toBeUndefined();
  });

  it("a replaced key is invalid at once, and the new one is valid", () => {
    const store = createDesk();
    replaceKey(store, people.manager, guid, 5);
    expect(findKey(store, keys.manager)?.isValid).toBe(false);
    expect(findKey(store, guid)).toMatchObject({ personId: people.manager, isValid: true });
  });

  it("when a key cannot be replaced the old one stays valid", () => {
    const store = createDesk();
    expect(() => {
      replaceKey(store, people.manager, keys.reviewer, 5);
    }).toThrow("UNIQUE");
    expect(findKey(store, keys.manager)?.isValid).toBe(true);
  });

  it("a person has one valid key at most", () => {
    const store = createDesk();
    expect(() => {
      createKey(store, people.manager, guid, 5);
    }).toThrow("UNIQUE");
    expect(revokeKey(store, people.manager, 5)).toBe(true);
    expect(revokeKey(store, people.manager, 6)).toBe(false);
    expect(hasKey(store, people.manager)).toBe(false);
    createKey(store, people.manager, guid, 7);
    expect(hasKey(store, people.manager)).toBe(true);
  });

  it("the list shows the last four, and neither the key nor revoked ones", () => {
    const listed = listKeys(createDesk());
    expect(listed.map(({ login }) => login)).toEqual([
      "administrator",
      "agent",
      "archived",
      "manager",
      "reviewer",
      "wellKnown",
    ]);
    expect(listed.find(({ login }) => login === "manager")).toMatchObject({
      lastFour: "0002",
      roles: ["Manager", "Agent"],
      lastUsedAt: null,
    });
  });

  it("no GUID of a key is in the file", () => {
    const bytes = createDesk().connection.serialize().toString("latin1");
    for (const key of Object.values(keys)) expect(bytes).not.toContain(key);
  });
});

describe("access", () => {
  it.each([
    ["administrator", true, [1, 2, 3], ["Administrator"]],
    ["manager", false, [1], ["Manager", "Agent"]],
    ["reviewer", false, [1, 2], ["Reviewer"]],
    ["agent", false, [], ["Agent"]],
    ["revoked", false, [], []],
  ] as const)("%s: administrator %s, reads queues %j", (name, isAdministrator, queueIds, roles) => {
    const store = createDesk();
    expect(readAccess(store, people[name])).toEqual({ isAdministrator, queueIds });
    expect(readRoles(store, people[name])).toEqual(roles);
  });

  it.each([
    ["manager", people.manager],
    ["MANAGER", people.manager],
    ["2", people.manager],
    ["nobody", undefined],
    ["99", undefined],
  ])('"%s" names person %s', (text, id) => {
    expect(findPerson(createDesk(), text)?.id).toBe(id);
  });
});
