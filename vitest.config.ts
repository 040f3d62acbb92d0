import { defineConfig } from "vitest/config";

// A fixed zone unless the caller sets another: `.ci/run` runs the suite once more in a second one.
process.env["TZ"] ??= "UTC";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["./test/seed-demo.ts"],
    reporters: ["./test/closing-line-reporter.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
