import { describe, expect, it } from "vitest";
import { languageDifferences } from "../../../connector/engine/index.ts";
import { testEngine } from "./evaluating.ts";

const engine = testEngine();

describe("the known differences of the language", () => {
  it.each(languageDifferences.map((difference) => [difference.usage, difference] as const))(
    "%s still differs, and as it is told",
    async (usage, { documented, here }) => {
      const outcome = await engine.evaluate(usage);
      const result = outcome.ok ? outcome.value?.m : outcome.error.message;
      expect(result).toBe(here);
      expect(result).not.toBe(documented);
    },
  );
});
