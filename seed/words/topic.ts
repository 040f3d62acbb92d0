/** The languages that guests, bot and agents write. */
export type Language = "en" | "de";

/**
 * What a chat can be about: how often it comes, how often the bot solves it, how long an agent needs, and what people write. A text may hold
 * `{slots}`; within one chat a slot keeps its value.
 */
export type Topic = {
  /** The bot's intent. */
  readonly intent: string;
  /** How often it is asked, beside the other topics of its queue. */
  readonly weight: number;
  readonly language: Language;
  /** The tags that agents give; the first always, the others sometimes. */
  readonly tags: readonly string[];
  /** Share of the guests that the bot helps. */
  readonly deflection: number;
  /** Share of the answered chats that end solved. */
  readonly resolution: number;
  /** Median time connected, and the deviation of its logarithm. */
  readonly connectedMinutes: number;
  readonly connectedSigma: number;
  /** Share of the answered chats that are handed on, and share in which a file is sent. */
  readonly transfers: number;
  readonly files: number;
  readonly questions: readonly string[];
  /** What the bot suggests, in order. */
  readonly advice: readonly string[];
  /** What agents write, roughly in order. */
  readonly agent: readonly string[];
  /** What guests answer meanwhile. */
  readonly guest: readonly string[];
};

const slots: Readonly<Record<Language, Readonly<Record<string, readonly string[]>>>> = {
  en: {
    app: ["Outlook", "Salesforce", "SAP", "Jira", "the intranet", "OneDrive", "Workday"],
    printer: ["PRN-2F-EAST", "PRN-3F-04", "HP-LJ-0117", "the color printer on 4", "KONICA-12"],
    floor: ["2nd floor", "3rd floor", "4th floor", "ground floor"],
    model: ["Latitude 7440", "ThinkPad X1", "Surface Laptop 5", "EliteBook 840"],
    code: ["0x80070005", "809", "AADSTS50076", "0x8004010F", "691", "CAA20002"],
    ticket: ["INC0041877", "INC0042390", "INC0043512", "INC0040956", "REQ0019045"],
    meeting: ["the 10 o'clock stand-up", "a client call", "our team meeting", "an interview"],
    month: ["last month", "this month", "in March", "in September"],
    amount: ["$1,240.50", "£386.20", "$92.75", "€1,015.00"],
    minutes: ["5", "10", "15", "30"],
    software: ["Visio", "Adobe Acrobat Pro", "Power BI Desktop", "Docker Desktop", "Python 3.12"],
  },
  de: {
    raum: ["3.14", "2.07", "„Spree“", "Konferenzraum Süd", "4.01"],
    etage: ["im 2. Stock", "im 3. Obergeschoss", "im Erdgeschoss", "in der 4. Etage"],
    grad: ["16", "17", "27", "29"],
    ticket: ["FM-20881", "FM-21034", "FM-20756", "FM-21340"],
    zeit: ["morgen früh", "heute gegen 15:00 Uhr", "bis spätestens Freitag", "in etwa einer Stunde"],
    tor: ["am Haupteingang", "an der Tiefgarage", "am Südtor", "im Treppenhaus B"],
  },
};

/** The values that a slot of this language may take; a name without any is a mistake in a text. */
export function valuesOfSlot(language: Language, slot: string): readonly string[] | undefined {
  return slots[language][slot];
}
