import { meanOf, waitSecondsOf, type DeskChat } from "./desk-chats.ts";
import { drawLine, drawScale, element, label, picture, placeIn, type Panel } from "./svg.ts";

const mostGuests = 20;

type Hour = { readonly waits: number[]; lost: number };

/** The more guests ask for an agent in an hour of the working day, the longer they wait, and the more of them leave. */
export function drawWaitAgainstLoad(chats: readonly DeskChat[]): string {
  const hours = new Map<string, Hour>();
  for (const chat of chats) {
    const wait = waitSecondsOf(chat);
    if (wait === undefined || chat.weekday > 5 || chat.hour < 9 || chat.hour > 16) continue;
    const key = `${chat.dayOn} ${chat.hour}`;
    const hour = hours.get(key) ?? { waits: [], lost: 0 };
    hour.waits.push(wait);
    if (chat.outcome === "abandoned") hour.lost += 1;
    hours.set(key, hour);
  }
  const all = [...hours.values()];
  const waits: Panel = { left: 56, top: 90, width: 560, height: 190, mostX: mostGuests, mostY: 300 };
  const losses: Panel = { ...waits, top: 330, height: 110, mostY: 0.5 };
  const groups = Array.from({ length: mostGuests }, (_, index) => {
    const same = all.filter((hour) => hour.waits.length === index + 1);
    const guests = same.reduce((sum, hour) => sum + hour.waits.length, 0);
    const lost = same.reduce((sum, hour) => sum + hour.lost, 0);
    return {
      guests: index + 1,
      hours: same.length,
      wait: meanOf(same.flatMap((hour) => hour.waits)),
      lost: lost / guests,
    };
  }).filter((group) => group.hours >= 5);
  // Hours in one place are one dot, the darker the more there are.
  const places = new Map<string, number>();
  for (const { waits: times } of all) {
    const height = Math.round(Math.min(meanOf(times), waits.mostY) / 6);
    const place = `${Math.min(times.length, mostGuests)} ${height}`;
    places.set(place, (places.get(place) ?? 0) + 1);
  }
  const dots = [...places].map(([place, count]) => {
    const [guests, height] = place.split(" ").map(Number);
    const [cx, cy] = placeIn(waits, guests!, 6 * height!);
    return element("circle", { cx, cy, r: 3, fill: "#084594", "fill-opacity": Math.min(0.9, 0.1 + 0.1 * count) });
  });
  const ticks = [2, 4, 6, 8, 10, 12, 14, 16, 18, 20].map((guests) => {
    const [x] = placeIn(losses, guests, 0);
    return label(guests === mostGuests ? `${guests}+` : String(guests), x, losses.top + losses.height + 16, {
      size: 11,
      anchor: "middle",
    });
  });
  return picture(
    640,
    490,
    "Wait against load",
    "IT Service Desk of the demonstration: a dot is an hour of a weekday between 9:00 and 17:00",
    [
      ...drawScale(
        waits,
        [0, 60, 120, 180, 240, 300],
        (value) => (value === waits.mostY ? `${value}+ s` : `${value} s`),
        "Mean wait (line: mean of all guests)",
      ),
      ...dots,
      drawLine(
        waits,
        groups.map(({ guests, wait }) => [guests, Math.min(wait, waits.mostY)]),
        "#b3261e",
      ),
      ...drawScale(
        losses,
        [0, 0.25, 0.5],
        (value) => `${Math.round(100 * value)} %`,
        "Guests who left while they waited",
      ),
      drawLine(
        losses,
        groups.map(({ guests, lost }) => [guests, Math.min(lost, losses.mostY)]),
        "#b3261e",
      ),
      ...ticks,
      label("guests who ask for an agent in the hour", losses.left + losses.width, losses.top + losses.height + 34, {
        anchor: "end",
      }),
    ],
  );
}
