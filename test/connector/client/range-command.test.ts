import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { defineRangeCommand } from "../../../connector/client/index.ts";

function run(...words: readonly string[]): string {
  let written = "";
  const program = new Command("chime-bi").exitOverride();
  program.configureOutput({ writeOut: (text) => (written += text), writeErr: () => undefined });
  defineRangeCommand(program);
  program.parse(["range", ...words], { from: "user" });
  return written;
}

const newYork = ["--zone", "America/New_York"];

describe("chime-bi range", () => {
  it("prints the start and the stop, each on a line", () => {
    expect(run("previous-month", ...newYork, "--now", "2020-12-15T12:00:00Z")).toBe(
      "2020-11-01T04:00:00.000Z\n2020-12-01T04:59:59.999Z\n",
    );
  });

  it("takes the name as separate words", () => {
    expect(run("Previous", "month", ...newYork, "--now", "2020-12-15T12:00:00Z")).toMatch(/^2020-11-01T04/);
  });

  it("prints one JSON object on request", () => {
    expect(JSON.parse(run("today", "--now", "2020-12-15T12:00:00Z", "--json"))).toEqual({
      range: "today",
      zone: "UTC",
      start: "2020-12-15T00:00:00.000Z",
      stop: "2020-12-15T12:00:00.000Z",
    });
  });

  it("reads now without an offset on the zone's clock", () => {
    expect(run("today", ...newYork, "--now", "2020-12-15T12:00")).toMatch(/\n2020-12-15T17:00:00.000Z\n/);
  });

  it("a custom stop that is a date means all of that day", () => {
    expect(run("custom", ...newYork, "--start", "2020-11-01", "--stop", "2020-11-30")).toBe(
      "2020-11-01T04:00:00.000Z\n2020-12-01T04:59:59.999Z\n",
    );
  });

  it("counts weeks from the asked day", () => {
    expect(run("week-to-date", "--now", "2020-12-15T12:00:00Z", "--week-start", "sunday")).toMatch(/^2020-12-13T/);
  });

  it("counts from the machine's clock without --now", () => {
    const [, stop] = run("today").trim().split("\n");
    expect(Math.abs(Date.parse(stop!) - Date.now())).toBeLessThan(60_000);
  });

  it.each([
    { words: ["nonsense"], message: /there is no date range "nonsense"/ },
    { words: ["custom", "--stop", "2020-11-30"], message: /needs --start/ },
    { words: ["custom", "--start", "2020-11-30"], message: /needs --stop/ },
    { words: ["custom", "--start", "soon", "--stop", "2020-11-30"], message: /--start is no ISO-8601.*"soon"/ },
    { words: ["custom", "--start", "2020-12-01", "--stop", "2020-11-30"], message: /stop is before the start/ },
    { words: ["today", "--start", "2020-12-01", "--stop", "2020-12-02"], message: /belong to the range custom/ },
    { words: ["today", "--now", "2020-02-30"], message: /--now is no ISO-8601/ },
    { words: ["today", "--zone", "Mars/Base"], message: /'Mars\/Base' is invalid/ },
    { words: ["today", "--week-start", "someday"], message: /'someday' is invalid/ },
  ])("$words is refused as wrong usage", ({ words, message }) => {
    expect(() => run(...words)).toThrow(
      expect.objectContaining({ code: "commander.invalidArgument", message: expect.stringMatching(message) as string }),
    );
  });
});
