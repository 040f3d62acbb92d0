import { afterAll } from "vitest";
import { Engine, type EngineOptions, type Outcome } from "../../../connector/engine/index.ts";

/** An engine for a test file, closed after it. */
export function testEngine(options: EngineOptions = {}): Engine {
  const engine = new Engine({ timeoutMilliseconds: 20_000, ...options });
  afterAll(() => engine.close());
  return engine;
}

/** An outcome as one text: the value as M, or the error's reason and message. */
export function shown(outcome: Outcome): string {
  if (outcome.ok) return outcome.value?.m ?? "";
  return `${outcome.error.reason}: ${outcome.error.message}`;
}
