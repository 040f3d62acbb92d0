import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFaults } from "../../../../emulator/http/faults/faults.ts";
import { faultKinds, type FaultKind, type FaultPlan, type FaultRule } from "../../../../emulator/http/index.ts";
import { readFaultPlan } from "../../../../emulator/http/faults/read-fault-plan.ts";

const paths = [
  "/Chime/Report/Queues",
  "/Chime/Report/ChatHistory",
  "/Chime/Api/GetQueues",
  "/Chime/Session/SessionDetails/7",
];

/** What a sequence of calls meets under a plan. */
function meetAll(plan: FaultPlan, calls: readonly string[]) {
  const faults = createFaults(plan);
  return calls.map((path) => faults.meet(path).map(({ rule, delayMs }) => [rule.kind, delayMs]));
}

/** The numbers of the calls, of twenty to one path, that a rule makes a fault of. */
function fired(rule: Partial<FaultRule>, seed = 1): readonly number[] {
  const calls = Array.from({ length: 20 }, () => paths[0]!);
  return meetAll({ seed, rules: [{ kind: "reset", ...rule }] }, calls).flatMap((met, index) =>
    met.length > 0 ? [index + 1] : [],
  );
}

const turn = fc.oneof(
  fc.record({ nth: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ every: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ first: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ after: fc.integer({ min: 0, max: 9 }) }),
  fc.record({ rate: fc.double({ min: 0, max: 1, noNaN: true }) }),
);
const plainKinds = (Object.keys(faultKinds) as FaultKind[]).filter((kind) => kind !== "latency" && kind !== "drip");
const rule = fc.oneof(
  fc.record({
    kind: fc.constantFrom(...plainKinds),
    route: fc.constantFrom("Queues", "ChatHistory", "/Chime/*"),
    when: turn,
  }),
  fc.record({ kind: fc.constant("latency" as const), medianMs: fc.integer({ min: 1, max: 500 }), when: turn }),
);
const plan = fc.record({ seed: fc.integer({ min: 0, max: 1000 }), rules: fc.array(rule, { maxLength: 5 }) });

describe("faults", () => {
  it("are the same for the same seed and the same calls, call by call", () => {
    fc.assert(
      fc.property(plan, fc.array(fc.constantFrom(...paths), { maxLength: 40 }), (given, calls) => {
        expect(meetAll(given, calls)).toEqual(meetAll(given, calls));
      }),
      { numRuns: 200 },
    );
  });

  it("of a rule follow from the calls of its own route alone", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99 }),
        fc.array(fc.constantFrom(...paths), { maxLength: 40 }),
        (seed, calls) => {
          const own = { seed, rules: [{ kind: "reset", route: "Queues", when: { rate: 0.5 } }] } as const;
          const mixed = meetAll(own, calls).filter((_met, index) => calls[index] === paths[0]);
          expect(mixed).toEqual(
            meetAll(
              own,
              calls.filter((path) => path === paths[0]),
            ),
          );
        },
      ),
    );
  });

  it("are put in force again from the first call on", () => {
    const given: FaultPlan = { seed: 3, rules: [{ kind: "reset", when: { rate: 0.5 } }] };
    const faults = createFaults(given);
    const meet = () => Array.from({ length: 20 }, () => faults.meet(paths[0]!).length);
    const first = meet();
    expect(meet()).not.toEqual(first);
    faults.set(given);
    expect(meet()).toEqual(first);
    faults.reset();
    expect(meet()).toEqual(first);
  });

  it.each<[FaultRule["when"], readonly number[]]>([
    [undefined, Array.from({ length: 20 }, (_, index) => index + 1)],
    [{ nth: 3 }, [3]],
    [{ every: 6 }, [6, 12, 18]],
    [{ first: 2 }, [1, 2]],
    [{ after: 18 }, [19, 20]],
    [{ rate: 0 }, []],
    [{ rate: 1 }, Array.from({ length: 20 }, (_, index) => index + 1)],
  ])("of a rule with the turn %j come at calls %j of twenty", (when, numbers) => {
    expect(fired(when === undefined ? {} : { when })).toEqual(numbers);
  });

  it("by chance come as often as the rate says, and at other calls with another seed", () => {
    const calls = Array.from({ length: 4000 }, () => paths[0]!);
    const share = (seed: number) =>
      meetAll({ seed, rules: [{ kind: "reset", when: { rate: 0.25 } }] }, calls).filter((met) => met.length > 0)
        .length / 4000;
    expect(share(1)).toBeCloseTo(0.25, 1);
    expect(fired({ when: { rate: 0.5 } }, 1)).not.toEqual(fired({ when: { rate: 0.5 } }, 2));
  });

  it("of log-normal latency have the median that was asked for, and a long tail", () => {
    const calls = Array.from({ length: 4001 }, () => paths[0]!);
    const delays = meetAll({ seed: 1, rules: [{ kind: "latency", medianMs: 1000, sigma: 0.5 }] }, calls)
      .map(([met]) => met![1] as number)
      .toSorted((one, other) => one - other);
    expect(delays[2000]! / 1000).toBeCloseTo(1, 1);
    // The 84th percentile of a log-normal distribution is its median times e to the sigma.
    expect(delays[3366]! / 1000).toBeCloseTo(Math.exp(0.5), 0);
  });

  it.each([
    ["Queues", [true, false, false, false]],
    ["queues", [true, false, false, false]],
    ["SessionDetails", [false, false, false, true]],
    ["/Chime/Report/*", [true, true, false, false]],
    ["/chime/api/getqueues", [false, false, true, false]],
    ["/Chime/*", [true, true, true, true]],
    [undefined, [true, true, true, true]],
    ["/Chime/Report/(Queues|ChatHistory)", [false, false, false, false]],
  ])("with the route %s are met at %j", (route, met) => {
    const faults = createFaults({ seed: 1, rules: [{ kind: "reset", ...(route && { route }) }] });
    expect(paths.map((path) => faults.meet(path).length === 1)).toEqual(met);
  });
});

