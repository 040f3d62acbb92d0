import { inside, mostOf, spansOf, type Span } from "./clock-time.ts";
import {
  byDay,
  connectedOf,
  handleOf,
  instantsOf,
  inWindow,
  isAnswered,
  isInbound,
  localDate,
  mean,
  nameOf,
  queueNames,
  ratingsOf,
  ratio,
  seconds,
  targets,
  tellDurations,
  touchedDates,
  waitOf,
  type Cells,
  type Question,
} from "./desk.ts";

/** The rows of `AverageSpeedToAnswer`. */
export function naiveAverageSpeedToAnswer(question: Question, queueId: number): readonly Cells[] {
  return byDay(question, queueId).map(({ date, chats }) => {
    const waits = chats.filter(isAnswered).map(waitOf);
    return { date, answered: waits.length, ...tellDurations("SpeedToAnswerSeconds", waits) };
  });
}

/** The rows of `GuestWaitingTime`. */
export function naiveGuestWaitingTime(question: Question, queueId: number): readonly Cells[] {
  const inbound = inWindow(question, queueId).filter(isInbound);
  const edges = [-1, 10, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1800, Infinity];
  return edges.slice(1).map((to, index) => {
    const from = edges[index]!;
    const chats = inbound.filter((chat) => waitOf(chat) / 1000 > from && waitOf(chat) / 1000 <= to);
    const count = (outcome: string): number => chats.filter((chat) => chat.outcome === outcome).length;
    return {
      fromSeconds: Math.max(from, 0),
      toSeconds: to === Infinity ? null : to,
      inbound: chats.length,
      answered: count("answered"),
      abandoned: count("abandoned"),
      missed: count("missed"),
      shareOfInbound: ratio(chats.length, inbound.length),
      cumulativeShare: ratio(inbound.filter((chat) => waitOf(chat) / 1000 <= to).length, inbound.length),
    };
  });
}

/** The rows of `ServiceLevel`. */
export function naiveServiceLevel(question: Question, queueId: number): readonly Cells[] {
  const targetSeconds = targets[queueId]!;
  return byDay(question, queueId).map(({ date, chats }) => {
    const within = chats.filter((chat) => isInbound(chat) && waitOf(chat) <= targetSeconds * 1000);
    const abandoned = within.filter(({ outcome }) => outcome === "abandoned").length;
    const answered = within.filter(isAnswered).length;
    return {
      date,
      targetSeconds,
      inbound: chats.filter(isInbound).length,
      answered: chats.filter(isAnswered).length,
      answeredWithinTarget: answered,
      abandonedWithinTarget: abandoned,
      serviceLevel: ratio(answered, chats.filter(isInbound).length - abandoned),
    };
  });
}

/** The rows of `AbandonedChats`. */
export function naiveAbandonedChats(question: Question, queueId: number): readonly Cells[] {
  return byDay(question, queueId).map(({ date, chats }) => {
    const waits = chats.filter(({ outcome }) => outcome === "abandoned").map(waitOf);
    const inbound = chats.filter(isInbound).length;
    return {
      date,
      inbound,
      abandoned: waits.length,
      abandonedWithinTarget: waits.filter((wait) => wait <= targets[queueId]! * 1000).length,
      abandonmentRate: ratio(waits.length, inbound),
      ...tellDurations("WaitSeconds", waits),
    };
  });
}

/** The rows of `TimeConnectedWithAgent`. */
export function naiveTimeConnectedWithAgent(question: Question, queueId: number): readonly Cells[] {
  return byDay(question, queueId).map(({ date, chats }) => {
    const answered = chats.filter(isAnswered);
    return {
      date,
      answered: answered.length,
      connectedSeconds: seconds(answered.reduce((sum, chat) => sum + connectedOf(chat), 0)),
      ...tellDurations("ConnectedSeconds", answered.map(connectedOf)),
      meanHandleSeconds: mean(answered.map(handleOf)),
      meanFirstResponseSeconds: mean(answered.flatMap(({ firstResponseMs = 2_000 }) => firstResponseMs ?? [])),
    };
  });
}

