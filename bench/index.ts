/**
 * The benches: what the product costs beside the least that the same work can cost. `npm run bench` runs them all,
 * `npm run bench -- engine` one; what follows a name is handed to it.
 *
 * | part | measures |
 * | --- | --- |
 * | `seeding.ts` | histories a second, beside SQLite alone |
 * | `reports.ts` | every report over a month as the history grows, beside SQLite's bare count |
 * | `engine.ts` | M, beside the same work by hand |
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const benches = ["seeding", "reports", "engine"];
const [name, ...rest] = process.argv.slice(2);
if (name !== undefined && !benches.includes(name)) {
  console.error(`bench: could not run "${name}": there is ${benches.join(", ")}`);
  process.exit(1);
}
for (const bench of name === undefined ? benches : [name]) {
  const script = fileURLToPath(new URL(`./${bench}.js`, import.meta.url));
  execFileSync(process.execPath, [script, ...rest], { stdio: "inherit" });
}
