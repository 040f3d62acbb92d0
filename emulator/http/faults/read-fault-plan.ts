import { directories, findReport } from "../../catalogue/index.ts";
import { faultKinds, fieldsOfKinds, type FaultKind, type FaultPlan, type FaultRule } from "./fault-rule.ts";
import { isScenarioName, scenarios, type ScenarioName } from "./scenarios.ts";

/** Why something is no plan for faults: names the field and quotes its value. */
export class FaultPlanError extends Error {
  override readonly name = "FaultPlanError";
}

/** A plan as it was asked for: with the name of its scenario, where it has one. */
export type NamedFaultPlan = FaultPlan & { readonly scenario: ScenarioName | null };

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a plan: the name of a scenario, `{scenario, seed?}` or `{rules, seed?}`. Without a seed it is 1.
 *
 * @throws FaultPlanError naming the field that cannot be used.
 */
export function readFaultPlan(value: unknown): NamedFaultPlan {
  const fields = typeof value === "string" ? { scenario: value } : readObject(value, "the plan");
  const { scenario, rules } = fields;
  const place = typeof value === "string" ? "the scenario" : "scenario";
  refuseOthers(fields, ["scenario", "seed", "rules"], "");
  const seed = fields["seed"] === undefined ? 1 : readNumber(fields["seed"], "seed", wholeFrom0);
  if (scenario !== undefined) {
    if (rules !== undefined) throw new FaultPlanError("rules stand beside a scenario: give one of the two");
    if (typeof scenario !== "string" || !isScenarioName(scenario)) {
      throw refuse(place, scenario, `give one of ${Object.keys(scenarios).join(", ")}`);
    }
    return { scenario, seed, rules: scenarios[scenario].rules };
  }
  if (!Array.isArray(rules)) throw refuse("rules", rules, "give a list of rules, or a scenario in their place");
  return { scenario: null, seed, rules: rules.map((rule, index) => readRule(rule, `rules[${index}]`)) };
}

type Bounds = { readonly least: number; readonly most: number; readonly isWhole: boolean; readonly words: string };

const longestMs = 600_000;
const whole = (least: number, most: number): Bounds => ({
  least,
  most,
  isWhole: true,
  words: `a whole number from ${least} to ${most}`,
});
const wholeFrom0 = whole(0, 2 ** 31 - 1);
const call: Bounds = { ...whole(1, 2 ** 31 - 1), words: "a whole number, 1 or more" };

const turns: Readonly<Record<string, Bounds>> = {
  nth: call,
  every: call,
  first: call,
  after: { ...wholeFrom0, words: "a whole number, 0 or more" },
  rate: { least: 0, most: 1, isWhole: false, words: "a number from 0 to 1" },
};

const numbers: Readonly<Record<string, Bounds>> = {
  ms: whole(0, longestMs),
  medianMs: whole(1, longestMs),
  sigma: { least: 0, most: 3, isWhole: false, words: "a number from 0 to 3" },
  retryAfter: whole(0, 86_400),
  afterBytes: call,
  bytesPerSecond: call,
};

function readRule(value: unknown, place: string): FaultRule {
  const fields = readObject(value, place);
  const { kind, route, when } = fields;
  if (typeof kind !== "string" || !Object.hasOwn(faultKinds, kind)) {
    throw refuse(`${place}.kind`, kind, `give one of ${Object.keys(faultKinds).join(", ")}`);
  }
  const own: readonly string[] = fieldsOfKinds[kind as FaultKind];
  refuseOthers(fields, ["route", "when", "kind", ...own], `${place}.`);
  for (const name of own) {
    const bounds = numbers[name];
    if (fields[name] === undefined) continue;
    if (bounds !== undefined) readNumber(fields[name], `${place}.${name}`, bounds);
    else if (typeof fields[name] !== "boolean") throw refuse(`${place}.${name}`, fields[name], "give true or false");
  }
  if (kind === "latency" && (fields["ms"] === undefined) === (fields["medianMs"] === undefined)) {
    throw new FaultPlanError(`${place} needs either ms or medianMs`);
  }
  if (kind === "latency" && fields["ms"] !== undefined && fields["sigma"] !== undefined) {
    throw new FaultPlanError(`${place}.sigma belongs to medianMs`);
  }
  if (kind === "drip" && fields["bytesPerSecond"] === undefined) {
    throw new FaultPlanError(`${place} needs bytesPerSecond`);
  }
  if (route !== undefined) readRoute(route, `${place}.route`);
  if (when !== undefined) readTurn(when, `${place}.when`);
  return fields as FaultRule;
}

function readRoute(route: unknown, place: string): void {
  const isPath = typeof route === "string" && /^\/Chime\//i.test(route);
  const isAdmin = typeof route === "string" && /^\/Chime\/Admin(?:\/|$)/i.test(route);
  if ((isPath && !isAdmin) || (typeof route === "string" && isNamedRoute(route))) return;
  throw refuse(
    place,
    route,
    "give a report's name, a directory's, SessionDetails, or a path that begins with /Chime/ (not /Chime/Admin), with * for anything",
  );
}

/** Whether a name alone is a route: a report's, a directory's or SessionDetails, in any case. */
function isNamedRoute(name: string): boolean {
  const folded = name.toLowerCase();
  return (
    findReport(name) !== undefined ||
    folded === "sessiondetails" ||
    directories.some(({ route }) => route.toLowerCase() === folded)
  );
}

function readTurn(value: unknown, place: string): void {
  const fields = readObject(value, place);
  refuseOthers(fields, Object.keys(turns), `${place}.`);
  const given = Object.entries(fields);
  if (given.length !== 1) {
    throw new FaultPlanError(`${place} has ${given.length} fields: give one of ${Object.keys(turns).join(", ")}`);
  }
  for (const [name, each] of given) readNumber(each, `${place}.${name}`, turns[name]!);
}

function readObject(value: unknown, place: string): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  throw refuse(place, value, "give an object");
}

function readNumber(value: unknown, place: string, { least, most, isWhole, words }: Bounds): number {
  const isNumber = typeof value === "number" && value >= least && value <= most;
  if (isNumber && (!isWhole || Number.isInteger(value))) return value;
  throw refuse(place, value, `give ${words}`);
}

function refuseOthers(fields: Fields, known: readonly string[], before: string): void {
  const unknown = Object.keys(fields).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new FaultPlanError(`${before}${unknown.slice(0, 100)} is not known here: the fields are ${known.join(", ")}`);
  }
}

function refuse(place: string, value: unknown, advice: string): FaultPlanError {
  if (value === undefined) return new FaultPlanError(`${place} is missing: ${advice}`);
  return new FaultPlanError(`${place} is ${JSON.stringify(value).slice(0, 100)}: ${advice}`);
}
