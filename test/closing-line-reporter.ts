import { DefaultReporter, type TestModule } from "vitest/node";
import type { SerializedError } from "vitest";

/** The default report, closed by one plain line: `N passed, N failed, N skipped`. An error outside a test counts as failed. */
export class ClosingLineReporter extends DefaultReporter {
  override onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly SerializedError[],
    reason: Parameters<DefaultReporter["onTestRunEnd"]>[2],
  ): void {
    super.onTestRunEnd(modules, errors, reason);
    const counts = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state]++;
      // A module that could not be collected has errors and no tests.
      counts.failed += module.errors().length;
    }
    console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped + counts.pending} skipped`);
  }
}

export { ClosingLineReporter as default };