describe("a plan that cannot be used is refused, naming the field", () => {
  it.each<[unknown, string]>([
    [
      "thrott1ed",
      'the scenario is "thrott1ed": give one of throttled, flaky, slow, expired-key, truncated, maintenance, old-build',
    ],
    [{ scenario: 7 }, "scenario is 7: give one of throttled"],
    [{ scenario: "constructor" }, 'scenario is "constructor"'],
    [{ scenario: "slow", rules: [] }, "rules stand beside a scenario"],
    [null, "the plan is null: give an object"],
    [[], "the plan is []: give an object"],
    [{}, "rules is missing: give a list of rules"],
    [{ rules: {} }, "rules is {}: give a list of rules"],
    [{ rules: [], sed: 1 }, "sed is not known here: the fields are scenario, seed, rules"],
    [{ rules: [], seed: -1 }, "seed is -1: give a whole number from 0"],
    [{ rules: [], seed: "1" }, 'seed is "1"'],
    [{ rules: [7] }, "rules[0] is 7: give an object"],
    [{ rules: [{ kind: "reset" }, {}] }, "rules[1].kind is missing: give one of latency, "],
    [{ rules: [{ kind: "toString" }] }, 'rules[0].kind is "toString"'],
    [
      { rules: [{ kind: "reset", ms: 1 }] },
      "rules[0].ms is not known here: the fields are route, when, kind, afterBytes",
    ],
    [{ rules: [{ kind: "latency" }] }, "rules[0] needs either ms or medianMs"],
    [{ rules: [{ kind: "latency", ms: 1, medianMs: 1 }] }, "rules[0] needs either ms or medianMs"],
    [{ rules: [{ kind: "latency", ms: 1, sigma: 1 }] }, "rules[0].sigma belongs to medianMs"],
    [{ rules: [{ kind: "latency", ms: 1.5 }] }, "rules[0].ms is 1.5: give a whole number from 0 to 600000"],
    [{ rules: [{ kind: "latency", ms: Number.NaN }] }, "rules[0].ms is null"],
    [{ rules: [{ kind: "drip" }] }, "rules[0] needs bytesPerSecond"],
    [{ rules: [{ kind: "drip", bytesPerSecond: 0 }] }, "rules[0].bytesPerSecond is 0: give a whole number, 1 or more"],
    [{ rules: [{ kind: "unavailable", asDate: "yes" }] }, 'rules[0].asDate is "yes": give true or false'],
    [{ rules: [{ kind: "reset", route: "Nothing" }] }, 'rules[0].route is "Nothing": give a report\'s name'],
    [{ rules: [{ kind: "reset", route: "/other" }] }, 'rules[0].route is "/other"'],
    [{ rules: [{ kind: "reset", route: "/Chime/Admin/People" }] }, "(not /Chime/Admin)"],
    [
      { rules: [{ kind: "reset", when: {} }] },
      "rules[0].when has 0 fields: give one of nth, every, first, after, rate",
    ],
    [{ rules: [{ kind: "reset", when: { nth: 1, every: 2 } }] }, "rules[0].when has 2 fields"],
    [{ rules: [{ kind: "reset", when: { often: 1 } }] }, "rules[0].when.often is not known here"],
    [{ rules: [{ kind: "reset", when: { nth: 0 } }] }, "rules[0].when.nth is 0: give a whole number, 1 or more"],
    [{ rules: [{ kind: "reset", when: { rate: 1.1 } }] }, "rules[0].when.rate is 1.1: give a number from 0 to 1"],
  ])("%j", (given, message) => {
    expect(() => readFaultPlan(given)).toThrow(message);
  });

  it("and leaves in force what was", () => {
    const faults = createFaults("slow");
    expect(() => {
      faults.set({ seed: 1, rules: [{ kind: "latency" }] });
    }).toThrow("needs either");
    expect(faults.read().scenario).toBe("slow");
  });
});
