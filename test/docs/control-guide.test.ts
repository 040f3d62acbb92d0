import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createEmulator, faultKinds, scenarios } from "../../emulator/http/index.ts";

const read = (name: string): string => readFileSync(join("docs", "guides", name), "utf8");
/** A guide with its tables' cells one space apart, however prettier aligns them. */
const guide = read("control.md").replaceAll(/ +/g, " ");

it.each(Object.entries(scenarios))(
  "the guide tells what %s does, and what Power Query makes of it",
  (name, { does, meets }) => {
    expect(guide).toContain(`| \`${name}\` | ${does} | ${meets} |`);
  },
);

it.each(Object.entries(faultKinds))("the guide tells what the fault %s is", (kind, what) => {
  expect(guide).toContain(`| \`${kind}\` | ${what} |`);
});

it("the guide's rules, and those of the guide to tests, can be put in force", async () => {
  const emulator = await createEmulator();
  const [rules] = /(?<=```json\n)[^`]*/.exec(read("control.md"))!;
  emulator.faults.set(JSON.parse(rules) as Parameters<typeof emulator.faults.set>[0]);
  expect(emulator.faults.read().rules.length).toBe(3);
  emulator.faults.set({ seed: 7, rules: [{ route: "ChatHistory", when: { nth: 2 }, kind: "truncate" }] });
  expect(read("emulator-in-tests.md")).toContain(
    '{ seed: 7, rules: [{ route: "ChatHistory", when: { nth: 2 }, kind: "truncate" }] }',
  );
  await emulator.close();
});

it("every control route that the guide names is there", async () => {
  const emulator = await createEmulator();
  const headers = { "X-Emulator-Token": emulator.controlToken };
  const routes = [...guide.matchAll(/^\| `(GET|PUT|POST|DELETE) ([a-zA-Z/]+)/gm)].map(([, method, path]) => [
    method!,
    path!,
  ]);
  expect(routes.length).toBe(16);
  // A snapshot has to be there before it is restored.
  await emulator.snapshots.save("NAME");
  for (const [method, path] of routes.filter(([, path]) => path !== "requests/stream")) {
    const { status } = await fetch(`${emulator.url}/_emulator/${path}`, { method: method!, headers });
    // Without a body PUT and POST are refused for that, and not as unknown.
    expect([200, 400], `${method} ${path}`).toContain(status);
  }
  await emulator.close();
});
