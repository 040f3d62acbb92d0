/** The door of the words: from a chat's facts to its question, its survey comment and its transcript. */
export type { ChatFacts, Stint } from "./words/facts.ts";
export { writeTranscript } from "./words/transcript.ts";
export { writeWords } from "./words/words.ts";
