import { people } from "../../fixture.ts";
import {
  byChats,
  byDay,
  distinct,
  inWindow,
  isAnswered,
  isInbound,
  connectedOf,
  localDate,
  longest,
  mean,
  nameOf,
  outcomesOf,
  percentile,
  queueNames,
  queuesOf,
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

const inAll = (question: Question) => queuesOf(question).flatMap((queueId) => inWindow(question, queueId));

/** The rows of `QueueComparison`. */
export function naiveQueueComparison(question: Question): readonly Cells[] {
  return queuesOf(question).map((queueId) => {
    const chats = inWindow(question, queueId);
    const count = (outcome: string): number => chats.filter((chat) => chat.outcome === outcome).length;
    const within = chats.filter((chat) => isInbound(chat) && waitOf(chat) <= targets[queueId]! * 1000);
    const speeds = chats.filter(isAnswered).map(waitOf);
    const withBot = chats.filter((chat) => isInbound(chat) && (chat.isThroughBot ?? true)).length;
    return {
      queueId,
      queueName: queueNames[queueId]!,
      started: chats.length,
      inbound: chats.filter(isInbound).length,
      answered: count("answered"),
      abandoned: count("abandoned"),
      missed: count("missed"),
      deflected: count("deflected"),
      leftBot: count("leftBot"),
      dropped: chats.filter((chat) => isAnswered(chat) && chat.isDropped === true).length,
      serviceLevel: ratio(
        within.filter(isAnswered).length,
        chats.filter(isInbound).length - within.filter(({ outcome }) => outcome === "abandoned").length,
      ),
      deflectionRate: ratio(count("deflected"), count("deflected") + count("leftBot") + withBot),
      meanSpeedToAnswerSeconds: mean(speeds),
      medianSpeedToAnswerSeconds: percentile(speeds, 50),
      p90SpeedToAnswerSeconds: percentile(speeds, 90),
      longestSpeedToAnswerSeconds: longest(speeds),
      meanConnectedSeconds: mean(chats.filter(isAnswered).map(connectedOf)),
      ratings: ratingsOf(chats)["ratings"]!,
      satisfaction: ratingsOf(chats)["satisfaction"]!,
    };
  });
}

/** The rows of `Queues`. */
export function naiveQueues(question: Question): readonly Cells[] {
  const target = (queueId: number): number => targets[queueId]!;
  return [
    [1, "First, and\r\nforemost", true, 2] as const,
    [2, null, true, 3] as const,
    [3, "Nobody writes", false, 0] as const,
  ]
    .filter(([queueId]) => queuesOf(question).includes(queueId))
    .map(([queueId, description, enabled, agents]) => ({
      queueId,
      queueName: queueNames[queueId]!,
      description,
      language: "en-US",
      zone: "America/New_York",
      enabled,
      serviceLevelSeconds: target(queueId),
      agents,
    }));
}

/** The rows of `Agents`. */
export function naiveAgents(question: Question): readonly Cells[] {
  const members = [
    [1, people.agent],
    [1, people.otherAgent],
    [2, people.manager],
    [2, people.agent],
    [2, people.otherAgent],
  ] as const;
  return members
    .filter(([queueId]) => queuesOf(question).includes(queueId))
    .map(([queueId, agentId]) => ({
      queueId,
      queueName: queueNames[queueId]!,
      agentId,
      agentName: nameOf(agentId),
      login: Object.entries(people).find(([, id]) => id === agentId)![0],
      email: null,
      accountType: "Testing",
      priority: 1,
      mostChatsADay: 0,
      mostConcurrentChats: 1,
      skills: null,
      archived: false,
    }));
}

/** The rows of `ChatVolumeByDay`. */
export function naiveChatVolumeByDay(question: Question): readonly Cells[] {
  return touchedDates(question).map((date) => ({
    date,
    ...outcomesOf(inAll(question).filter(({ startedAt }) => localDate(startedAt, question.zone) === date)),
  }));
}

/** The rows of `ChatsByQueueAndDay`. */
export function naiveChatsByQueueAndDay(question: Question): readonly Cells[] {
  return queuesOf(question).flatMap((queueId) =>
    byDay(question, queueId).map(({ date, chats }) => {
      const within = chats.filter((chat) => isInbound(chat) && waitOf(chat) <= targets[queueId]! * 1000);
      const abandoned = within.filter(({ outcome }) => outcome === "abandoned").length;
      const answered = chats.filter(isAnswered);
      return {
        queueId,
        queueName: queueNames[queueId]!,
        date,
        ...outcomesOf(chats),
        dropped: answered.filter(({ isDropped }) => isDropped === true).length,
        answeredWithinTarget: within.filter(isAnswered).length,
        abandonedWithinTarget: abandoned,
        serviceLevel: ratio(within.filter(isAnswered).length, chats.filter(isInbound).length - abandoned),
        ...tellDurations("SpeedToAnswerSeconds", answered.map(waitOf)),
        connectedSeconds: seconds(answered.reduce((sum, chat) => sum + connectedOf(chat), 0)),
      };
    }),
  );
}

/** The rows of `EntryPoints`. */
export function naiveEntryPoints(question: Question): readonly Cells[] {
  const all = inAll(question);
  return ["Teams", "Web client"].map((entryPoint, index) => {
    const chats = all.filter(({ id }) => id % 2 === index);
    return { entryPoint, ...outcomesOf(chats), shareOfStarted: ratio(chats.length, all.length) };
  });
}

/** The rows of `GuestLocations`. */
export function naiveGuestLocations(question: Question): readonly Cells[] {
  const all = inAll(question);
  const placeOf = ({ guestId }: { guestId?: 1 | 2 }): string | null => (guestId === 2 ? null : "Köln");
  const rows = distinct(all.map(placeOf)).map((location) => ({
    location,
    guests: 1,
    ...outcomesOf(all.filter((chat) => placeOf(chat) === location)),
  }));
  return byChats(rows, "started", "location");
}
