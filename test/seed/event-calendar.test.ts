import fc from "fast-check";
import { expect, it } from "vitest";
import { EventCalendar } from "../../seed/event-calendar.ts";

it("lets everything happen in order of time, and of planning within an instant", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (instants) => {
      const calendar = new EventCalendar();
      const happened: (readonly [number, number])[] = [];
      instants.forEach((at, index) => {
        calendar.plan(at, (now) => happened.push([now, index]));
      });
      calendar.runAll();
      const expected = instants.map((at, index) => [at, index] as const).sort(([a, i], [b, j]) => a - b || i - j);
      expect(happened).toEqual(expected);
    }),
  );
});

it("takes in what is planned meanwhile", () => {
  const calendar = new EventCalendar();
  const happened: string[] = [];
  calendar.plan(5, () => happened.push("last"));
  calendar.plan(1, (now) => {
    happened.push("first");
    calendar.plan(now + 2, () => happened.push("second"));
  });
  calendar.runAll();
  expect(happened).toEqual(["first", "second", "last"]);
});