/** The rows of `DroppedChats`. */
export function naiveDroppedChats(question: Question, queueId: number): readonly Cells[] {
  return byDay(question, queueId).map(({ date, chats }) => {
    const answered = chats.filter(isAnswered);
    const dropped = answered.filter(({ isDropped }) => isDropped === true);
    return {
      date,
      answered: answered.length,
      dropped: dropped.length,
      dropRate: ratio(dropped.length, answered.length),
      ...tellDurations("ConnectedSeconds", dropped.map(connectedOf)),
    };
  });
}

/** The first instant from `from` on, up to `to`, at which the zone shows another date. */
function nextDateAt(from: number, to: number, zone: string): number {
  const date = localDate(from, zone);
  if (localDate(to, zone) === date) return to;
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (localDate(middle, zone) === date) low = middle;
    else high = middle;
  }
  return high;
}

/** The rows of `ConcurrentChats`. */
export function naiveConcurrentChats(question: Question, queueId: number): readonly Cells[] {
  const stopAt = question.stopAt + 1;
  let from = question.startAt;
  return touchedDates(question).map((date) => {
    // A step of a quarter of a day at a time, so that no date is stepped over.
    let to = from;
    while (to < stopAt && localDate(to, question.zone) === date) {
      to = nextDateAt(to, Math.min(to + 21_600_000, stopAt), question.zone);
    }
    const stretch: Span = { from, to };
    from = to;
    const connected = spansOf(question, queueId, stretch, (chat) => {
      const { answeredAt, endedAt } = instantsOf(chat);
      return answeredAt === null ? [] : [{ from: answeredAt, to: endedAt }];
    });
    const waiting = spansOf(question, queueId, stretch, (chat) => {
      const { queuedAt, answeredAt, endedAt } = instantsOf(chat);
      return queuedAt === null ? [] : [{ from: queuedAt, to: answeredAt ?? endedAt }];
    });
    const totalMs = connected.map((span) => inside(span, stretch)).reduce((sum, span) => sum + span.to - span.from, 0);
    return {
      date,
      mostConnected: mostOf(connected).most,
      busiestAt: mostOf(connected).mostAt,
      mostWaiting: mostOf(waiting).most,
      meanConnected: Math.round((totalMs * 1000) / (stretch.to - stretch.from)) / 1000,
      connectedSeconds: seconds(totalMs),
    };
  });
}

/** The rows of `Satisfaction`. */
export function naiveSatisfaction(question: Question, queueId: number): readonly Cells[] {
  return byDay(question, queueId).map(({ date, chats }) => ({
    date,
    started: chats.length,
    ...ratingsOf(chats),
    responseRate: ratio(chats.filter(({ rating }) => rating !== undefined).length, chats.length),
  }));
}

/** The rows of `Transfers`. */
export function naiveTransfers(question: Question, queueId: number): readonly Cells[] {
  const transfers = inWindow(question, queueId).flatMap((chat) => {
    const { answeredAt, endedAt, queuedAt } = instantsOf(chat);
    const after = (transferredAt: number) => (answeredAt === null ? null : transferredAt - answeredAt);
    return [
      ...Array.from({ length: chat.transfers ?? 0 }, () => ({
        chat,
        from: 4,
        to: 8,
        queue: null as number | null,
        after: after(endedAt),
      })),
      ...(chat.handOns ?? []).map((on) => ({
        chat,
        from: on.from,
        to: on.to,
        queue: on.toQueueId,
        after: after((queuedAt ?? chat.startedAt + 5_000) + on.afterMs),
      })),
    ];
  });
  const rows: Cells[] = [];
  for (let from = 1; from <= 8; from++) {
    for (const [to, queue] of [...[1, 2, 3, 4, 5, 6, 7, 8].map((id) => [id, null] as const), [null, 2] as const]) {
      const same = transfers.filter((one) => one.from === from && one.to === to && one.queue === queue);
      if (same.length === 0) continue;
      rows.push({
        fromAgentId: from,
        fromAgentName: nameOf(from),
        toAgentId: to,
        toAgentName: to === null ? null : nameOf(to),
        toQueueId: queue,
        toQueueName: queue === null ? null : queueNames[queue]!,
        transfers: same.length,
        chats: new Set(same.map(({ chat }) => chat.id)).size,
        ...tellDurations(
          "AfterSeconds",
          same.flatMap(({ after }) => after ?? []),
        ),
      });
    }
  }
  return rows;
}
