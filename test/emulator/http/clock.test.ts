import { describe, expect, it } from "vitest";
import { createClock, type Clock } from "../../../emulator/http/index.ts";

const noon = Date.UTC(2020, 11, 15, 12);
const hourMs = 3_600_000;

/** How far a clock gets while the machine's goes on by some 40 ms, in milliseconds. */
async function watch(clock: Clock): Promise<number> {
  const before = clock.now();
  await new Promise((resolve) => setTimeout(resolve, 40));
  return clock.now() - before;
}

describe("a clock", () => {
  it("is the machine's unless told otherwise", () => {
    const clock = createClock();
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(100);
    expect(clock.read()).toMatchObject({ mode: "machine", speed: 1 });
  });

  it("made with an instant stands still there", async () => {
    const clock = createClock({ now: noon });
    expect(await watch(clock)).toBe(0);
    expect(clock.read()).toEqual({ now: noon, mode: "frozen", speed: 0 });
  });

  it("made with an instant and a speed goes on from there", async () => {
    const clock = createClock({ now: noon, speed: 3600 });
    expect(clock.now() - noon).toBeLessThan(hourMs);
    expect(await watch(clock)).toBeGreaterThan(30 * 3600);
    expect(clock.read()).toMatchObject({ mode: "running", speed: 3600 });
  });

  it("asks the function that it was made with", () => {
    let at = noon;
    const clock = createClock({ now: () => at });
    at += 5;
    expect(clock.now()).toBe(noon + 5);
  });

  it.each<[string, (clock: Clock) => void, number, string]>([
    [
      "freeze",
      (clock) => {
        clock.freeze();
      },
      noon,
      "frozen",
    ],
    [
      "freeze at an instant",
      (clock) => {
        clock.freeze(noon + hourMs);
      },
      noon + hourMs,
      "frozen",
    ],
    [
      "set",
      (clock) => {
        clock.set(noon - hourMs);
      },
      noon - hourMs,
      "frozen",
    ],
    [
      "advance",
      (clock) => {
        clock.advance(hourMs);
      },
      noon + hourMs,
      "frozen",
    ],
    [
      "advance by a negative number",
      (clock) => {
        clock.advance(-hourMs);
      },
      noon - hourMs,
      "frozen",
    ],
  ])("that stands still is put by %s to where it is told", (_way, move, at, mode) => {
    const clock = createClock({ now: noon });
    move(clock);
    expect(clock.read()).toMatchObject({ now: at, mode });
  });

  it("that follows the machine goes on from where it is set, as fast as before", async () => {
    const clock = createClock();
    clock.set(noon);
    const [gone, { mode, speed }] = [await watch(clock), clock.read()];
    expect([mode, speed]).toEqual(["running", 1]);
    expect(gone).toBeGreaterThanOrEqual(30);
    expect(gone).toBeLessThan(5000);
  });

  it("that runs goes on running when it is put forward, and runs again after it was stopped", async () => {
    const clock = createClock({ now: noon, speed: 100 });
    clock.advance(hourMs);
    expect(clock.read()).toMatchObject({ mode: "running", speed: 100 });
    clock.freeze();
    expect(await watch(clock)).toBe(0);
    clock.run(2);
    expect(clock.read()).toMatchObject({ mode: "running", speed: 2 });
    expect(clock.now() - noon).toBeGreaterThanOrEqual(hourMs);
  });

  it("is put back to how it began", () => {
    for (const options of [{ now: noon }, { now: () => noon }]) {
      const clock = createClock(options);
      const began = clock.read();
      clock.run(60);
      clock.set(0);
      clock.reset();
      expect(clock.read()).toEqual(began);
    }
  });

  it("tells of each move, once", () => {
    let moves = 0;
    const clock = createClock({ now: noon, onMove: () => moves++ });
    clock.set(0);
    clock.advance(1);
    clock.freeze();
    clock.run();
    clock.reset();
    expect(moves).toBe(5);
  });
});
