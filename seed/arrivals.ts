import type { QueueDay } from "./calendar.ts";
import { expectedGuests, shapeOf, slotMs, slotOf } from "./demand.ts";
import type { Incident } from "./incidents.ts";
import type { CertainGuest } from "./profile.ts";
import type { Stream } from "./random.ts";

/** A guest's first instant, and the incident that brought them, if any. A certain guest skips the bot. */
export type Arrival = { readonly startedAt: number; readonly isCertain: boolean; readonly incident: Incident | null };

/** How even the days are: the shape of the Gamma distribution of a day's busyness; its deviation is 1/√30, 18 per cent. */
const busynessShape = 30;
/** After an incident guests keep coming for a while: the mean of an exponential decay. */
const afterglowMs = 40 * 60_000;

/**
 * The arrivals of one queue and local day in order: a Poisson process whose rate follows the local half-hour, times the day's own
 * busyness, Gamma with mean 1 (Brown et al., JASA 2005; Avramidis, Deslauriers and L'Ecuyer, 2004). A day of 25 hours has the
 * repeated hour twice. Guests of incidents come in addition, from a stream of their own: the others are as on a day without.
 */
export function drawArrivals(
  day: QueueDay,
  plan: {
    readonly growthPerYear: number;
    readonly certain: readonly CertainGuest[];
    readonly incidents: readonly Incident[];
  },
  streams: { readonly arrivals: Stream; readonly incidents: Stream },
): readonly Arrival[] {
  const { queue, clock, startAt, nextAt } = day;
  const scale = expectedGuests(day, plan.growthPerYear) * streams.arrivals.gamma(1, busynessShape);
  const shape = shapeOf(day);
  const arrivals: Arrival[] = [];
  for (let slotAt = startAt; slotAt < nextAt; slotAt += slotMs) {
    const endAt = Math.min(slotAt + slotMs, nextAt);
    const perSlot = scale * shape[slotOf(clock, slotAt)]!;
    drawPoisson(slotAt, endAt, perSlot / slotMs, streams.arrivals, null, arrivals);
    for (const incident of plan.incidents) {
      const strength = strengthOf(incident, slotAt);
      if (strength > 0)
        drawPoisson(slotAt, endAt, (strength * perSlot) / slotMs, streams.incidents, incident, arrivals);
    }
  }
  for (const { queueId, from, to } of plan.certain) {
    const startedAt = Math.floor(streams.arrivals.between(Date.parse(from), Date.parse(to)));
    if (queueId === queue.id && startedAt >= startAt && startedAt < nextAt)
      arrivals.push({ startedAt, isCertain: true, incident: null });
  }
  return arrivals.sort((a, b) => a.startedAt - b.startedAt);
}

/** How many more guests come because of an incident, in units of the usual ones. */
function strengthOf({ from, to, surge }: Incident, slotAt: number): number {
  if (slotAt + slotMs <= from) return 0;
  const sinceEnd = slotAt - to;
  if (sinceEnd < 0) return surge - 1;
  return sinceEnd < 4 * afterglowMs ? (surge - 1) * 0.5 * Math.exp(-sinceEnd / afterglowMs) : 0;
}

function drawPoisson(
  from: number,
  to: number,
  perMs: number,
  stream: Stream,
  incident: Incident | null,
  into: Arrival[],
): void {
  const gapMs = 1 / perMs;
  for (let at = from + stream.exponential(gapMs); at < to; at += stream.exponential(gapMs)) {
    if (incident === null || at >= incident.from) into.push({ startedAt: Math.floor(at), isCertain: false, incident });
  }
}
