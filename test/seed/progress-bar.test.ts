import { expect, it } from "vitest";
import { drawProgress } from "../../seed/progress-bar.ts";

const drawOn = (isTTY: boolean): string => {
  let drawn = "";
  const write = (text: string | Uint8Array): boolean => {
    drawn += String(text);
    return true;
  };
  let now = 0;
  const bar = drawProgress("seeding", { isTTY, write }, () => now);
  now = 4000;
  bar.show(1, 4, 2000);
  now = 90_000;
  bar.show(2, 4, 9000);
  now = 600_000;
  bar.show(1, 4, 9000);
  bar.show(4, 4, 10_000);
  bar.clear();
  bar.clear();
  return drawn;
};

it("draws one line over itself with rate and time left, and takes it away", () => {
  const bar = (filled: number, percent: string): string =>
    `seeding [${"#".repeat(filled)}${"-".repeat(30 - filled)}] ${percent} %`;
  expect(
    drawOn(true)
      .split("\r")
      .map((line) => line.trimEnd()),
  ).toEqual([
    "",
    `${bar(7, " 25")}, 500 chats/s, 12 s left`,
    `${bar(15, " 50")}, 100 chats/s, 90 s left`,
    `${bar(7, " 25")}, 15 chats/s, 30 min left`,
    `${bar(30, "100")}, checking`,
    "",
    "",
  ]);
});

it("draws nothing where there is no terminal", () => {
  expect(drawOn(false)).toBe("");
});
