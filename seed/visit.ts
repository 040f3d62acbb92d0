import type { HistoryGuest } from "../emulator/store/index.ts";
import type { Arrival } from "./arrivals.ts";
import { talkToBot, type BotPhase } from "./bot.ts";
import type { Incident } from "./incidents.ts";
import type { QueuePlan } from "./profile.ts";
import type { Stream } from "./random.ts";
import { incidents } from "./words/incidents.ts";
import type { Topic } from "./words/topic.ts";
import { topicGroups } from "./words/topics.ts";

/** A guest's chat as far as it depends on the guest alone: everything but who answers, and when. */
export type Visit = {
  readonly guid: string;
  readonly queueId: number;
  readonly startedAt: number;
  readonly guest: HistoryGuest;
  readonly topic: Topic;
  readonly incident: Incident | null;
  readonly bot: BotPhase;
  /** How long the guest would wait for an agent, and whether they then just go, so that the system does not notice. */
  readonly patienceMs: number;
  readonly leavesSilently: boolean;
  /** How long an agent of ordinary pace, with no other chat, needs; and then for the wrap-up. */
  readonly serviceMs: number;
  readonly wrapUpMs: number;
  /** At which part of the connected time the connection breaks, or an agent hands the chat on; `null` for not at all. */
  readonly dropsAfter: number | null;
  readonly transfersAfter: number | null;
  /** Whether the chat is then handed to the other queue, where there is one. */
  readonly transfersAway: boolean;
  readonly entryPoint: "Teams" | "Web client";
  readonly authenticated: boolean;
  readonly referringPage: string | null;
  readonly host: string | null;
  readonly platform: string;
};

const referringPages = ["/", "/help", "/help/contact", "/news/maintenance", "/forms", "/help/search?q=chat"].map(
  (path) => `https://intranet.example.com${path}`,
);
const webPlatforms = ["Windows 11", "Windows 10", "macOS", "iOS", "Android"];
const teamsPlatforms = ["Windows 11", "Windows 10", "macOS"];
const directShare = 0.08;
const dropShare = 0.015;
const impatientShare = 0.04;
/** A third of those who leave, leave silently (Castellanos, Yom-Tov and Goldberg, 2023, have a third and more). */
const silentShare = 0.33;
const awayShare = 0.4;

/** Draws a day's visits, one an arrival. What is drawn for one does not depend on how the queue treats another. */
export function drawVisits(
  queue: QueuePlan,
  guests: readonly HistoryGuest[],
  arrivals: readonly Arrival[],
  streams: { readonly visits: Stream; readonly bot: Stream; readonly service: Stream },
): readonly Visit[] {
  const { visits, bot, service } = streams;
  return arrivals.map(({ startedAt, isCertain, incident }) => {
    const guid = visits.guidAt(startedAt);
    // Some guests ask often: squaring the draw favours the front of the list.
    const guest = guests[Math.floor(guests.length * visits.uniform() ** 2)]!;
    const drawn = visits.pickWeighted(topicGroups[queue.topics], weightOf);
    const topic = incident === null ? drawn : incidents[incident.name];
    const isTeams = visits.chance(0.58);
    const isDirect = visits.chance(directShare);
    return {
      guid,
      queueId: queue.id,
      startedAt,
      guest,
      topic,
      incident,
      bot: talkToBot(topic, startedAt, isDirect || isCertain, bot),
      ...drawService(queue, topic, service),
      entryPoint: isTeams ? "Teams" : "Web client",
      authenticated: isTeams || visits.chance(0.7),
      referringPage: isTeams ? null : visits.pick(referringPages),
      host: isTeams ? null : "intranet.example.com",
      platform: visits.pick(isTeams ? teamsPlatforms : webPlatforms),
    };
  });
}

const weightOf = ({ weight }: Topic): number => weight;

function drawService(
  queue: QueuePlan,
  topic: Topic,
  stream: Stream,
): Pick<
  Visit,
  "patienceMs" | "leavesSilently" | "serviceMs" | "wrapUpMs" | "dropsAfter" | "transfersAfter" | "transfersAway"
> {
  // Exponential as in Erlang-A (Mandelbaum and Zeltyn, 2005), but for those who hardly look.
  const meanMs = 1000 * (stream.chance(impatientShare) ? 15 : queue.patienceSeconds);
  const patienceMs = 1000 + stream.exponential(meanMs);
  const leavesSilently = stream.chance(silentShare);
  // Log-normal (Brown et al., 2005).
  const serviceMs = stream.logNormal(60_000 * topic.connectedMinutes, topic.connectedSigma);
  const wrapUpMs = Math.min(stream.logNormal(45_000, 0.6), 600_000);
  const isDropped = stream.chance(dropShare);
  const isTransferred = stream.chance(topic.transfers);
  return {
    patienceMs: Math.round(patienceMs),
    leavesSilently,
    serviceMs,
    wrapUpMs: Math.round(wrapUpMs),
    dropsAfter: isDropped ? stream.between(0.02, 0.95) : null,
    transfersAfter: isTransferred ? stream.between(0.25, 0.6) : null,
    transfersAway: isTransferred && stream.chance(awayShare),
  };
}
