/** Where people come from: what they are called and where they sit. */
export type Region = {
  /** IANA zone that its guests' browsers report. */
  readonly zone: string;
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
  readonly places: readonly string[];
};

const list = (names: string): readonly string[] => names.split("|");

/** The regions by name. All names are made up from common ones; any likeness is chance. */
export const regions = {
  us: {
    zone: "America/New_York",
    firstNames: list(
      "Alex|Maria|James|Patricia|José|Linda|David|Susan|Michael|Karen|Robert|Nancy|Zoë|Daniel|Renée|Anthony|Ashley|Kevin|" +
        "Beyza|Brian|Chloé|Marcus|Danielle|Tyrone|Aaliyah|Luis|Íñigo|Emily|Noah|Olivia|Ethan|Ava|Hương|Minh|李娜|Wei|Mei-Ling|" +
        "Jamal|Sofía|Peter|Grace|Samuel|Hannah|Carlos|Ana|Thomas|Laura|Joseph|Megan|Andrew|Rachel|Priya|Omar|Leila",
    ),
    lastNames: list(
      "Smith|Johnson|Williams|Brown|García|Miller|Davis|Rodríguez|Martínez|Hernández|López|González|Wilson|Anderson|Thomas|" +
        "Taylor|Moore|Jackson|Martin|Lee|Pérez|Thompson|White|Harris|Sánchez|Clark|Ramírez|Lewis|Robinson|Walker|Young|Allen|" +
        "King|Wright|Scott|Torres|Nguyễn|Hill|Flores|Green|Adams|Nelson|Baker|Hall|Rivera|Campbell|O'Brien|O'Connor|Núñez|" +
        "Smith-Jones|Washington|Chen|Kim|Patel|Cohen|Kowalski|Muñoz|de la Cruz",
    ),
    places: list(
      "New York, NY|Boston, MA|Atlanta, GA|Philadelphia, PA|Miami, FL|Charlotte, NC|Raleigh, NC|Portsmouth, NH|Home office",
    ),
  },
  germany: {
    zone: "Europe/Berlin",
    firstNames: list(
      "Jürgen|Anna|Lukas|Sophie|Müjde|Felix|Lena|Björn|Käthe|Jonas|Marie|Günther|Zeynep|Mehmet|Łukasz|Agnieszka|Søren|Jörg|" +
        "Ines|Tobias|Svenja|Florian|Jana|Matthias|Hélène|Stefan|Katharina|Sebastian|Petra|Andreas|Birgit|René|Nadja|Paul|Ayşe",
    ),
    lastNames: list(
      "Müller|Schmidt|Schneider|Fischer|Weber|Meyer|Wagner|Becker|Schulz|Hoffmann|Schäfer|Koch|Bauer|Richter|Klein|Wolf|" +
        "Schröder|Neumann|Schwarz|Zimmermann|Braun|Krüger|Hofmann|Hartmann|Lange|Yılmaz|Öztürk|Wójcik|Nowak|Großmann|Voß|" +
        "Jørgensen|von der Heide|Šimić|Weiß|Köhler|Dvořák",
    ),
    places: list("Berlin|München|Hamburg|Köln|Düsseldorf|Zürich|Wien|Frankfurt (Oder)"),
  },
  britain: {
    zone: "Europe/London",
    firstNames: list(
      "Oliver|Amelia|George|Isla|Harry|Siân|Jack|Emily|Charlie|Niamh|Muhammad|Saoirse|Thomas|Fatima|Oscar|Seán|William|" +
        "Freya|Aoife|Ciarán|Poppy|Rhys|Megan|Arjun|Ewan|Catriona|Zainab|Tom|Ruth|Nigel|Fiona|Gareth",
    ),
    lastNames: list(
      "Smith|Jones|Taylor|Brown|Williams|Wilson|Johnson|Davies|Patel|Robinson|Wright|Thompson|Evans|Walker|Khan|Roberts|" +
        "Green|Hall|Wood|Ó Súilleabháin|MacDonald|McCarthy|O'Neill|Begum|Ahmed|Hughes|Edwards|Lloyd|Fitzgerald|Brontë|Singh",
    ),
    places: list("London|Manchester|Edinburgh|Cardiff|Belfast|Dublin|Leeds|Milton Keynes"),
  },
  india: {
    zone: "Asia/Kolkata",
    firstNames: list(
      "Aarav|Ananya|Vihaan|Diya|Arjun|Ishita|Rohan|Kavya|Aditya|Meera|Sanjay|Lakshmi|Rahul|Pooja|Vikram|Sneha|Karthik|" +
        "Divya|Suresh|Nisha|Imran|Farah|Joseph|Deepa|अमित|Harpreet|Gurpreet|Sunita|Manoj|Rekha",
    ),
    lastNames: list(
      "Sharma|Patel|Iyer|Singh|Reddy|Nair|Gupta|Kumar|Das|Mehta|Banerjee|Rao|Joshi|Khan|Menon|Pillai|Chatterjee|Desai|" +
        "Kulkarni|Agarwal|Fernandes|D'Souza|Krishnamurthy|Kaur|Bose|Mukherjee",
    ),
    places: list("Bengaluru|Hyderabad|Pune|Chennai|Mumbai|Gurugram|Kochi"),
  },
} as const satisfies Record<string, Region>;

/** The name of a region. */
export type RegionName = keyof typeof regions;

const unaccented: Readonly<Record<string, string>> = {
  ß: "ss",
  ł: "l",
  ø: "o",
  ı: "i",
  đ: "d",
  ä: "ae",
  ö: "oe",
  ü: "ue",
};

/** A name as the local part of an address: small ASCII letters only; empty for a name in another script. */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[ßłøıđäöü]/g, (letter) => unaccented[letter]!)
    .normalize("NFD")
    .replace(/[^a-z]/g, "");
}
