import { expect, it } from "vitest";
import { drawProgress } from "../../seed/progress-bar.ts";

const drawOn = (isTTY: boolean): string => {
  let drawn = "";
  const write = (text: string | Uint8Array): boolean => {
    drawn += String(text);
    return true;
  };
  const bar = drawProgress("seeding", { isTTY, write });
  bar.show(1, 2);
  bar.show(2, 2);
  bar.clear();
  bar.clear();
  return drawn;
};

it("draws one line over itself, and takes it away", () => {
  const [half, whole] = [`${"#".repeat(15)}${"-".repeat(15)}]  50 %`, `${"#".repeat(30)}] 100 %`];
  expect(drawOn(true)).toBe(`\rseeding [${half}\rseeding [${whole}\r${" ".repeat(46)}\r`);
});

it("draws nothing where there is no terminal", () => {
  expect(drawOn(false)).toBe("");
});
