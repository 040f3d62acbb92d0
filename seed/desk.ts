import type { HistoryShift } from "../emulator/store/index.ts";
import type { PlannedShift } from "./roster.ts";

/** How agents treat offers and several chats at once. */
export type DeskRules = {
  /** Of the offers to an agent without another chat; every further chat makes acceptance less likely by `distraction`. */
  readonly acceptedShare: number;
  /** Of the offers that are not accepted. */
  readonly declinedShare: number;
  readonly distraction: number;
  /** Median time until an agent answers an offer, and after which time an offer counts as ignored. */
  readonly thinkMs: number;
  readonly offerMs: number;
  /** How much longer a chat takes with each further one that the agent has (Tezcan and Cui, 2016, have why). */
  readonly slowdown: number;
  /** How much longer somebody without the skill needs. */
  readonly unskilledFactor: number;
  readonly shortestConnectedMs: number;
};

/** How the agents of the synthetic help desk work. */
export const deskRules: DeskRules = {
  acceptedShare: 0.9,
  declinedShare: 0.4,
  distraction: 0.05,
  thinkMs: 12_000,
  offerMs: 45_000,
  slowdown: 0.12,
  unskilledFactor: 1.15,
  shortestConnectedMs: 45_000,
};

const breakDelayMs = 20 * 60_000;

/** An agent at work on one day. `load` counts the chats held: offered, connected or in wrap-up. */
export class Desk {
  readonly shift: PlannedShift;
  /** Whether new chats are offered. */
  isTaking = false;
  load = 0;
  taken = 0;
  idleSince: number;
  private onlineSince: number | null = null;
  private leavingFor: "break" | "home" | null = null;
  private isHome = false;
  private readonly plan: (at: number, run: (at: number) => void) => void;
  private readonly spans: HistoryShift[];
  private readonly whenBack: (at: number) => void;

  constructor(
    shift: PlannedShift,
    site: {
      readonly plan: (at: number, run: (at: number) => void) => void;
      readonly spans: HistoryShift[];
      readonly whenBack: (at: number) => void;
    },
  ) {
    this.shift = shift;
    this.idleSince = shift.from;
    this.plan = site.plan;
    this.spans = site.spans;
    this.whenBack = site.whenBack;
  }

  get isOnline(): boolean {
    return this.onlineSince !== null;
  }

  get hasRoom(): boolean {
    const { mostConcurrentChats, mostChatsADay = 0 } = this.shift.agent.plan;
    return this.isTaking && this.load < mostConcurrentChats && (mostChatsADay === 0 || this.taken < mostChatsADay);
  }

  arrive(now: number): void {
    this.onlineSince = now;
    this.isTaking = true;
    this.idleSince = now;
    this.whenBack(now);
  }

  /** Goes on the break once the chats under way are done; later, and only once more, while nobody else takes chats. */
  takeBreak(now: number, others: readonly Desk[], mayWait = true): void {
    if (!this.isTaking) return;
    if (!others.some((other) => other !== this && other.isTaking)) {
      if (mayWait) {
        this.plan(now + breakDelayMs, (at) => {
          this.takeBreak(at, others, false);
        });
      }
      return;
    }
    this.stopTaking(now, "break");
  }

  goHome(now: number): void {
    if (this.isHome) return;
    this.isHome = true;
    this.stopTaking(now, "home");
  }

  /** Takes on a chat, or the offer of one. */
  hold(now: number): void {
    this.load += 1;
    this.taken += 1;
    this.idleSince = now;
  }

  /** Gives back an offer that was not accepted. */
  giveBack(now: number): void {
    this.taken -= 1;
    this.free(now);
  }

  free(now: number): void {
    this.load -= 1;
    if (this.load === 0 && this.leavingFor !== null) this.leave(now);
  }

  private stopTaking(now: number, leavingFor: "break" | "home"): void {
    this.isTaking = false;
    this.leavingFor = leavingFor;
    if (this.load === 0 && this.isOnline) this.leave(now);
  }

  private leave(now: number): void {
    const isBreak = this.leavingFor === "break";
    this.leavingFor = null;
    if (this.onlineSince !== null && this.onlineSince < now) {
      this.spans.push({ personId: this.shift.agent.id, startedAt: this.onlineSince, endedAt: now });
    }
    this.onlineSince = null;
    if (!isBreak) return;
    const backAt = now + this.shift.breakMs;
    if (backAt < this.shift.to) {
      this.plan(backAt, (at) => {
        this.arrive(at);
      });
    }
  }
}
