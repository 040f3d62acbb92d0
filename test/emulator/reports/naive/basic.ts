import { botMs, type ChatPlan } from "../../fixture.ts";
import {
  agentOf,
  byChats,
  byDay,
  connectedOf,
  distinct,
  handleOf,
  instantsOf,
  inWindow,
  isAnswered,
  isInbound,
  nameOf,
  outcomesOf,
  ratio,
  seconds,
  tagsOf,
  tellDurations,
  touchedDates,
  waitOf,
  type Cells,
  type Question,
} from "./desk.ts";

/** The rows of `InboundVsAnsweredChats`. */
export function naiveInboundVsAnsweredChats(question: Question, queueId: number): readonly Cells[] {
  return byDay(question, queueId).map(({ date, chats }) => {
    const { inbound, answered, abandoned, missed, deflected } = outcomesOf(chats);
    return { date, inbound, answered, abandoned, missed, deflected } as Cells;
  });
}

const inOrder = (chats: readonly ChatPlan[]): readonly ChatPlan[] =>
  [...chats].sort((a, b) => a.startedAt - b.startedAt || a.id - b.id);

const filesOf = ({ files = 0, fileNames = [] }: ChatPlan): readonly string[] => [
  ...Array<string>(files).fill("a.png"),
  ...fileNames,
];

/** The rows of `ChatHistory`. */
export function naiveChatHistory(question: Question, queueId: number): readonly Cells[] {
  return inOrder(inWindow(question, queueId)).map((chat) => {
    const { id, startedAt, outcome } = chat;
    const answered = isAnswered(chat);
    const inbound = isInbound(chat);
    const queuedAt = startedAt + botMs;
    const leftAt = queuedAt + (inbound ? waitOf(chat) : 0);
    const { firstResponseMs = 2_000 } = chat;
    return {
      sessionId: id,
      sessionGuid: `00000000-0000-4000-8000-${String(id).padStart(12, "0")}`,
      queueId,
      agentId: answered ? agentOf(chat) : null,
      agentName: answered ? nameOf(agentOf(chat)) : null,
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
      tags: tagsOf(chat),
      transfers: (chat.transfers ?? 0) + (chat.handOns?.length ?? 0),
      filesSent: filesOf(chat).length,
    };
  });
}

const clockOf = ({ startedAt }: ChatPlan, zone: string): { weekday: string; hour: number } => {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    weekday: "long",
    hour: "2-digit",
    hourCycle: "h23",
  });
  const found = Object.fromEntries(parts.formatToParts(startedAt).map(({ type, value }) => [type, value]));
  return { weekday: found["weekday"]!, hour: Number(found["hour"]) };
};

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** The rows of `ChatsByHour`. */
export function naiveChatsByHour(question: Question, queueId: number): readonly Cells[] {
  return hours.map((hour) => {
    const chats = inWindow(question, queueId).filter((chat) => clockOf(chat, question.zone).hour === hour);
    return { hour, ...outcomesOf(chats), ...tellDurations("WaitSeconds", chats.filter(isInbound).map(waitOf)) };
  });
}

/** The rows of `ChatsByWeekday`. */
export function naiveChatsByWeekday(question: Question, queueId: number): readonly Cells[] {
  const dayNames = touchedDates(question).map((date) =>
    new Date(`${date}T12:00:00Z`).toLocaleDateString("en-US", { weekday: "long", timeZone: "UTC" }),
  );
  return weekdays.map((weekdayName, index) => {
    const chats = inWindow(question, queueId).filter((chat) => clockOf(chat, question.zone).weekday === weekdayName);
    const days = dayNames.filter((name) => name === weekdayName).length;
    const inbound = chats.filter(isInbound);
    return {
      weekday: index + 1,
      weekdayName,
      days,
      ...outcomesOf(chats),
      inboundPerDay: days === 0 ? null : Math.round((inbound.length * 1000) / days) / 1000,
      ...tellDurations("WaitSeconds", inbound.map(waitOf)),
    };
  });
}

/** The rows of `ChatsByWeekdayAndHour`. */
export function naiveChatsByWeekdayAndHour(question: Question, queueId: number): readonly Cells[] {
  const chats = inWindow(question, queueId).map((chat) => ({ chat, at: clockOf(chat, question.zone) }));
  return weekdays.flatMap((weekdayName, index) =>
    hours.map((hour) => ({
      weekday: index + 1,
      weekdayName,
      hour,
      ...outcomesOf(chats.flatMap(({ chat, at }) => (at.weekday === weekdayName && at.hour === hour ? chat : []))),
    })),
  );
}

/** The rows of `ChatOutcomes`. */
export function naiveChatOutcomes(question: Question, queueId: number): readonly Cells[] {
  const all = inWindow(question, queueId);
  const reasonOf = (chat: ChatPlan): string => (chat.outcome === "missed" ? (chat.missedBecause ?? "unknown") : "-");
  const order =
    "answered -,abandoned -,missed closed,missed noAgent,missed allBusy,missed offline,missed unknown,deflected -,leftBot -";
  return order.split(",").flatMap((pair) => {
    const [outcome = "", reason = ""] = pair.split(" ");
    const chats = all.filter((chat) => chat.outcome === outcome && reasonOf(chat) === reason);
    if (reason === "unknown" && chats.length === 0) return [];
    return {
      outcome,
      reason,
      chats: chats.length,
      shareOfStarted: ratio(chats.length, all.length),
      endedByGuest: chats.filter(({ isDropped }) => isDropped !== true).length,
      endedByAgent: 0,
      endedByError: chats.filter(({ isDropped }) => isDropped === true).length,
      endedBySystem: 0,
      ...tellDurations(
        "Seconds",
        chats.map((chat) => instantsOf(chat).endedAt - chat.startedAt),
      ),
    };
  });
}

/** The rows of `GuestEntryPoints`. */
export function naiveGuestEntryPoints(question: Question, queueId: number): readonly Cells[] {
  const ways = inWindow(question, queueId).map((chat) => ({
    chat,
    way: JSON.stringify([
      chat.id % 2 === 0 ? "Teams" : "Web client",
      chat.referringPage ?? null,
      chat.platform ?? null,
    ]),
  }));
  const rows = distinct(ways.map(({ way }) => way)).map((way) => {
    const chats = ways.flatMap((one) => (one.way === way ? one.chat : []));
    const [entryPoint, referringPage, platform] = JSON.parse(way) as [string, string | null, string | null];
    const authenticated = chats.filter(({ isAuthenticated }) => isAuthenticated === true).length;
    return { entryPoint, referringPage, platform, ...outcomesOf(chats), authenticated };
  });
  return byChats(rows, "started", "entryPoint", "referringPage", "platform");
}

/** The rows of `FilesSent`. */
export function naiveFilesSent(question: Question, queueId: number): readonly Cells[] {
  return inOrder(inWindow(question, queueId)).flatMap((chat) =>
    filesOf(chat).map((fileName, index) => {
      const pieces = fileName.split(".");
      const last = pieces.at(-1)!;
      return {
        sessionId: chat.id,
        position: index + 1,
        sentAt: instantsOf(chat).endedAt,
        sender: "guest",
        agentId: isAnswered(chat) ? agentOf(chat) : null,
        fileName,
        fileType: pieces.length > 1 && last !== "" ? last.toLowerCase() : null,
        bytes: 10,
      };
    }),
  );
}
