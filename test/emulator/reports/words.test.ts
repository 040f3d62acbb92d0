import { describe, expect, it } from "vitest";
import { readSentences } from "../../../emulator/reports/words/sentences.ts";
import { sentimentWordsOf } from "../../../emulator/reports/words/sentiment-words.ts";
import { createStopWords } from "../../../emulator/reports/words/stop-words.ts";
import { addToTone, moodOf, scoreOf } from "../../../emulator/reports/words/tone.ts";
import { topicOf } from "../../../emulator/reports/words/topics.ts";

describe("words", () => {
  it.each([
    [
      "I can’t log in, Wi-Fi is down!",
      [
        ["i", "can't", "log", "in"],
        ["wi-fi", "is", "down"],
      ],
    ],
    ["Straße 5 - ÄRGERLICH\r\n'quoted'", [["straße", "5", "ärgerlich"], ["quoted"]]],
    ["🙂 שלום عليكم …", [["שלום", "عليكم"]]],
    ["", []],
    ["--- '' 👍", []],
  ])("of %j are %j", (text, sentences) => {
    expect(readSentences(text)).toEqual(sentences);
  });

  it.each([
    ["en-US", "the", true],
    ["en-GB", "printer", false],
    ["en", "die", false],
    ["de-DE", "die", true],
    ["de", "the", false],
    ["fr-FR", "die", true],
    ["fr-FR", "the", true],
    ["en-US", "x", true],
    ["den", "the", true],
  ])("in %s the stop word is %s: %s", (language, word, isStopWord) => {
    expect(createStopWords(language)(word)).toBe(isStopWord);
  });
});

describe("tone", () => {
  const toneOf = (text: string, language = "en-US") => {
    const tone = { positive: 0, negative: 0 };
    addToTone(tone, text, sentimentWordsOf(language));
    return [tone.positive, tone.negative];
  };

  it.each([
    ["Quick and friendly, thank you!", "en-US", [2 + 1, 0]],
    ["It is not very helpful", "en-US", [0, 1]],
    ["not one of the helpful ones", "en-US", [1, 0]],
    ["No, thanks", "en-US", [1, 0]],
    ["the link doesn't open", "en-US", [0, 1]],
    ["please open it", "en-US", [0, 0]],
    ["no problem", "en-US", [1, 0]],
    ["Nicht gelöst, schlecht", "de-DE", [0, 2]],
    ["Vielen Dank, sehr freundlich", "de-DE", [2, 0]],
    ["Danke, very slow", "fr-FR", [1, 1]],
  ])("of %j in %s is %j", (text, language, expected) => {
    expect(toneOf(text, language)).toEqual(expected);
  });

  it.each([
    [3, 2, 0.2, "positive"],
    [2, 3, -0.2, "negative"],
    [1, 1, 0, "neutral"],
    [0, 0, null, "neutral"],
  ])("%d good and %d bad words score %s: %s", (positive, negative, score, mood) => {
    expect([scoreOf({ positive, negative }), moodOf(score)]).toEqual([score, mood]);
  });
});

describe("topics", () => {
  it.each([
    ["I forgot my password and the VPN asks for the login", "Passwords and sign-in"],
    ["VPN is slow", "Network and remote access"],
    ["Der Drucker druckt nicht", "Printing"],
    ["Mein Gehaltszettel fehlt", "Pay and expenses"],
    ["payment", "Other"],
    ["hello", "Other"],
    // One word each: the first in the list.
    ["password or printer", "Passwords and sign-in"],
  ])("%j is about %s", (question, topic) => {
    expect(topicOf(question)).toBe(topic);
  });
});
