import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEmulator } from "../../emulator/http/index.ts";
import { exampleNow, readExamples, writeExamples } from "./openapi-examples.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-examples-"));
const file = join(folder, "demo.sqlite");
try {
  const program = join("dist", "cli.js");
  const seeding = ["seed", "--data", file, "--until", "2026-11-01T00:00:00Z"];
  const { status } = spawnSync(process.execPath, [program, ...seeding], { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error("could not make the examples: the demo data could not be seeded");
  const emulator = await createEmulator({ file, now: exampleNow });
  try {
    writeFileSync(join("emulator", "http", "openapi-examples.json"), writeExamples(await readExamples(emulator.url)));
  } finally {
    await emulator.close();
  }
} finally {
  rmSync(folder, { recursive: true });
}
