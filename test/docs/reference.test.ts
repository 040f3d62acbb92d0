import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { referencePages } from "../../docs/generate/index.ts";

const pages = await referencePages();

describe("the generated reference", () => {
  it.each([...pages])("%s is what the declarations give (npm run generate writes it)", (name, text) => {
    expect(readFileSync(join("docs", "reference", name), "utf8")).toBe(text);
  });

  it("has no page that nothing generates", () => {
    expect(readdirSync(join("docs", "reference")).sort()).toEqual([...pages.keys()].sort());
  });
});
