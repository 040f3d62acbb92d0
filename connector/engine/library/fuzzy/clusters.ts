import { prepare, similarityOf, type Compared, type FuzzyOptions } from "./similarity.ts";

/** The text that stands for a text, and how alike the two are. */
export type Representative = { readonly text: string; readonly similarity: number };

/**
 * Finds a representative for each of the texts: the most frequent ones first, each text takes the representative that is most
 * like it, or becomes one itself when none is like enough.
 */
export function clusterTexts(texts: Iterable<string>, options: FuzzyOptions): ReadonlyMap<string, Representative> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const clusters = new Map<string, Representative>();
  const representatives: { readonly text: string; readonly compared: Compared }[] = [];
  for (const [text] of [...counts].sort(([, left], [, right]) => right - left)) {
    const compared = prepare(text, options);
    let best: Representative | undefined;
    for (const candidate of representatives) {
      const similarity = similarityOf(compared, candidate.compared, options);
      if (similarity < options.threshold || (best && similarity <= best.similarity)) continue;
      best = { text: candidate.text, similarity };
    }
    if (!best) representatives.push({ text, compared });
    clusters.set(text, best ?? { text, similarity: 1 });
  }
  return clusters;
}
