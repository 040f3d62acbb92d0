import type { HistoryMessage } from "../../emulator/store/index.ts";
import type { Stream } from "../random.ts";
import { valuesOfSlot, type Language } from "./topic.ts";

/** A transcript while it is written: fills the slots of templates, each with one value a chat. */
export class Script {
  readonly messages: HistoryMessage[] = [];
  private readonly values: Map<string, string>;
  private readonly language: Language;
  private readonly stream: Stream;

  /** `names` are the values known beforehand, such as the guest's name. */
  constructor(language: Language, names: Readonly<Record<string, string>>, stream: Stream) {
    this.language = language;
    this.stream = stream;
    this.values = new Map(Object.entries(names));
  }

  /** Changes a name from here on. */
  rename(slot: string, value: string): void {
    this.values.set(slot, value);
  }

  /** Adds a line. Lines may come in any order; they are sorted at the end. */
  say(sentAt: number, sender: HistoryMessage["sender"], template: string, personId: number | null = null): void {
    this.messages.push({ sentAt, sender, personId, text: this.fill(template) });
  }

  /** The text of a template in this chat. */
  fill(template: string): string {
    if (!template.includes("{")) return template;
    return template.replace(/\{(\w+)\}/g, (_, slot: string) => this.valueOf(slot));
  }

  private valueOf(slot: string): string {
    const known = this.values.get(slot);
    if (known !== undefined) return known;
    const choices = valuesOfSlot(this.language, slot);
    if (choices === undefined) throw new Error(`no text for the slot "${slot}" in "${this.language}"`);
    const value = this.stream.pick(choices);
    this.values.set(slot, value);
    return value;
  }
}
