import { describe, expect, it } from "vitest";
import { createStream } from "../../seed/random.ts";
import { startAt, waitOf, workPlainDay, type Call } from "./plain-queue.ts";

type Model = { readonly agents: number; readonly load: number; readonly patienceMinutes: number };

const serviceMinutes = 6;

/** The exact waits and abandonment of Erlang-A, M/M/n+M (Mandelbaum and Zeltyn, 2005), from its birth and death process. */
function solveErlangA({ agents, load, patienceMinutes }: Model): { waitSeconds: number; abandoned: number } {
  const arrivals = load / serviceMinutes;
  const weights = [1];
  for (let state = 1; state < 400; state++) {
    const leaving = Math.min(state, agents) / serviceMinutes + Math.max(0, state - agents) / patienceMinutes;
    weights.push((weights[state - 1]! * arrivals) / leaving);
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const queue = weights.reduce((total, weight, state) => total + (weight / sum) * Math.max(0, state - agents), 0);
  return { waitSeconds: (60 * queue) / arrivals, abandoned: queue / patienceMinutes / arrivals };
}

function simulate({ agents, load, patienceMinutes }: Model, days: number): { waitSeconds: number; abandoned: number } {
  let [guests, waits, lost] = [0, 0, 0];
  for (let day = 0; day < days; day++) {
    const stream = createStream(7, "calls", day);
    const calls: Call[] = [];
    const gapMs = (60_000 * serviceMinutes) / load;
    for (let at = stream.exponential(gapMs); at < 86_400_000; at += stream.exponential(gapMs)) {
      const serviceMs = stream.exponential(60_000 * serviceMinutes);
      const patienceMs = Math.round(stream.exponential(60_000 * patienceMinutes));
      calls.push({ at: startAt + Math.round(at), serviceMs, patienceMs });
    }
    for (const course of workPlainDay(calls, [{ agents, from: 0, to: 24 }])) {
      // The queue is empty at midnight: two hours until it is as on any other.
      if (course.queuedAt! < startAt + 7_200_000) continue;
      guests += 1;
      waits += waitOf(course);
      if (course.outcome === "abandoned") lost += 1;
    }
  }
  return { waitSeconds: waits / guests, abandoned: lost / guests };
}

describe("the queue, with nothing but what Erlang-A knows", () => {
  it.each([
    { name: "thin", agents: 5, load: 6, patienceMinutes: 4 },
    { name: "even", agents: 6, load: 6, patienceMinutes: 8 },
    { name: "ample", agents: 9, load: 6, patienceMinutes: 8 },
    { name: "alone", agents: 1, load: 0.8, patienceMinutes: 10 },
    { name: "large", agents: 40, load: 38, patienceMinutes: 5 },
  ])("has its waits and abandonment when staffing is $name", (model) => {
    const exact = solveErlangA(model);
    const { waitSeconds, abandoned } = simulate(model, Math.ceil(1200 / model.load));
    // Five per cent, or a quarter of a second where hardly anybody waits.
    expect(Math.abs(waitSeconds - exact.waitSeconds)).toBeLessThan(Math.max(0.05 * exact.waitSeconds, 0.25));
    expect(Math.abs(abandoned - exact.abandoned)).toBeLessThan(Math.max(0.05 * exact.abandoned, 0.001));
    expect(abandoned).toBeCloseTo(waitSeconds / 60 / model.patienceMinutes, 2);
  });
});
