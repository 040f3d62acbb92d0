import { createHash } from "node:crypto";
import { everyRoute, type FaultPlan, type FaultRule, type FaultTurn } from "./fault-rule.ts";
import { readFaultPlan, type NamedFaultPlan } from "./read-fault-plan.ts";
import type { ScenarioName } from "./scenarios.ts";

/** The faults in force, with what each rule has counted. */
export type FaultState = Omit<FaultPlan, "rules"> & {
  /** `null` for rules of one's own, and where there are none. */
  readonly scenario: ScenarioName | null;
  readonly rules: readonly (FaultRule & {
    /** Calls that its route let through to it. */
    readonly calls: number;
    /** How many of them it made a fault of. */
    readonly fired: number;
  })[];
};

/** A fault that a call meets. */
type Fault = {
  readonly rule: FaultRule;
  /** How long the answer waits; 0 unless the rule is about that. */
  readonly delayMs: number;
};

/** Which calls meet which faults; none unless they were asked for. */
export type Faults = {
  readonly read: () => FaultState;
  /**
   * Puts a plan in force, and every count to 0: the name of a scenario, `{scenario, seed?}` or `{rules, seed?}`.
   *
   * @throws FaultPlanError naming the field that cannot be used; what was in force stays.
   */
  readonly set: (plan: FaultPlan | ScenarioName | { readonly scenario: ScenarioName; readonly seed?: number }) => void;
  readonly clear: () => void;
  /** Puts the plan in force that it was made with, and every count to 0. */
  readonly reset: () => void;
  /** Counts a call to a path and gives the faults that it meets, in the order of their rules. */
  readonly meet: (path: string) => readonly Fault[];
};

type Counted = { readonly rule: FaultRule; readonly route: RegExp; calls: number; fired: number };

/**
 * Makes a list of faults, empty or with a plan. What a call meets follows from the plan, its seed and how many calls the rule
 * has counted, from nothing else: the same seed and the same sequence of calls, the same faults.
 */
export function createFaults(plan?: unknown): Faults {
  let named: NamedFaultPlan;
  let counted: Counted[] = [];
  const put = (next: NamedFaultPlan): void => {
    named = next;
    counted = next.rules.map((rule) => ({ rule, route: toPattern(rule.route ?? everyRoute), calls: 0, fired: 0 }));
  };
  const none: NamedFaultPlan = { scenario: null, seed: 1, rules: [] };
  const first = plan === undefined ? none : readFaultPlan(plan);
  put(first);
  return {
    read: () => ({ ...named, rules: counted.map(({ rule, calls, fired }) => ({ ...rule, calls, fired })) }),
    set: (next) => {
      put(readFaultPlan(next));
    },
    clear: () => {
      put(none);
    },
    reset: () => {
      put(first);
    },
    meet: (path) =>
      counted.flatMap((each, index) => {
        if (!each.route.test(path)) return [];
        const number = ++each.calls;
        const draw = (what: string): number => drawUniform(named.seed, index, number, what);
        if (!isTurn(each.rule.when, number, draw)) return [];
        each.fired++;
        return [{ rule: each.rule, delayMs: delayOf(each.rule, draw) }];
      }),
  };
}

/** Which paths a route means, in any case, as the server takes them. */
function toPattern(route: string): RegExp {
  const escaped = route.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
  if (route.startsWith("/")) return new RegExp(`^${escaped}/?$`, "i");
  return /^SessionDetails$/i.test(route)
    ? /^\/Chime\/Session\/SessionDetails\/.*$/i
    : new RegExp(`^/Chime/Report/${escaped}/?$`, "i");
}

function isTurn({ nth, every, first, after, rate }: FaultTurn = {}, number: number, draw: (what: string) => number) {
  if (nth !== undefined) return number === nth;
  if (every !== undefined) return number % every === 0;
  if (first !== undefined) return number <= first;
  if (after !== undefined) return number > after;
  return rate === undefined || draw("turn") < rate;
}

const longestDelayMs = 600_000;

function delayOf({ kind, ms, medianMs, sigma = 0.5 }: FaultRule, draw: (what: string) => number): number {
  if (kind !== "latency") return 0;
  if (medianMs === undefined) return ms ?? 0;
  // Box and Muller: two uniform draws make a normal one. 1 minus, because a draw may be 0.
  const normal = Math.sqrt(-2 * Math.log(1 - draw("radius"))) * Math.cos(2 * Math.PI * draw("angle"));
  return Math.min(longestDelayMs, Math.round(medianMs * Math.exp(sigma * normal)));
}

/** From 0 up to 1, by a hash, so that it depends on the call's number alone and not on how often was drawn before. */
function drawUniform(seed: number, rule: number, call: number, what: string): number {
  const hash = createHash("sha256").update(`${seed}.${rule}.${call}.${what}`).digest();
  return hash.readUInt32BE(0) / 2 ** 32;
}
