import { defineConfig } from "vitest/config";

// `npm run test:slow`: checks that take minutes, beside the suite of `npm test`.
process.env["TZ"] ??= "UTC";

export default defineConfig({
  test: {
    include: ["test/**/*.slow.ts"],
    reporters: ["./test/closing-line-reporter.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
