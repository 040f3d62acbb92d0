import { readFileSync } from "node:fs";
import type { FaultPlan } from "./fault-rule.ts";
import { FaultPlanError, readFaultPlan } from "./read-fault-plan.ts";
import { isScenarioName, scenarios, type ScenarioName } from "./scenarios.ts";

/**
 * What the name of a scenario, or of a JSON file with rules, asks for.
 *
 * @throws Error when it is neither, or the file holds no rules.
 */
export function readFaultFile(name: string): FaultPlan | ScenarioName {
  if (isScenarioName(name)) return name;
  let text: string;
  try {
    text = readFileSync(name, "utf8");
  } catch (cause) {
    const isMissing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    const why = isMissing ? "there is no such file, and no such scenario" : (cause as Error).message;
    throw new Error(
      `could not read the faults "${name}": ${why}; the scenarios are ${Object.keys(scenarios).join(", ")}`,
      { cause },
    );
  }
  try {
    const { scenario, seed, rules } = readFaultPlan(JSON.parse(text));
    // With its seed a scenario is told by its rules.
    return scenario === null || seed !== 1 ? { seed, rules } : scenario;
  } catch (cause) {
    if (!(cause instanceof FaultPlanError || cause instanceof SyntaxError)) throw cause;
    throw new Error(`could not use the faults "${name}": ${cause.message}`, { cause });
  }
}
