import { createStream } from "../../seed/random.ts";
import { startAt, waitOf, workPlainDay, type Call, type Team } from "./plain-queue.ts";

/**
 * The call centre of the tutorial of SSJ, a library for stochastic simulation (umontreal-simul/ssj, `CallCenter.dat`): calls an hour from 8:00 on,
 * times the day's busyness, Gamma with mean 1 and shape 10; one caller in ten does not wait at all, the others for an exponential time
 * of mean 1,000 s; service is exponential of mean 100 s. Agents are 4, 6, 8, 8, 8, 7, 8, 8, 6, 6, 4, 4, 4 in the thirteen hours.
 */
const callsPerHour = [100, 150, 150, 180, 200, 150, 150, 150, 120, 100, 80, 70, 60];
const expected = callsPerHour.reduce((sum, calls) => sum + calls, 0);
const opening = 8;
// Who is there in the last hour stays until the last caller is served.
const teams: readonly Team[] = [
  { agents: 4, from: 8, to: 24 },
  { agents: 2, from: 9, to: 18 },
  { agents: 1, from: 10, to: 16 },
  { agents: 1, from: 10, to: 13 },
  { agents: 1, from: 14, to: 16 },
];

/** The means over so many days, as the tutorial has them: sums of a day by the calls expected on a day. */
export function simulatePublishedExample(days: number): {
  readonly calls: number;
  readonly wait: number;
  readonly under20: number;
  readonly lost: number;
} {
  const sum = { calls: 0, wait: 0, under20: 0, lost: 0 };
  for (let day = 0; day < days; day++) {
    for (const course of workPlainDay(drawCalls(day), teams)) {
      const wait = waitOf(course);
      sum.calls += 1;
      sum.wait += wait;
      if (wait < 20) sum.under20 += 1;
      if (course.outcome === "abandoned") sum.lost += 1;
    }
  }
  const perCall = days * expected;
  return {
    calls: sum.calls / perCall,
    wait: sum.wait / perCall,
    under20: sum.under20 / perCall,
    lost: sum.lost / perCall,
  };
}

function drawCalls(day: number): readonly Call[] {
  const arrivals = createStream(1, "arrivals", day);
  const service = createStream(1, "service", day);
  const busyness = arrivals.gamma(1, 10);
  return callsPerHour.flatMap((calls, hour) => {
    const from = startAt + (opening + hour) * 3_600_000;
    const gapMs = 3_600_000 / (calls * busyness);
    const drawn: Call[] = [];
    for (let at = from + arrivals.exponential(gapMs); at < from + 3_600_000; at += arrivals.exponential(gapMs)) {
      const patienceMs = service.chance(0.1) ? 0 : service.exponential(1_000_000);
      drawn.push({ at: Math.round(at), serviceMs: service.exponential(100_000), patienceMs: Math.round(patienceMs) });
    }
    return drawn;
  });
}
