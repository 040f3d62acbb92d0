import type { Stream } from "../random.ts";
import type { ChatFacts } from "./facts.ts";
import type { Issue } from "./issue.ts";
import { phrases, type Phrases } from "./phrases.ts";
import type { Template } from "./template.ts";
import type { Words } from "./words.ts";

/** What the bot says in a turn, with what it asks back after a suggestion, and what a guest may answer. */
export type BotTurn = {
  readonly stage: "unsure" | "clarify" | "suggest" | "askMore" | "noMore";
  readonly says: Template;
  readonly asksBack: Template | null;
  readonly answers: readonly Template[];
};

/**
 * Plans the bot's turns. A bot that recognised the question may clarify it, then suggests what it knows, and asks for more words
 * in between when there are more turns than suggestions; the suggestion that helped comes last. One that did not keeps asking.
 */
export function planBot(
  facts: ChatFacts,
  { issue, asked, isVague }: Pick<Words, "issue" | "asked" | "isVague">,
  stream: Stream,
): readonly BotTurn[] {
  const { bot, topic } = facts;
  const book = phrases[topic.language];
  const count = bot.turns.length;
  const turns =
    bot.intent === null ? planUnsure(count, book, stream) : planSuggestions(count, facts, issue, book, stream);
  let tells = 0;
  return turns.map((turn, index) => {
    if (index === count - 1) return { ...turn, answers: lastAnswers(facts, issue, book, stream) };
    if (turn.answers.length > 0) return turn;
    // Who is asked for more says it once more; who has said nothing yet says it now.
    tells += 1;
    if (tells > 1) return { ...turn, answers: book.guestSaysMore };
    return { ...turn, answers: [isVague ? asked : [...stream.pick(book.guestRepeatsQuestion), ...asked]] };
  });
}

function planUnsure(count: number, book: Phrases, stream: Stream): readonly BotTurn[] {
  return Array.from({ length: count }, (_, turn): BotTurn => {
    const says = stream.pick(turn === 0 ? book.botUnsure : book.botStillUnsure);
    return { stage: "unsure", says, asksBack: null, answers: [] };
  });
}

function planSuggestions(
  count: number,
  { outcome }: ChatFacts,
  issue: Issue,
  book: Phrases,
  stream: Stream,
): readonly BotTurn[] {
  const { clarifying, articles, kind } = issue;
  const turns: BotTurn[] = [];
  if (count > 1 && clarifying.length > 0 && stream.chance(0.6)) {
    const { say, answers } = stream.pick(clarifying);
    turns.push({ stage: "clarify", says: say, asksBack: null, answers });
  }
  const suggestions = articles.slice(0, count - turns.length).map(({ say, answers }): BotTurn => {
    const isFitting = answers.length > 0 && stream.chance(0.75);
    const asksBack = stream.pick(book.botAsksBack[kind]);
    return { stage: "suggest", says: say, asksBack, answers: isFitting ? answers : book.guestNotYet[kind] };
  });
  const isHelped = outcome === "deflected";
  if (!isHelped) turns.push(...suggestions);
  const spare = count - turns.length - (isHelped ? suggestions.length : 0);
  for (let left = spare; left > 0; left--) {
    const isLast = left === 1 && !isHelped;
    turns.push({
      stage: isLast ? "noMore" : "askMore",
      says: stream.pick(isLast ? book.botNoMore : turns.length === 0 ? book.botAsksFirst : book.botAsksMore),
      asksBack: null,
      answers: [],
    });
  }
  return isHelped ? [...turns, ...suggestions] : turns;
}

function lastAnswers(
  { outcome, sentiment }: ChatFacts,
  issue: Issue,
  book: Phrases,
  stream: Stream,
): readonly Template[] {
  if (outcome === "deflected") return book.guestHelped[issue.kind];
  return sentiment === "negative" && stream.chance(0.5) ? book.guestWantsAgentAngrily : book.guestWantsAgent;
}
