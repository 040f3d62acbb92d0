import { attribute, average, count, defineReport, duration, durations, optional, share } from "./report.ts";

const ofQueue = { category: "text", scope: "queue", isWindowed: true } as const;

const words =
  "Words are runs of letters and digits, apostrophes and hyphens inside included, in lower case; the stop words of the queue's language (English or German, both for any other) and words of one letter are left out.";

/** Words of the questions. */
export const TopKeywords = defineReport({
  name: "TopKeywords",
  title: "Top keywords",
  description:
    "The 50 words that stand in most questions of the window, the most frequent first, then in order of the alphabet.",
  definition: `Ours: the vendor names the guest's question and a group of text analytics, no method. ${words} Counted by chats, so that one guest who repeats a word is not heard twice. Zendesk and Genesys Cloud find words with models of their own.`,
  ...ofQueue,
  columns: [
    attribute("keyword", "text", "The word, in lower case."),
    count("chats", "chats", "Chats with the word in the question."),
    count("mentions", "words", "How often the word stands in those questions."),
    share("shareOfStarted", "Chats divided by all chats begun."),
  ],
  key: ["keyword"],
});

/** Word pairs and triples of the questions. */
export const TopPhrases = defineReport({
  name: "TopPhrases",
  title: "Top phrases",
  description:
    "The 50 phrases of two or three words that stand in most questions of the window, in at least two; the most frequent first.",
  definition: `Ours. ${words} A phrase is words beside each other within a sentence, without a stop word at either end; stop words between are kept, so that "out of office" is one.`,
  ...ofQueue,
  columns: [
    attribute("phrase", "text", "The words, in lower case, parted by single spaces."),
    attribute("words", "integer", "How many words: 2 or 3."),
    count("chats", "chats", "Chats with the phrase in the question."),
    share("shareOfStarted", "Chats divided by all chats begun."),
  ],
  key: ["phrase"],
});

/** What guests felt, by their words. */
export const Sentiment = defineReport({
  name: "Sentiment",
  title: "Sentiment",
  description:
    "A row for every day of the window: the tone of what guests wrote in the chats that began on it, in messages and comments.",
  definition:
    "Ours: a chat's score is its positive less its negative words, divided by both, from short lists of words of the queue's language (English or German, both for any other); up to two words after a negation count as their opposite. At least 0.2 is positive, at most -0.2 negative, all else neutral. Genesys Cloud scores -100 to 100 with a trained model; a word list is open to check.",
  ...ofQueue,
  columns: [
    attribute("date", "date", "The day in the asked zone on which the chats began."),
    count("started", "chats", "Chats begun: positive plus neutral plus negative."),
    count("positive", "chats", "Chats with a score of at least 0.2."),
    count("neutral", "chats", "Chats in between, or without any word of the lists."),
    count("negative", "chats", "Chats with a score of at most -0.2."),
    count("positiveWords", "words", "Positive words of guests."),
    count("negativeWords", "words", "Negative words of guests."),
    average("meanScore", "points", "Mean score, from -1 to 1, of the chats that have a word of the lists."),
  ],
  key: ["date"],
});

/** The tags that agents and bot gave. */
export const TagBreakdown = defineReport({
  name: "TagBreakdown",
  title: "Tag breakdown",
  description:
    "A row for every tag of chats of the window, and one for chats without tags; the most chats first. A chat with two tags counts for both.",
  definition:
    "Ours: what agents file chats under, beside how those chats went. LiveChat's Reports API counts chats by tag likewise.",
  ...ofQueue,
  columns: [
    optional("tag", "text", "The tag; empty for chats without any."),
    count("chats", "chats", "Chats with the tag."),
    share("shareOfStarted", "Chats divided by all chats begun."),
    count("answered", "chats", "Of those: answered by an agent."),
    count("deflected", "chats", "Of those: solved with the bot."),
    count("resolved", "chats", "Of those: said to be resolved."),
    count("ratings", "surveys", "Surveys of those chats with a rating."),
    share("satisfaction", "Ratings of 4 and 5 divided by ratings."),
    ...durations("Connected", "time connected"),
  ],
  key: ["tag"],
});

/** What the questions are about. */
export const QuestionTopics = defineReport({
  name: "QuestionTopics",
  title: "Question topics",
  description:
    "A row for every topic of the list and one for other questions, the most chats first: what guests asked about, by the words of their questions.",
  definition:
    "Ours: each topic is a short list of English and German word beginnings; a question belongs to the topic most of whose words it has, the first in the list if several are equal. So every chat has exactly one topic, tagged or not, recognised by the bot or not. Genesys Cloud's topics are phrases that an administrator lists in the same spirit.",
  ...ofQueue,
  columns: [
    attribute("topic", "text", "The topic; Other when no word of any list occurs."),
    count("chats", "chats", "Chats whose question is about it."),
    share("shareOfStarted", "Chats divided by all chats begun."),
    count("answered", "chats", "Of those: answered by an agent."),
    count("deflected", "chats", "Of those: solved with the bot."),
    duration("meanConnectedSeconds", "Mean time connected."),
    duration("medianConnectedSeconds", "Median time connected."),
    optional("example", "text", "The first such question of the window; empty when there is none."),
  ],
  key: ["topic"],
});
