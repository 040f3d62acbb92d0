import { readSentences } from "./sentences.ts";

/** The topic of questions in which no word of any topic occurs. */
export const otherTopic = "Other";

/** The topics in order of rank, each with the beginnings of its words in English and German; a word that ends in `.` is whole. */
export const topics: readonly (readonly [topic: string, beginnings: string])[] = [
  [
    "Passwords and sign-in",
    "password passwort kennwort login log-in sign-in signin. locked account. konto authenticat mfa. otp. token two-factor anmeld zugangsdaten",
  ],
  [
    "Network and remote access",
    "vpn. vpns. wifi wi-fi wlan network netz internet ethernet connection verbindung remote proxy",
  ],
  [
    "E-mail, calendar and meetings",
    "outlook mail email e-mail mailbox inbox calendar kalender teams. meeting invite postfach zoom",
  ],
  ["Printing", "print drucker druck toner scan paper jam. papier"],
  [
    "Computers and devices",
    "laptop notebook computer pc. monitor screen keyboard mouse dock headset phone battery bildschirm tastatur rechner",
  ],
  ["Software", "software install licen lizenz app. apps. application program excel word. browser update upgrade"],
  [
    "Pay and expenses",
    "pay. paid. payslip payroll salary gehalt lohn expense receipt reimburs spesen tax p45. p60. invoice rechnung",
  ],
  ["Leave and absence", "leave. vacation holiday absence sick. sickness parental urlaub krank abwesen pto."],
  ["Benefits", "benefit insurance dental pension retire 401k health versicherung"],
  ["Joining and leaving", "onboard joiner starter hire new-hire orientation probation resign offboard einarbeit"],
  ["Badges and access to buildings", "badge ausweis zutritt entrance door tür gate garage karte schlüssel"],
  ["Rooms", "room. rooms. raum räume besprechung booking konferenz buchung"],
  [
    "Heating, repairs and cleaning",
    "heat heiz temperatur grad. kalt. cold. warm. klima leak undicht lampe licht repair reparatur aufzug reinigung",
  ],
];

const beginnings = topics.map(([topic, list]) => ({
  topic,
  words: new Set(list.split(" ").flatMap((word) => (word.endsWith(".") ? [word.slice(0, -1)] : []))),
  starts: list.split(" ").filter((word) => !word.endsWith(".")),
}));

/** The topics of a word by number. Questions repeat their words: nine in ten need not be looked up again. */
const known = new Map<string, readonly number[]>();
const mostKnown = 20_000;

function topicsOf(word: string): readonly number[] {
  let found = known.get(word);
  if (found === undefined) {
    found = beginnings.flatMap(({ words, starts }, index) =>
      words.has(word) || starts.some((start) => word.startsWith(start)) ? [index] : [],
    );
    if (known.size >= mostKnown) known.clear();
    known.set(word, found);
  }
  return found;
}

/** The topic most of whose words a question has; the first of equals. */
export function topicOf(question: string): string {
  const hits = beginnings.map(() => 0);
  for (const word of readSentences(question).flat()) {
    for (const index of topicsOf(word)) hits[index]! += 1;
  }
  const most = Math.max(...hits);
  return most === 0 ? otherTopic : beginnings[hits.indexOf(most)]!.topic;
}
