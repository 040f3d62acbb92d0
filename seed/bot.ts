import type { Stream } from "./random.ts";
import type { Topic } from "./words/topic.ts";

/** One exchange: what the bot says, and when the guest answers; `null` when the guest does not any more. */
type BotTurn = { readonly botAt: number; readonly guestAt: number | null };

/** What happens before an agent is asked for. */
export type BotPhase = {
  readonly throughBot: boolean;
  /** `null` when the bot did not recognise the question, or was not asked. */
  readonly intent: string | null;
  readonly confidence: number | null;
  readonly turns: readonly BotTurn[];
  readonly end: "deflected" | "leftBot" | "queued";
  /** When the chat ends, or when an agent is asked for. */
  readonly endsAt: number;
};

/** Lets a guest talk to the bot. A bot that did not understand solves nothing. */
export function talkToBot(topic: Topic, startedAt: number, skipsBot: boolean, stream: Stream): BotPhase {
  if (skipsBot) {
    return { throughBot: false, intent: null, confidence: null, turns: [], end: "queued", endsAt: startedAt };
  }
  const isRecognised = stream.chance(0.86);
  const confidence = Math.round(100 * (isRecognised ? stream.between(0.55, 0.99) : stream.between(0.08, 0.5))) / 100;
  const deflection = isRecognised ? topic.deflection : 0;
  const draw = stream.uniform();
  const end = draw < deflection ? "deflected" : draw < deflection + 0.07 ? "leftBot" : "queued";
  const count = 1 + stream.below(end === "queued" ? 3 : 2);
  const turns: BotTurn[] = [];
  let at = startedAt;
  for (let turn = 1; turn <= count; turn++) {
    const botAt = at + Math.round(stream.between(700, 2500));
    at = botAt + Math.round(Math.min(stream.logNormal(22_000, 0.7), 300_000));
    turns.push({ botAt, guestAt: end === "leftBot" && turn === count ? null : at });
  }
  // The bot's goodbye.
  if (end === "deflected") at += Math.round(stream.between(700, 2000));
  return { throughBot: true, intent: isRecognised ? topic.intent : null, confidence, turns, end, endsAt: at };
}
