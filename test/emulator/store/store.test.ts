import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe, expect, it } from "vitest";
import { openStore, StoreError } from "../../../emulator/store/index.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-store-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("opening a store", () => {
  it("makes the file with its schema, and finds both again", () => {
    const file = join(folder, "new.sqlite");
    const made = openStore(file);
    made.connection.prepare("INSERT INTO fact VALUES ('seed', '1')").run();
    made.close();
    made.close();
    const found = openStore(file);
    expect(found.connection.prepare("SELECT value FROM fact").pluck().get()).toBe("1");
    found.close();
  });

  const file = (name: string, make: (connection: Database.Database) => void): string => {
    const path = join(folder, name);
    const connection = new Database(path);
    make(connection);
    connection.close();
    return path;
  };

  it.each([
    [
      "no database",
      () => (writeFileSync(join(folder, "text"), "just some text, long enough to be read"), join(folder, "text")),
      "it is no database",
    ],
    ["another program's", () => file("other", (c) => c.pragma("user_version = 3")), "another program's SQLite file"],
    [
      "another program's without a version",
      () => file("tables", (c) => c.exec("CREATE TABLE note (text)")),
      "another program's",
    ],
    [
      "a newer program's",
      () => file("newer", (c) => c.exec("PRAGMA application_id = 0x4348494d; PRAGMA user_version = 99")),
      "its schema is version 99",
    ],
    ["in no folder", () => join(folder, "nowhere", "x.sqlite"), "there is no folder"],
    ["a folder", () => folder, "it is a folder"],
  ])("refuses a file that is %s, naming it", (_, make, why) => {
    const path = make();
    expect(() => openStore(path)).toThrow(StoreError);
    expect(() => openStore(path)).toThrow(why);
    expect(() => openStore(path)).toThrow(`cannot open "${path}"`);
  });

  it("leaves another program's file as it was", () => {
    const path = file("untouched", (connection) => connection.exec("CREATE TABLE note (text)"));
    const before = readFileSync(path);
    expect(() => openStore(path)).toThrow(StoreError);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});
