import type { Stream } from "../random.ts";
import { fixedSlots, type FixedSlot } from "./slots.ts";
import { choicesOf, type Template } from "./template.ts";
import type { Language } from "./topic.ts";

/** How somebody types: with care, in small letters only, or in small letters and too fast. */
type Hand = "tidy" | "lower" | "hasty";

const hashSign = 35;

/** Fills the templates of one chat: within it a slot keeps its value, and the guest types in one way. */
export class Scribe {
  private readonly values: (string | undefined)[];
  private readonly language: Language;
  private readonly hand: Hand;

  constructor(language: Language, stream: Stream) {
    this.language = language;
    this.values = new Array<string | undefined>(choicesOf[language].length);
    const draw = stream.uniform();
    this.hand = draw < 0.66 ? "tidy" : draw < 0.88 ? "lower" : "hasty";
  }

  /** Gives a slot its value from here on. */
  set(slot: FixedSlot, value: string): void {
    this.values[fixedSlots.indexOf(slot)] = value;
  }

  /** The text of a template in this chat. */
  fill(template: Template, stream: Stream): string {
    let text = "";
    for (const part of template) {
      if (typeof part === "string") text += part;
      else if (typeof part === "number") text += this.values[part] ??= this.drawValue(part, stream);
      else text += this.fill(stream.pick(part), stream);
    }
    return text;
  }

  /** The text of a template as the guest types it. */
  type(template: Template, stream: Stream): string {
    return this.asTyped(this.fill(template, stream), stream);
  }

  /** A text as the guest types it. Commands to the bot stay as they are. */
  asTyped(text: string, stream: Stream): string {
    if (this.hand === "tidy" || text.startsWith("/")) return text;
    const lower = text.toLowerCase();
    return this.hand === "hasty" && stream.chance(0.6) ? swapTwo(lower, stream) : lower;
  }

  private drawValue(slot: number, stream: Stream): string {
    const choices = choicesOf[this.language][slot]!;
    if (choices.length === 0) throw new Error(`the chat has no value for slot ${slot} in "${this.language}"`);
    const value = stream.pick(choices);
    return value.includes("#") ? withDigits(value, stream) : value;
  }
}

/** A value with a digit for each number sign. */
function withDigits(pattern: string, stream: Stream): string {
  let text = "";
  for (let at = 0; at < pattern.length; at++) {
    text += pattern.charCodeAt(at) === hashSign ? String(stream.below(10)) : pattern[at]!;
  }
  return text;
}

/** A text with two letters of a word in each other's place, unless the draw falls on something else. */
function swapTwo(text: string, stream: Stream): string {
  const at = 1 + stream.below(text.length);
  const isLetter = (place: number): boolean => text.charCodeAt(place) >= 97 && text.charCodeAt(place) <= 122;
  if (!isLetter(at - 1) || !isLetter(at) || !isLetter(at + 1)) return text;
  return text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2);
}
