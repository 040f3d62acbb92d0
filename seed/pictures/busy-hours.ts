import type { DeskChat } from "./desk-chats.ts";
import { element, label, picture } from "./svg.ts";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const [left, top, cellWidth, cellHeight] = [92, 64, 27, 30];

/** Weekday by hour: how many guests come, on average. */
export function drawBusyHours(chats: readonly DeskChat[]): string {
  const daysOf = weekdays.map(() => new Set<string>());
  const counts = weekdays.map(() => Array.from({ length: 24 }, () => 0));
  for (const { weekday, hour, dayOn } of chats) {
    daysOf[weekday - 1]!.add(dayOn);
    counts[weekday - 1]![hour]! += 1;
  }
  const means = counts.map((hours, weekday) => hours.map((count) => count / Math.max(1, daysOf[weekday]!.size)));
  const most = Math.max(...means.flat());
  const parts = means.flatMap((hours, weekday) => [
    label(weekdays[weekday]!, left - 8, top + cellHeight * (weekday + 0.5) + 4, { anchor: "end" }),
    ...hours.flatMap((mean, hour) => {
      const [x, y] = [left + cellWidth * hour, top + cellHeight * weekday];
      const share = mean / most;
      return [
        element("rect", { x, y, width: cellWidth - 1, height: cellHeight - 1, fill: shadeOf(share) }),
        label(mean.toFixed(mean < 9.5 ? 1 : 0), x + cellWidth / 2, y + cellHeight / 2 + 3, {
          size: 9,
          anchor: "middle",
          fill: share > 0.68 ? "#ffffff" : "#101418",
        }),
      ];
    }),
  ]);
  const hours = Array.from({ length: 8 }, (_, index) => 3 * index).map((hour) =>
    label(`${String(hour).padStart(2, "0")}:00`, left + cellWidth * hour, top + 7 * cellHeight + 16, { size: 11 }),
  );
  const subtitle = "IT Service Desk of the demonstration, New York time: mean number of chats that begin in the hour";
  return picture(left + 24 * cellWidth + 16, top + 7 * cellHeight + 28, "Guests by weekday and hour", subtitle, [
    ...parts,
    ...hours,
  ]);
}

/** White to a dark blue. */
function shadeOf(share: number): string {
  const mix = (from: number, to: number): string =>
    Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, "0");
  return `#${mix(0xf3, 0x08)}${mix(0xf7, 0x45)}${mix(0xfc, 0x94)}`;
}
