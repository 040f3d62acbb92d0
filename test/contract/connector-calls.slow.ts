import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openStore } from "../../emulator/store/index.ts";
import { seedHistory } from "../../seed/index.ts";
import { auditDemo, countedSlowly, stated } from "./auditing.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-demo-"));
const file = join(folder, "demo.sqlite");
const store = openStore(file);
seedHistory(store, { profile: "demo", seed: 1, until: Date.parse("2020-12-31T00:00:00Z") });
store.close();
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const audited = auditDemo(() => file);

describe("the requests that the guide states", () => {
  it.each(Object.entries(countedSlowly))("%s", async (what, { expressions, sharesCache }) => {
    expect((await audited(expressions, sharesCache)).length).toBe(stated.get(what));
  });
});
