import { botMs, people, type ChatPlan } from "../fixture.ts";

/**
 * The reports once more, from the plans of a desk's chats instead of its store, as simply as they can be said: every number is
 * its own pass over the chats, and local days come from the machine's calendar instead of the zones room.
 */
export type Question = {
  readonly chats: readonly ChatPlan[];
  readonly startAt: number;
  readonly stopAt: number;
  readonly zone: string;
};

type Cells = Record<string, string | number | boolean | null>;

const queueNames: Readonly<Record<number, string>> = { 1: 'Service "Desk"', 2: "Payroll", 3: "Empty" };
const targets: Readonly<Record<number, number>> = { 1: 30, 2: 60, 3: 60 };

const isInbound = ({ outcome }: ChatPlan): boolean => ["answered", "abandoned", "missed"].includes(outcome);
const isAnswered = ({ outcome }: ChatPlan): boolean => outcome === "answered";
const waitOf = ({ waitMs = 10_000 }: ChatPlan): number => waitMs;
const connectedOf = ({ connectedMs = 60_000 }: ChatPlan): number => connectedMs;
const handleOf = (chat: ChatPlan): number =>
  connectedOf(chat) + (chat.wrapUpMs === undefined ? 30_000 : (chat.wrapUpMs ?? 0));
const agentOf = ({ agentId = people.agent }: ChatPlan): number => agentId;

const inWindow = ({ chats, startAt, stopAt }: Question, queueId: number): readonly ChatPlan[] =>
  chats.filter((chat) => (chat.queueId ?? 1) === queueId && chat.startedAt >= startAt && chat.startedAt <= stopAt);

const seconds = (milliseconds: number): number => Number((milliseconds / 1000).toFixed(3));
const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length) / 1000;
const ratio = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 1e6) / whole) / 1e6;

/** Interpolated between the neighbours of rank (n - 1) * percent / 100, in whole numbers as far as it goes. */
function percentile(values: readonly number[], percent: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (sorted.length - 1) * percent;
  const low = sorted[Math.floor(rank / 100)]!;
  const high = sorted[Math.ceil(rank / 100)]!;
  return Math.round((low * (100 - (rank % 100)) + high * (rank % 100)) / 100) / 1000;
}

const longest = (values: readonly number[]): number | null =>
  values.length === 0 ? null : seconds(Math.max(...values));

/** The local date of an instant, from the machine's calendar. */
function localDate(instantMs: number, zone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    instantMs,
  );
}

function touchedDates({ startAt, stopAt, zone }: Question): readonly string[] {
  const dates = new Set<string>();
  const quarterHour = 900_000;
  for (let instant = startAt; instant < stopAt; instant += quarterHour) dates.add(localDate(instant, zone));
  dates.add(localDate(stopAt, zone));
  return [...dates];
}

function satisfactionOf(chats: readonly ChatPlan[]): Cells {
  const ratings = chats.map(({ rating }) => rating ?? 0).filter((rating) => rating > 0);
  return {
    ratings: ratings.length,
    satisfaction: ratio(ratings.filter((rating) => rating >= 4).length, ratings.length),
  };
}

/** The rows of `InboundVsAnsweredChats`. */
export function naiveInboundVsAnsweredChats(question: Question, queueId: number): readonly Cells[] {
  return touchedDates(question).map((date) => {
    const chats = inWindow(question, queueId).filter(({ startedAt }) => localDate(startedAt, question.zone) === date);
    const count = (outcome: string): number => chats.filter((chat) => chat.outcome === outcome).length;
    return {
      date,
      inbound: chats.filter(isInbound).length,
      answered: count("answered"),
      abandoned: count("abandoned"),
      missed: count("missed"),
      deflected: count("deflected"),
    };
  });
}

/** The rows of `QueueComparison`. */
export function naiveQueueComparison(question: Question): readonly Cells[] {
  return [1, 2, 3].map((queueId) => {
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
      ...satisfactionOf(chats),
    };
  });
}

