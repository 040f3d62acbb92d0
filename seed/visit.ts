import type { HistoryGuest } from "../emulator/store/index.ts";
import type { Arrival } from "./arrivals.ts";
import { talkToBot, type BotPhase } from "./bot.ts";
import type { QueuePlan } from "./profile.ts";
import type { Stream } from "./random.ts";
import type { Topic } from "./words/topic.ts";

/** A guest's chat as far as it depends on the guest alone: everything but who answers, and when. */
export type Visit = {
  readonly guid: string;
  readonly startedAt: number;
  readonly guest: HistoryGuest;
  readonly topic: Topic;
  readonly bot: BotPhase;
  /** How long the guest would wait for an agent. */
  readonly patienceMs: number;
  /** How long an agent of ordinary pace, with no other chat, needs; and then for the wrap-up. */
  readonly serviceMs: number;
  readonly wrapUpMs: number;
  /** At which part of the connected time the connection breaks, or an agent hands the chat on; `null` for not at all. */
  readonly dropsAfter: number | null;
  readonly transfersAfter: number | null;
  readonly entryPoint: "Teams" | "Web client";
  readonly authenticated: boolean;
  readonly referringPage: string | null;
  readonly host: string | null;
  readonly platform: string;
};

const referringPages = ["/", "/help", "/help/contact", "/news/maintenance", "/forms", "/help/search?q=chat"];
const webPlatforms = ["Windows 11", "Windows 10", "macOS", "iOS", "Android"];
const teamsPlatforms = ["Windows 11", "Windows 10", "macOS"];
const directShare = 0.08;
const dropShare = 0.015;
const impatientShare = 0.04;

/** Draws a day's visits, one an arrival. What is drawn for one does not depend on how the queue treats another. */
export function drawVisits(
  queue: QueuePlan,
  guests: readonly HistoryGuest[],
  arrivals: readonly Arrival[],
  streams: { readonly visits: Stream; readonly bot: Stream; readonly service: Stream },
): readonly Visit[] {
  const { visits, bot, service } = streams;
  return arrivals.map(({ startedAt, isCertain }) => {
    const guid = visits.guid();
    // Some guests ask often: squaring the draw favours the front of the list.
    const guest = guests[Math.floor(guests.length * visits.uniform() ** 2)]!;
    const topic = visits.pickWeighted(queue.topics, ({ weight }) => weight);
    const isTeams = visits.chance(0.58);
    const isDirect = visits.chance(directShare);
    return {
      guid,
      startedAt,
      guest,
      topic,
      bot: talkToBot(topic, startedAt, isDirect || isCertain, bot),
      ...drawService(queue, topic, service),
      entryPoint: isTeams ? "Teams" : "Web client",
      authenticated: isTeams || visits.chance(0.7),
      referringPage: isTeams ? null : `https://intranet.example.com${visits.pick(referringPages)}`,
      host: isTeams ? null : "intranet.example.com",
      platform: visits.pick(isTeams ? teamsPlatforms : webPlatforms),
    };
  });
}

function drawService(
  queue: QueuePlan,
  topic: Topic,
  stream: Stream,
): Pick<Visit, "patienceMs" | "serviceMs" | "wrapUpMs" | "dropsAfter" | "transfersAfter"> {
  // Exponential as in Erlang-A (Mandelbaum and Zeltyn, 2005), but for those who hardly look.
  const meanMs = 1000 * (stream.chance(impatientShare) ? 15 : queue.patienceSeconds);
  const patienceMs = 1000 + stream.exponential(meanMs);
  // Log-normal (Brown et al., 2005).
  const serviceMs = stream.logNormal(60_000 * topic.connectedMinutes, topic.connectedSigma);
  const wrapUpMs = Math.min(stream.logNormal(45_000, 0.6), 600_000);
  const isDropped = stream.chance(dropShare);
  const isTransferred = stream.chance(topic.transfers);
  return {
    patienceMs: Math.round(patienceMs),
    serviceMs,
    wrapUpMs: Math.round(wrapUpMs),
    dropsAfter: isDropped ? stream.between(0.02, 0.95) : null,
    transfersAfter: isTransferred ? stream.between(0.25, 0.6) : null,
  };
}
