import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openStore } from "../emulator/store/index.ts";
import { seedHistory } from "../seed/index.ts";

declare module "vitest" {
  // Vitest's own way to declare what a global setup provides.
  export interface ProvidedContext {
    /** A data file with the demo history up to 2026-11-01, for tests that read; those that write copy it first. */
    readonly demoFile: string;
  }
}

/** Seeds the demo history once for the whole run. */
function seedDemo(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "chime-bi-test-"));
  const file = join(folder, "demo.sqlite");
  const store = openStore(file);
  seedHistory(store, { profile: "demo", seed: 1, until: Date.parse("2026-11-01T00:00:00Z") });
  store.close();
  project.provide("demoFile", file);
  return () => {
    rmSync(folder, { recursive: true });
  };
}

export { seedDemo as default };