/** The rows of `AgentEfficiency`. */
export function naiveAgentEfficiency(question: Question, queueId: number): readonly Cells[] {
  const chats = inWindow(question, queueId);
  const answers = (id: number): readonly ChatPlan[] => chats.filter((chat) => isAnswered(chat) && agentOf(chat) === id);
  const offers = (id: number) => chats.flatMap((chat) => chat.offers ?? []).filter(({ personId }) => personId === id);
  const members = queueId === 2 ? [people.manager, people.agent, people.otherAgent] : [people.agent, people.otherAgent];
  return Object.entries(people)
    .filter(([, id]) => members.some((member) => member === id) || answers(id).length + offers(id).length > 0)
    .map(([name, id]) => {
      const count = (response: string): number => offers(id).filter((offer) => offer.response === response).length;
      const connected = answers(id).map(connectedOf);
      return {
        agentId: id,
        agentName: `Åsa O'${name}, Jr`,
        offers: offers(id).length,
        accepted: count("accepted"),
        declined: count("declined"),
        ignored: count("ignored"),
        answered: answers(id).length,
        dropped: answers(id).filter(({ isDropped }) => isDropped).length,
        meanSpeedToAnswerSeconds: mean(answers(id).map(waitOf)),
        meanFirstResponseSeconds: mean(
          answers(id).flatMap(({ firstResponseMs = 2_000 }) => (firstResponseMs === null ? [] : [firstResponseMs])),
        ),
        meanConnectedSeconds: mean(connected),
        medianConnectedSeconds: percentile(connected, 50),
        p90ConnectedSeconds: percentile(connected, 90),
        longestConnectedSeconds: longest(connected),
        meanHandleSeconds: mean(answers(id).map(handleOf)),
        ...satisfactionOf(answers(id)),
      };
    });
}

const tagNames = ["vpn", "Access", "billing; old"];

/** The rows of `ChatHistory`. */
export function naiveChatHistory(question: Question, queueId: number): readonly Cells[] {
  return [...inWindow(question, queueId)]
    .sort((a, b) => a.startedAt - b.startedAt || a.id - b.id)
    .map((chat) => {
      const { id, startedAt, outcome } = chat;
      const answered = isAnswered(chat);
      const inbound = isInbound(chat);
      const queuedAt = startedAt + botMs;
      const leftAt = queuedAt + (inbound ? waitOf(chat) : 0);
      const agentName = Object.entries(people).find(([, person]) => person === agentOf(chat))?.[0];
      const { firstResponseMs = 2_000 } = chat;
      return {
        sessionId: id,
        sessionGuid: `00000000-0000-4000-8000-${String(id).padStart(12, "0")}`,
        queueId,
        agentId: answered ? agentOf(chat) : null,
        agentName: answered ? `Åsa O'${agentName}, Jr` : null,
        startedAt,
        queuedAt: inbound ? queuedAt : null,
        answeredAt: answered ? leftAt : null,
        endedAt: leftAt + (answered ? connectedOf(chat) : 0),
        outcome,
        waitSeconds: inbound ? seconds(waitOf(chat)) : null,
        connectedSeconds: answered ? seconds(connectedOf(chat)) : null,
        handleSeconds: answered ? seconds(handleOf(chat)) : null,
        firstResponseSeconds: answered && firstResponseMs !== null ? seconds(firstResponseMs) : null,
        dropped: answered && chat.isDropped === true,
        entryPoint: id % 2 === 0 ? "Teams" : "Web client",
        guestName: chat.guestId === 2 ? "Bo Li" : "Zoë Müller",
        guestEmail: chat.guestId === 2 ? null : "zoe@example.com",
        guestLocation: chat.guestId === 2 ? null : "Köln",
        question: chat.question ?? "Why?",
        rating: chat.rating ?? null,
        comment: chat.rating === undefined ? null : (chat.comment ?? null),
        resolved: chat.resolved === undefined || chat.resolved === null ? null : chat.resolved === 1,
        tags:
          (chat.tagIds ?? [])
            .map((tagId) => tagNames[tagId - 1]!)
            .sort()
            .join("; ") || null,
        transfers: chat.transfers ?? 0,
        filesSent: chat.files ?? 0,
      };
    });
}

/** The rows of `Queues`. */
export function naiveQueues(): readonly Cells[] {
  const target = (queueId: number): number => targets[queueId]!;
  return [
    [1, "First, and\r\nforemost", true, 2] as const,
    [2, null, true, 3] as const,
    [3, "Nobody writes", false, 0] as const,
  ].map(([queueId, description, enabled, agents]) => ({
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
