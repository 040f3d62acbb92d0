import type { ChatPlan } from "../../fixture.ts";
import { busySpans, covered, inside, mostOf, type Span } from "./clock-time.ts";
import {
  agentOf,
  agentsOf,
  byDay,
  connectedOf,
  handleOf,
  inWindow,
  isAnswered,
  mean,
  ratingsOf,
  ratio,
  seconds,
  tellDurations,
  waitOf,
  type Cells,
  type Question,
} from "./desk.ts";

const answeredBy = (chats: readonly ChatPlan[], id: number): readonly ChatPlan[] =>
  chats.filter((chat) => isAnswered(chat) && agentOf(chat) === id);

const offersTo = (chats: readonly ChatPlan[], id: number) =>
  chats.flatMap(({ offers = [] }) => offers).filter(({ personId }) => personId === id);

/** The rows of `AgentEfficiency`. */
export function naiveAgentEfficiency(question: Question, queueId: number): readonly Cells[] {
  const chats = inWindow(question, queueId);
  return agentsOf(queueId, (id) => answeredBy(chats, id).length + offersTo(chats, id).length > 0).map(
    ({ id, cells }) => {
      const answered = answeredBy(chats, id);
      const count = (response: string): number => offersTo(chats, id).filter((one) => one.response === response).length;
      const { ratings, satisfaction } = ratingsOf(answered);
      return {
        ...cells,
        offers: offersTo(chats, id).length,
        accepted: count("accepted"),
        declined: count("declined"),
        ignored: count("ignored"),
        answered: answered.length,
        dropped: answered.filter(({ isDropped }) => isDropped === true).length,
        meanSpeedToAnswerSeconds: mean(answered.map(waitOf)),
        meanFirstResponseSeconds: mean(
          answered.flatMap(({ firstResponseMs = 2_000 }) => (firstResponseMs === null ? [] : [firstResponseMs])),
        ),
        ...tellDurations("ConnectedSeconds", answered.map(connectedOf)),
        meanHandleSeconds: mean(answered.map(handleOf)),
        ratings: ratings!,
        satisfaction: satisfaction!,
      };
    },
  );
}

/** The rows of `AgentLoad`. */
export function naiveAgentLoad(question: Question, queueId: number): readonly Cells[] {
  const all = inWindow(question, queueId);
  return agentsOf(queueId, (id) => answeredBy(all, id).length > 0).flatMap(({ id, cells }) =>
    byDay(question, queueId).map(({ date, chats }) => {
      const answered = answeredBy(chats, id);
      return {
        ...cells,
        date,
        answered: answered.length,
        dropped: answered.filter(({ isDropped }) => isDropped === true).length,
        connectedSeconds: seconds(answered.reduce((sum, chat) => sum + connectedOf(chat), 0)),
        handleSeconds: seconds(answered.reduce((sum, chat) => sum + handleOf(chat), 0)),
        ...tellDurations("ConnectedSeconds", answered.map(connectedOf)),
      };
    }),
  );
}

/** The rows of `AgentAvailability`. */
export function naiveAgentAvailability(question: Question, queueId: number): readonly Cells[] {
  const window: Span = { from: question.startAt, to: question.stopAt + 1 };
  const busy = (id: number): readonly Span[] => busySpans(question, queueId, id);
  return agentsOf(queueId, (id) => busy(id).length > 0).map(({ id, cells }) => {
    const shifts = (question.shifts ?? [])
      .filter(({ personId }) => personId === id)
      .map(({ startedAt, endedAt }) => inside({ from: startedAt, to: endedAt }, window))
      .filter(({ from, to }) => from < to);
    const onlineMs = covered([shifts]);
    const busyMs = covered([shifts, busy(id)]);
    return {
      ...cells,
      shifts: shifts.length,
      firstOnlineAt: shifts.length === 0 ? null : Math.min(...shifts.map(({ from }) => from)),
      lastOnlineAt: shifts.length === 0 ? null : Math.max(...shifts.map(({ to }) => to)) - 1,
      onlineSeconds: seconds(onlineMs),
      busySeconds: seconds(busyMs),
      occupancy: ratio(busyMs, onlineMs),
      mostConcurrent: mostOf(busy(id)).most,
    };
  });
}

/** The rows of `AgentOffers`. */
export function naiveAgentOffers(question: Question, queueId: number): readonly Cells[] {
  const chats = inWindow(question, queueId);
  return agentsOf(queueId, (id) => offersTo(chats, id).length > 0).map(({ id, cells }) => {
    const offers = offersTo(chats, id);
    const count = (response: string): number => offers.filter((one) => one.response === response).length;
    return {
      ...cells,
      offers: offers.length,
      accepted: count("accepted"),
      declined: count("declined"),
      ignored: count("ignored"),
      acceptanceRate: ratio(count("accepted"), offers.length),
      ...tellDurations(
        "AcceptSeconds",
        offers.flatMap(({ response, settleMs = 0 }) => (response === "accepted" ? settleMs : [])),
      ),
    };
  });
}

/** The rows of `AgentRatings`. */
export function naiveAgentRatings(question: Question, queueId: number): readonly Cells[] {
  const chats = inWindow(question, queueId);
  return agentsOf(queueId, (id) => answeredBy(chats, id).length > 0).map(({ id, cells }) => {
    const answered = answeredBy(chats, id);
    const said = (resolved: 0 | 1): number => answered.filter((chat) => chat.resolved === resolved).length;
    return {
      ...cells,
      answered: answered.length,
      ...ratingsOf(answered),
      resolved: said(1),
      unresolved: said(0),
      resolutionRate: ratio(said(1), said(1) + said(0)),
    };
  });
}
