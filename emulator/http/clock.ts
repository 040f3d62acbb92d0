/** How a clock stands. Instants are milliseconds since 1970, UTC. */
export type ClockState = {
  readonly now: number;
  /** As the machine's goes; standing still; or going on from an instant that was set. */
  readonly mode: "machine" | "frozen" | "running";
  /** How many times as fast as the machine's it goes; 0 when it stands still. */
  readonly speed: number;
};

/** The emulator's clock: whatever tells the time there asks it. */
export type Clock = {
  /** Milliseconds since 1970, UTC, whole. */
  readonly now: () => number;
  readonly read: () => ClockState;
  /** Stops it, at an instant or where it is. */
  readonly freeze: (at?: number) => void;
  /** Puts it to an instant. One that stands still goes on standing, one that goes goes on from there, as fast as before. */
  readonly set: (at: number) => void;
  /** Puts it forward by some milliseconds, or back by a negative number. */
  readonly advance: (ms: number) => void;
  /** Lets it go on from where it is, `speed` times as fast as the machine's; once when left out. */
  readonly run: (speed?: number) => void;
  /** Puts it back to how it began. */
  readonly reset: () => void;
};

/** How to make a clock; without anything it is the machine's. */
export type ClockOptions = {
  /** An instant at which it stands still, or goes on from when there is a speed; or a function in place of the machine's clock. */
  readonly now?: number | (() => number);
  readonly speed?: number;
  /** Called after each time that the clock was put somewhere or made to go in another way. */
  readonly onMove?: () => void;
};

/** Makes a clock. */
export function createClock({ now: begin = Date.now, speed: firstSpeed, onMove }: ClockOptions = {}): Clock {
  /** From `at` on, which it was when the steady clock told `since`. */
  type Course = { readonly at: number; readonly since: number; readonly speed: number };
  const machine = typeof begin === "number" ? Date.now : begin;
  const from = (at: number, speed: number): Course => ({ at, since: performance.now(), speed });
  const start = (): Course | undefined => {
    if (typeof begin === "number") return from(begin, firstSpeed ?? 0);
    return firstSpeed === undefined ? undefined : from(machine(), firstSpeed);
  };
  let course = start();

  const now = (): number =>
    course === undefined ? machine() : Math.floor(course.at + (performance.now() - course.since) * course.speed);
  const move = (next: Course | undefined): void => {
    course = next;
    onMove?.();
  };
  return {
    now,
    read: () => ({
      now: now(),
      mode: course === undefined ? "machine" : course.speed === 0 ? "frozen" : "running",
      speed: course?.speed ?? 1,
    }),
    freeze: (at = now()) => {
      move(from(at, 0));
    },
    set: (at) => {
      move(from(at, course?.speed ?? 1));
    },
    advance: (ms) => {
      move(from(now() + ms, course?.speed ?? 1));
    },
    run: (speed = 1) => {
      move(from(now(), speed));
    },
    reset: () => {
      move(start());
    },
  };
}
