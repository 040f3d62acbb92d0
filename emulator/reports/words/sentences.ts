/** A run of letters and digits with apostrophes and hyphens inside, or a mark at which a sentence or its part ends. */
const piece = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*|[.,;:!?…()\n\r]+/gu;
const wordStart = /^[\p{L}\p{M}\p{N}]/u;

/**
 * The words of a text in lower case, sentence part by sentence part: a full stop, comma or line break parts them. Typographic
 * apostrophes become plain ones. Emoji and other signs are no words.
 */
export function readSentences(text: string): readonly (readonly string[])[] {
  const sentences: string[][] = [];
  let sentence: string[] = [];
  for (const [found] of text.matchAll(piece)) {
    if (wordStart.test(found)) {
      sentence.push(found.toLowerCase().replaceAll("’", "'"));
    } else if (sentence.length > 0) {
      sentences.push(sentence);
      sentence = [];
    }
  }
  if (sentence.length > 0) sentences.push(sentence);
  return sentences;
}
