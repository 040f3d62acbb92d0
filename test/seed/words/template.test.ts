import { describe, expect, it } from "vitest";
import { createStream } from "../../../seed/random.ts";
import { readTemplate, settle } from "../../../seed/words/template.ts";

const stream = (number: number) => createStream(number, "template");

describe("readTemplate", () => {
  it("cuts a text at its slots, choices and line breaks", () => {
    const [first, slot, second, choice] = readTemplate("Hi {guest},¶it is [broken~slow {minutes} minutes]", "en");
    expect([first, second]).toEqual(["Hi ", ",\nit is "]);
    expect(slot).toBeTypeOf("number");
    expect(choice).toHaveLength(2);
  });

  it("refuses a slot that the language does not have", () => {
    expect(() => readTemplate("Raum {raum}", "en")).toThrow('no text for the slot "raum" in "en"');
  });
});

describe("settle", () => {
  it("takes one of each list of texts, so that the template reads alike each time", () => {
    const template = readTemplate("[one~two] and [three~four~five]", "en");
    const readings = Array.from({ length: 40 }, (_, number) => settle(template, stream(number)).join(""));
    expect(new Set(readings).size).toBe(6);
    expect(readings).toContain("two and four");
  });
});
