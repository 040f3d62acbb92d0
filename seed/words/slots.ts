import { pools } from "../pools/pools.ts";
import type { Language } from "./topic.ts";

/** Slots that a chat gives a value: names, and what is known of its course. In each language they come first, in this order. */
export const fixedSlots = ["guest", "agent", "helper", "queue", "next", "nextQueue", "waited", "file"] as const;

/** The name of such a slot. */
export type FixedSlot = (typeof fixedSlots)[number];

const list = (values: string): readonly string[] => values.replaceAll("\n", "").split("|");

/** The values that the other slots may take, by language. A number sign stands for any digit. */
export const slotValues: Readonly<Record<Language, Readonly<Record<string, readonly string[]>>>> = {
  en: {
    app: list("Outlook|Salesforce|SAP|Jira|ServiceNow|OneDrive|Workday|Confluence"),
    sapRole: list("Z_FI_DISPLAY|Z_MM_BUYER|Z_SD_CLERK|Z_CO_REPORT"),
    client: list(pools.english.companies),
    colleague: list(pools.english.firstNames),
    surname: list(pools.english.lastNames),
    printer: list("PRN-2F-EAST|PRN-3F-04|HP-LJ-01##|KONICA-12|the color printer on 4|CANON-B#"),
    floor: list("2nd floor|3rd floor|4th floor|5th floor|ground floor"),
    building: list("building A|building B|the annex|the north tower"),
    model: list("Latitude 7440|ThinkPad X1|Surface Laptop 5|EliteBook 840|MacBook Air"),
    asset: list("NB-2####|LT-0####|NB-3####"),
    code: list("0x80070005|0x8004010F|0x800CCC0E|0x80040115"),
    signInCode: list("AADSTS50076|AADSTS53003|CAA20002|AADSTS700082|50058"),
    vpnCode: list("809|691|789|13801|720"),
    ticket: list("INC004####|INC005####|INC0048###|REQ001####"),
    meeting: list("our team meeting|a client call|an interview|the weekly stand-up|a supplier call|a board meeting"),
    soon: list("in 10 minutes|in half an hour|at 2 pm|at noon|in 15 min|this afternoon"),
    month: list("January|February|March|April|May|June|July|September|October|November"),
    weekday: list("Monday|Tuesday|Wednesday|Thursday|Friday"),
    amount: list("$1,2##.50|$8#.75|$3##.00|£3##.20|£4#.90|€1,0##.00"),
    minutes: list("5|10|15|20|30"),
    days: list("3|4.5|7|8|11.5|12|14"),
    software: list("Visio|Adobe Acrobat Pro|Power BI Desktop|Docker Desktop|Python 3.12|Project|Notepad++|7-Zip|Figma"),
    site: list("Marketing 20##|Project Aurora|Finance Close|Sales EMEA|Works Council|Onboarding"),
    mailbox: list("sales@|billing@|jobs@|events@|press@|returns@"),
    staffNumber: list("48###|51###|1027##|3####"),
    room: list("4.01|2.17|Atlantic|Everest|3.08|Thames"),
    phone: list("iPhone 13|iPhone 15|Galaxy S23|Pixel 8"),
    extension: list("4###|62##|71##"),
    sender: list("it-support@example.net|payroll@example.org|ceo.office@example.net|dhl@example.org"),
    city: list("Berlin|Chicago|Dublin|Lyon|Singapore|Austin|Leeds"),
  },
  de: {
    raum: list("3.14|2.07|„Spree“|Konferenzraum Süd|4.01|„Havel“|1.22"),
    etage: list("im 2. Stock|im 3. Obergeschoss|im Erdgeschoss|in der 4. Etage|im Dachgeschoss"),
    kalt: list("15|16|17|18"),
    warm: list("27|28|29|31"),
    ticket: list("FM-20###|FM-21###|FM-22###"),
    zeit: list("morgen früh|heute gegen 15:00 Uhr|bis spätestens Freitag|in etwa einer Stunde|am Nachmittag"),
    tag: list("Montag|Dienstag|Mittwoch|Donnerstag|Freitag"),
    tor: list("am Haupteingang|an der Tiefgarage|am Südtor|im Treppenhaus B"),
    ausweis: list("0047-1###|0051-2###|0063-0###"),
    kollegin: list(pools.german.firstNames),
    firma: list(pools.german.companies),
    kennzeichen: list("B-XK 1###|B-MR 4##|HH-AZ 9##|P-ÖL 77#"),
    personen: list("6|8|12|20"),
    platz: list("U1-17|U1-04|U2-33|P-12"),
  },
  fr: {
    appli: list("Outlook|SAP|Teams|OneDrive|Jira|le portail RH"),
    imprimante: list("IMP-2E-0#|HP-LJ-01##|l'imprimante couleur du 3e"),
    etage: list("2e étage|3e étage|rez-de-chaussée|4e étage"),
    code: list("0x8004010F|0x80070005|0x800CCC0E"),
    codeVpn: list("809|691|13801"),
    ticket: list("INC007####|INC0068###"),
    client: list(pools.french.companies),
    collegue: list(pools.french.firstNames),
    matricule: list("48###|51###|7####"),
    minutes: list("5|10|15|30"),
    telephone: list("iPhone 15|Galaxy S23|Pixel 8"),
    logiciel: list("Visio|Acrobat Pro|Power BI Desktop|7-Zip"),
  },
};
