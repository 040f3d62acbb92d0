import { describe, expect, it } from "vitest";
import { loadLibrary, type Outcome } from "../../../../connector/engine/index.ts";
import { testEngine } from "../evaluating.ts";

/** Examples that show the clock or the local zone are written for this instant, in UTC. */
const engine = testEngine({ now: Date.parse("2020-12-15T12:00:00Z") });

const groups = await loadLibrary();
const examples = groups.flatMap((group) =>
  group.functions.flatMap(({ signature, examples = [] }) =>
    examples
      .filter((example) => example.notRun === undefined)
      .map(({ usage, output }) => ({ group: group.name, name: signature.split("(")[0]!, usage, output })),
  ),
);

function messageOf(outcome: Outcome): string | undefined {
  return outcome.ok ? undefined : outcome.error.message;
}

describe("every example of the library gives what it says", () => {
  it.each(examples)("$usage", async ({ usage, output }) => {
    const [found, expected] = [await engine.evaluate(usage), await engine.evaluate(output)];
    if (!expected.ok) {
      expect(messageOf(found)).toBe(messageOf(expected));
      return;
    }
    if (!found.ok) throw new Error(`${found.error.message} ${found.error.detail ?? ""}`);
    // Tables with other column types, and numbers written otherwise, are still equal to M.
    if (found.value?.m === expected.value?.m) return;
    const equal = await engine.evaluate(`(${usage}) = (${output})`);
    expect(equal.ok && equal.value?.json === true ? expected.value?.m : found.value?.m).toBe(expected.value?.m);
  });

  it("has an example for every function that can show one", () => {
    const without = groups.flatMap((group) =>
      group.functions.filter(({ examples = [] }) => examples.length === 0).map(({ signature }) => signature),
    );
    expect(without).toEqual([]);
  });
});
