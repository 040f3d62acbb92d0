import { readExchange, type Exchange, type IssueKind } from "./issue.ts";
import { englishPhrases } from "./phrases-en.ts";
import { frenchPhrases } from "./phrases-fr.ts";
import { germanPhrases } from "./phrases-de.ts";
import { readTemplate, type Template } from "./template.ts";
import type { Language } from "./topic.ts";

/** How a guest feels about a chat in the end. */
export type Sentiment = "positive" | "neutral" | "negative";

/** What is said whatever the topic: plain lines, and lines with the answers that fit them. */
export type Phrases = Readonly<Record<LineName, readonly Template[]>> & {
  readonly exchanges: Readonly<Record<ExchangeName, readonly Exchange[]>>;
  /** By what the issue is: a first line that says nothing of it, what an annoyed guest adds to a question, what the bot asks after a suggestion, and what a guest says whom it helped or not. */
  readonly vagueQuestions: Readonly<Record<IssueKind, readonly Template[]>>;
  readonly angryEndings: Readonly<Record<IssueKind, readonly Template[]>>;
  readonly botAsksBack: Readonly<Record<IssueKind, readonly Template[]>>;
  readonly guestHelped: Readonly<Record<IssueKind, readonly Template[]>>;
  readonly guestNotYet: Readonly<Record<IssueKind, readonly Template[]>>;
  readonly guestThanks: Readonly<Record<Sentiment, readonly Template[]>>;
  readonly guestNothingElse: Readonly<Record<Sentiment, readonly Template[]>>;
  readonly guestLetDown: Readonly<Record<Sentiment, readonly Template[]>>;
};

/** A phrase book as it is written: texts by name, see `readTemplate` and `readExchange`. */
export type PhraseBook = Readonly<Record<LineName, readonly string[]>> & {
  readonly exchanges: Readonly<Record<ExchangeName, readonly string[]>>;
  readonly vagueQuestions: Readonly<Record<IssueKind, readonly string[]>>;
  readonly angryEndings: Readonly<Record<IssueKind, readonly string[]>>;
  readonly botAsksBack: Readonly<Record<IssueKind, readonly string[]>>;
  readonly guestHelped: Readonly<Record<IssueKind, readonly string[]>>;
  readonly guestNotYet: Readonly<Record<IssueKind, readonly string[]>>;
  readonly guestThanks: Readonly<Record<Sentiment, readonly string[]>>;
  readonly guestNothingElse: Readonly<Record<Sentiment, readonly string[]>>;
  readonly guestLetDown: Readonly<Record<Sentiment, readonly string[]>>;
};

const lineNames = [
  "questionOpeners",
  "questionEndings",
  "botHello",
  "botUnsure",
  "botStillUnsure",
  "botAsksFirst",
  "botAsksMore",
  "botNoMore",
  "botGlad",
  "guestRepeatsQuestion",
  "guestSaysMore",
  "guestWantsAgent",
  "guestWantsAgentAngrily",
  "guestImpatient",
  "guestImpatientAngrily",
  "guestGivesUp",
  "systemWaiting",
  "systemWaitingAgain",
  "systemJoined",
  "systemTransferred",
  "systemClosed",
  "systemNoAgent",
  "systemAllBusy",
  "systemOffline",
  "systemDropped",
  "agentHello",
  "agentHelloDirect",
  "agentHelloLate",
  "agentTellMore",
  "agentTakesOver",
  "agentTakesOtherMatter",
  "guestOtherMatter",
  "guestHello",
  "agentBye",
  "agentByeKindly",
  "agentByeSorry",
  "agentStillThere",
  "agentClosesSilent",
  "agentAnythingElse",
  "guestSendsFile",
  "agentSendsFile",
  "praiseQuick",
  "praiseFriendly",
  "praiseSolved",
  "praiseBot",
  "mixedSlow",
  "mixedHandedOn",
  "mixedUnsolved",
  "mixedPlain",
  "complaintWait",
  "complaintUnsolved",
  "complaintDropped",
  "complaintHandedOn",
  "complaintBot",
  "complaintPlain",
] as const;

/** The name of a kind of line. */
export type LineName = (typeof lineNames)[number];

const exchangeNames = [
  // The guest complains, the agent answers.
  "guestWaitedLong",
  "guestFedUp",
  "guestBlamesBot",
  "guestRepeats",
  // The agent says, the guest answers.
  "hold",
  "handOver",
  "handOverToQueue",
  "escalation",
] as const;

/** The name of a kind of exchange. */
export type ExchangeName = (typeof exchangeNames)[number];

/** The phrases of each language. */
export const phrases: Readonly<Record<Language, Phrases>> = {
  en: readPhrases(englishPhrases, "en"),
  de: readPhrases(germanPhrases, "de"),
  fr: readPhrases(frenchPhrases, "fr"),
};

function readPhrases(book: PhraseBook, language: Language): Phrases {
  const kinds: readonly IssueKind[] = ["problem", "info", "incident"];
  const sentiments: readonly Sentiment[] = ["positive", "neutral", "negative"];
  const line = (text: string): Template => readTemplate(text, language);
  const exchange = (text: string): Exchange => readExchange(text, language);
  return {
    ...readEach(lineNames, book, line),
    exchanges: readEach(exchangeNames, book.exchanges, exchange),
    vagueQuestions: readEach(kinds, book.vagueQuestions, line),
    angryEndings: readEach(kinds, book.angryEndings, line),
    botAsksBack: readEach(kinds, book.botAsksBack, line),
    guestHelped: readEach(kinds, book.guestHelped, line),
    guestNotYet: readEach(kinds, book.guestNotYet, line),
    guestThanks: readEach(sentiments, book.guestThanks, line),
    guestNothingElse: readEach(sentiments, book.guestNothingElse, line),
    guestLetDown: readEach(sentiments, book.guestLetDown, line),
  };
}

function readEach<Name extends string, Item>(
  names: readonly Name[],
  texts: Readonly<Record<Name, readonly string[]>>,
  read: (text: string) => Item,
): Record<Name, readonly Item[]> {
  const entries = names.map((name): [Name, readonly Item[]] => [name, texts[name].map(read)]);
  return Object.fromEntries(entries) as Record<Name, readonly Item[]>;
}
