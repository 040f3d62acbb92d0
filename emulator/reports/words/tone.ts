import { readSentences } from "./sentences.ts";
import type { SentimentWords } from "./sentiment-words.ts";

/** Positive and negative words of some text. */
export type Tone = { positive: number; negative: number };

/** How many words after a negation it turns round: "not very helpful". */
const reach = 2;

/** Adds the words of a text to a tone. A negation counts for the next two words of its part of the sentence. */
export function addToTone(tone: Tone, text: string, words: SentimentWords): void {
  for (const sentence of readSentences(text)) {
    let negatedUntil = -1;
    sentence.forEach((word, index) => {
      const isNegated = index <= negatedUntil;
      if (words.negations.has(word)) negatedUntil = index + reach;
      if (words.positive.has(word)) tone[isNegated ? "negative" : "positive"]++;
      else if (words.negative.has(word)) tone[isNegated ? "positive" : "negative"]++;
      else if (isNegated && words.expected.has(word)) tone.negative++;
    });
  }
}

/** Positive less negative, divided by both: -1 to 1; null without any word of the lists. */
export function scoreOf({ positive, negative }: Tone): number | null {
  return positive + negative === 0 ? null : (positive - negative) / (positive + negative);
}

/** From this score on a chat is positive, from its opposite down negative. */
const threshold = 0.2;

/** What a score is called. */
export function moodOf(score: number | null): "positive" | "neutral" | "negative" {
  if (score === null || Math.abs(score) < threshold) return "neutral";
  return score > 0 ? "positive" : "negative";
}
