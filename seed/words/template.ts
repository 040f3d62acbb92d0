import type { Stream } from "../random.ts";
import { fixedSlots, slotValues } from "./slots.ts";
import type { Language } from "./topic.ts";

/** The number of a slot in its language. */
type Slot = number;

/** A text cut up once, so that filling it is joining: fixed texts, slots, and lists of which one is taken. */
export type Template = readonly Part[];
type Part = string | Slot | readonly Template[];

const slotNames: Readonly<Record<Language, readonly string[]>> = {
  en: [...fixedSlots, ...Object.keys(slotValues.en)],
  de: [...fixedSlots, ...Object.keys(slotValues.de)],
  fr: [...fixedSlots, ...Object.keys(slotValues.fr)],
};

/** The values by number that the slots of each language may take; none for a slot that a chat fixes, such as the guest's name. */
export const choicesOf: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  en: slotNames.en.map((name) => slotValues.en[name] ?? []),
  de: slotNames.de.map((name) => slotValues.de[name] ?? []),
  fr: slotNames.fr.map((name) => slotValues.fr[name] ?? []),
};

/**
 * Reads a text: `{slot}` is a slot, `[one~another~]` one of the texts between the waves, which may hold slots but no further
 * brackets, and `¶` a line break.
 *
 * @throws Error for a slot that the language does not have.
 */
export function readTemplate(text: string, language: Language): Template {
  const parts: Part[] = [];
  for (const piece of text.replaceAll("¶", "\n").split(/(\{\w+\}|\[[^\]]*\])/)) {
    if (piece.startsWith("{")) {
      parts.push(slotOf(piece.slice(1, -1), language));
    } else if (piece.startsWith("[")) {
      const choices = piece.slice(1, -1).split("~");
      parts.push(choices.map((choice) => readTemplate(choice, language)));
    } else if (piece !== "") {
      parts.push(piece);
    }
  }
  return parts;
}

function slotOf(name: string, language: Language): Slot {
  const slot = slotNames[language].indexOf(name);
  if (slot < 0) throw new Error(`no text for the slot "${name}" in "${language}"`);
  return slot;
}

/** The template with one of each list of texts taken, so that it reads alike each time it is filled in a chat. */
export function settle(template: Template, stream: Stream): Template {
  return template.flatMap((part) => (typeof part === "object" ? settle(stream.pick(part), stream) : [part]));
}
