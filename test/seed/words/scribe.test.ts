import { describe, expect, it } from "vitest";
import { createStream } from "../../../seed/random.ts";
import { Scribe } from "../../../seed/words/scribe.ts";
import { readTemplate } from "../../../seed/words/template.ts";

const stream = (number = 1) => createStream(number, "scribe");

describe("Scribe", () => {
  it("keeps a slot's value within a chat", () => {
    const scribe = new Scribe("en", stream());
    const ticket = readTemplate("{ticket}", "en");
    const first = scribe.fill(ticket, stream(2));
    expect(first).toMatch(/^(INC|REQ)\d{7}$/);
    expect(scribe.fill(ticket, stream(3))).toBe(first);
  });

  it("takes the values that a chat gives", () => {
    const scribe = new Scribe("de", stream());
    scribe.set("helper", "Jürgen");
    expect(scribe.fill(readTemplate("Danke, {helper}!", "de"), stream())).toBe("Danke, Jürgen!");
  });

  it("refuses a name that the chat did not give", () => {
    const scribe = new Scribe("en", stream());
    expect(() => scribe.fill(readTemplate("{next}", "en"), stream())).toThrow(
      /^the chat has no value for slot \d+ in "en"$/,
    );
  });

  it("types as different guests do, but never changes a command", () => {
    const typed = new Set<string>();
    for (let number = 0; number < 1000; number++) {
      const scribe = new Scribe("en", stream(number));
      typed.add(scribe.asTyped("Printer PRN-3F does not print", stream(5000 + number)));
      expect(scribe.asTyped("/agent", stream(number))).toBe("/agent");
    }
    expect(typed).toContain("Printer PRN-3F does not print");
    expect(typed).toContain("printer prn-3f does not print");
    const slips = [...typed].filter((text) => text.toLowerCase() !== "printer prn-3f does not print");
    expect(slips.length).toBeGreaterThan(3);
    for (const slip of slips) expect(lettersOf(slip)).toEqual(lettersOf("printer prn-3f does not print"));
  });
});

const lettersOf = (text: string): readonly string[] => Array.from(text).sort();
