import { meanOf, waitSecondsOf, type DeskChat } from "./desk-chats.ts";
import { drawLine, drawScale, element, label, picture, placeIn, type Panel } from "./svg.ts";

const incidentOn = "2020-11-17";
/** Tuesdays to Thursdays of the same month on which nothing happened. */
const usualDays = ["2020-11-04", "2020-11-12", "2020-11-18", "2020-11-19", "2020-11-24"];
const allHours = Array.from({ length: 24 }, (_, hour) => hour);

/** The day of an outage of Outlook, from 9:20 to 12:40, hour by hour, beside usual days of the month. */
export function drawIncidentDay(chats: readonly DeskChat[]): string {
  const outage = chats.filter(({ dayOn }) => dayOn === incidentOn);
  const usual = chats.filter(({ dayOn }) => usualDays.includes(dayOn));
  const at = (list: readonly DeskChat[], hour: number): readonly DeskChat[] =>
    list.filter((chat) => chat.hour === hour);
  const waitAt = (list: readonly DeskChat[], hour: number): number =>
    meanOf(at(list, hour).flatMap((chat) => waitSecondsOf(chat) ?? []));
  const lostAt = (list: readonly DeskChat[], hour: number): number =>
    meanOf(at(list, hour).flatMap((chat) => (chat.queuedAt === null ? [] : [Number(chat.outcome === "abandoned")])));
  const counts: Panel = { left: 56, top: 90, width: 560, height: 130, mostX: 24, mostY: 60 };
  const waits: Panel = { ...counts, top: 270, height: 110, mostY: 400 };
  const losses: Panel = { ...counts, top: 430, height: 90, mostY: 0.6 };
  const bars = allHours.map((hour) => {
    const [x, y] = placeIn(counts, hour, Math.min(at(outage, hour).length, counts.mostY));
    const width = counts.width / 24 - 3;
    return element("rect", { x: x + 1.5, y, width, height: counts.top + counts.height - y, fill: "#6b9bd1" });
  });
  const hoursWithGuests = (list: readonly DeskChat[]): readonly number[] =>
    allHours.filter((hour) => at(list, hour).some(({ queuedAt }) => queuedAt !== null));
  const both = (panel: Panel, read: (list: readonly DeskChat[], hour: number) => number): readonly string[] =>
    ([usual, outage] as const).map((list) =>
      drawLine(
        panel,
        hoursWithGuests(list).map((hour) => [hour + 0.5, Math.min(read(list, hour), panel.mostY)]),
        list === usual ? "#5c6470" : "#b3261e",
        list === usual ? "4 3" : "",
      ),
    );
  const [from] = placeIn(counts, 9 + 20 / 60, 0);
  const [to] = placeIn(counts, 12 + 40 / 60, 0);
  return picture(
    640,
    570,
    "An incident day",
    `IT Service Desk of the demonstration, ${incidentOn}: Outlook is down from 9:20 to 12:40, New York time`,
    [
      element("rect", {
        x: from,
        y: counts.top,
        width: to - from,
        height: losses.top + losses.height - counts.top,
        fill: "#fdecea",
      }),
      ...drawScale(
        counts,
        [0, 20, 40, 60],
        String,
        "Chats that begin in the hour (bars and red: that day; dashed: usual days)",
      ),
      ...bars,
      drawLine(
        counts,
        allHours.map((hour) => [hour + 0.5, at(usual, hour).length / usualDays.length]),
        "#5c6470",
        "4 3",
      ),
      ...drawScale(waits, [0, 100, 200, 300, 400], (value) => `${value} s`, "Mean wait"),
      ...both(waits, waitAt),
      ...drawScale(
        losses,
        [0, 0.3, 0.6],
        (value) => `${Math.round(100 * value)} %`,
        "Guests who left while they waited",
      ),
      ...both(losses, lostAt),
      ...[0, 3, 6, 9, 12, 15, 18, 21, 24].map((hour) => {
        const [x] = placeIn(losses, hour, 0);
        return label(`${String(hour).padStart(2, "0")}:00`, x, losses.top + losses.height + 18, {
          size: 11,
          anchor: "middle",
        });
      }),
    ],
  );
}
