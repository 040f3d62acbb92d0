/** A language that the word lists know. */
export type Language = "en" | "de";

/** The languages whose lists are used for a queue of this language (BCP 47): its own, or both when it has no list. */
export function languagesOf(language: string): readonly Language[] {
  const own = /^(?:en|de)(?=-|$)/iu.exec(language)?.[0].toLowerCase();
  return own === "en" || own === "de" ? [own] : ["en", "de"];
}

/** The words of a list parted by white space. */
export function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}
