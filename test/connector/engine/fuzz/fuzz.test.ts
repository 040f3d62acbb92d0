import { describe, expect, it } from "vitest";
import { loadLibrary, type Outcome } from "../../../../connector/engine/index.ts";
import { testEngine } from "../evaluating.ts";
import { fuzzedCalls, makeExpression, makeNoise, Random } from "./generate.ts";

/** FUZZ_COUNT=100000 makes the long run, FUZZ_SEED another one. */
const count = Number(process.env["FUZZ_COUNT"] ?? 2_000);
const firstSeed = Number(process.env["FUZZ_SEED"] ?? 1);
const minute = 60_000;

const engine = testEngine({ timeoutMilliseconds: 5_000, memoryMegabytes: 512, now: Date.UTC(2020, 10, 1) });
const calls = fuzzedCalls(await loadLibrary());

/** What no user may ever see: faults of the engine, and the words of JavaScript. */
const faults =
  /the engine failed|the engine's host failed|is not a function|Cannot read prop|undefined|\[object |BigInt|Invalid Date/u;

async function faultOf(text: string): Promise<string | undefined> {
  let outcome: Outcome;
  try {
    outcome = await engine.evaluate(text);
  } catch (error) {
    return `threw ${String(error)}`;
  }
  if (outcome.ok) return undefined;
  const { reason, message } = outcome.error;
  return reason === "Engine.Fault" || faults.test(message) ? `${reason}: ${message.slice(0, 400)}` : undefined;
}

describe("whatever the text is, the engine answers with a value or an error of M", () => {
  it.each([
    ["expressions", (random: Random) => makeExpression(random, calls, 1 + random.below(3))],
    ["noise", makeNoise],
  ])(`${count} %s`, { timeout: 5 * minute + count * 60 }, async (_kind, make) => {
    const found: { seed: number; text: string; fault: string }[] = [];
    for (let seed = firstSeed; seed < firstSeed + count && found.length < 25; seed++) {
      const text = make(new Random(seed));
      const fault = await faultOf(text);
      if (fault !== undefined) found.push({ seed, text, fault });
    }
    expect(found).toEqual([]);
  });
});
