import { pools } from "./pools/pools.ts";
import type { Stream } from "./random.ts";

/** What somebody is called. */
export type PersonName = { readonly firstName: string; readonly lastName: string };

type Culture = { readonly firstNames: readonly string[]; readonly lastNames: readonly string[] };

/** Where people come from: what they are called and where they sit. */
export type Region = {
  /** IANA zone that its guests' browsers report. */
  readonly zone: string;
  /** Cultures that its people's names come from, each with its share; the shares add up to 1. */
  readonly cultures: readonly (readonly [culture: Culture, share: number])[];
  /** Offices, the larger ones more than once, and the towns of those who work at home. */
  readonly places: readonly string[];
};

const list = (names: string): readonly string[] => names.replaceAll("\n", "").split("|");
const cultureOf = (pool: { readonly firstNames: string; readonly lastNames: string }): Culture => ({
  firstNames: list(pool.firstNames),
  lastNames: list(pool.lastNames),
});
const placesOf = (offices: string, cities: readonly string[]): readonly string[] => {
  const seats = list(offices);
  // Offices by size: the first has most of the people.
  const weighted = seats.flatMap((office, index) => Array<string>(Math.max(2, 12 - 3 * index)).fill(office));
  return [...weighted, ...cities.slice(0, 12).map((city) => `Home office, ${city}`)];
};

const english = cultureOf(pools.english);
const spanish = cultureOf(pools.spanish);
const vietnamese = cultureOf(pools.vietnamese);
const chinese = cultureOf(pools.chinese);
const japanese = cultureOf(pools.japanese);
const arabic = cultureOf(pools.arabic);
const german = cultureOf(pools.german);
const swiss = cultureOf(pools.swiss);
const turkish = cultureOf(pools.turkish);
const polish = cultureOf(pools.polish);
const french = cultureOf(pools.french);
const indian = cultureOf(pools.indian);
const nigerian = cultureOf(pools.nigerian);
const norwegian = cultureOf(pools.norwegian);

// By hand: names that test an address, a sort order or a CSV field, and that no pool has.
const american: Culture = {
  firstNames: list(
    "Aaliyah|Andre|Ashley|Beyza|Brianna|Chloé|Danielle|DeShawn|Jamal|Mei-Ling|Renée|Tyrone|Zoë|José|Leila|Omar",
  ),
  lastNames: list(
    "Baker|Cohen|de la Cruz|García|Hernández|Kim|Kowalski|Lee|Muñoz|Núñez|O'Brien|Smith-Jones|Washington|Young",
  ),
};
const celtic: Culture = {
  firstNames: list("Aoife|Catriona|Ciarán|Ewan|Gareth|Gethin|Niamh|Nuala|Oisín|Rhys|Saoirse|Seán|Siân|Siobhán|Tomás"),
  lastNames: list(
    "Brontë|Davies|Evans|Fitzgerald|Lloyd|MacDonald|McCarthy|Ní Bhriain|O'Neill|Ó Súilleabháin|Pugh|Rees",
  ),
};
const indianToday: Culture = {
  firstNames: list(
    "Aarav|Ananya|Vihaan|Diya|Arjun|Ishita|Rohan|Kavya|Aditya|Meera|Sanjay|Lakshmi|Rahul|Pooja|Vikram|Sneha|Karthik|Divya|" +
      "Suresh|Nisha|Imran|Farah|Joseph|Deepa|Harpreet|Gurpreet|Sunita|Manoj|Rekha|Priya|Neha|Anil|Ritu|Varun|Swati|Nikhil",
  ),
  lastNames: list(
    "Sharma|Patel|Iyer|Singh|Reddy|Nair|Gupta|Kumar|Das|Mehta|Banerjee|Rao|Joshi|Khan|Menon|Pillai|Chatterjee|Desai|" +
      "Kulkarni|Agarwal|Fernandes|D'Souza|Krishnamurthy|Kaur|Bose|Mukherjee|Venkataraman|Shetty|Chopra|Malhotra",
  ),
};
const hindi: Culture = {
  firstNames: list("अमित|अनिता|कविता|दीपक|नेहा|प्रिया|राहुल|विकास|सुनीता"),
  lastNames: list("कुमार|गुप्ता|चौधरी|जोशी|मिश्रा|वर्मा|शर्मा|सिंह"),
};

/** The regions by name. All names are drawn from common ones; any likeness is chance. */
export const regions = {
  us: {
    zone: "America/New_York",
    cultures: [
      [english, 0.6],
      [american, 0.14],
      [spanish, 0.12],
      [indianToday, 0.06],
      [vietnamese, 0.03],
      [chinese, 0.02],
      [arabic, 0.01],
      [nigerian, 0.02],
    ],
    places: placesOf("New York, NY|Boston, MA|Atlanta, GA|Charlotte, NC|Portsmouth, NH", list(pools.american.cities)),
  },
  germany: {
    zone: "Europe/Berlin",
    cultures: [
      [german, 0.72],
      [turkish, 0.1],
      [polish, 0.08],
      [swiss, 0.06],
      [arabic, 0.01],
      [norwegian, 0.03],
    ],
    places: placesOf("Berlin|München|Köln|Düsseldorf|Zürich|Wien|Frankfurt (Oder)", list(pools.german.cities)),
  },
  britain: {
    zone: "Europe/London",
    cultures: [
      [english, 0.58],
      [celtic, 0.18],
      [indianToday, 0.1],
      [polish, 0.06],
      [nigerian, 0.06],
      [chinese, 0.02],
    ],
    places: placesOf(
      "London|Manchester|Edinburgh|Cardiff|Belfast",
      list("Bath|Brighton|Harrogate|Hebden Bridge|King's Lynn|Kingston upon Hull|Milton Keynes|Stoke-on-Trent|Y Fenni"),
    ),
  },
  india: {
    zone: "Asia/Kolkata",
    cultures: [
      [indianToday, 0.7],
      [indian, 0.24],
      [hindi, 0.04],
      [arabic, 0.02],
    ],
    places: placesOf("Bengaluru|Hyderabad|Pune|Chennai|Gurugram", list(pools.indian.cities)),
  },
  france: {
    zone: "Europe/Paris",
    cultures: [
      [french, 0.86],
      [arabic, 0.03],
      [polish, 0.03],
      [spanish, 0.05],
      [vietnamese, 0.03],
    ],
    places: placesOf("Paris (Île-de-France)|Lyon|Toulouse|Genève", list(pools.french.cities)),
  },
  poland: {
    zone: "Europe/Warsaw",
    cultures: [
      [polish, 0.96],
      [german, 0.04],
    ],
    places: placesOf("Kraków|Wrocław|Łódź", list(pools.polish.cities)),
  },
  japan: {
    zone: "Asia/Tokyo",
    cultures: [
      [japanese, 0.94],
      [english, 0.04],
      [chinese, 0.02],
    ],
    places: placesOf("東京|大阪|福岡", list("横浜|札幌|京都|名古屋|神戸|仙台")),
  },
  australia: {
    zone: "Australia/Sydney",
    cultures: [
      [english, 0.8],
      [celtic, 0.08],
      [vietnamese, 0.06],
      [indianToday, 0.06],
    ],
    places: placesOf(
      "Sydney, NSW|Melbourne, VIC|Perth, WA",
      list("Byron Bay|Geelong|Hobart|Wagga Wagga|Woolloongabba"),
    ),
  },
} as const satisfies Record<string, Region>;

/** The name of a region. */
export type RegionName = keyof typeof regions;

/** A name from one of the region's cultures: first and last name go together. */
export function drawName(stream: Stream, region: RegionName): PersonName {
  const cultures: Region["cultures"] = regions[region].cultures;
  const [culture] = stream.pickWeighted(cultures, ([, share]) => share);
  return { firstName: stream.pick(culture.firstNames), lastName: stream.pick(culture.lastNames) };
}

const unaccented: Readonly<Record<string, string>> = {
  ß: "ss",
  ł: "l",
  ø: "o",
  ı: "i",
  đ: "d",
  æ: "ae",
  å: "aa",
  ä: "ae",
  ö: "oe",
  ü: "ue",
};

/** A name as the local part of an address: small ASCII letters only; empty for a name in another script. */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[ßłøıđæåäöü]/g, (letter) => unaccented[letter]!)
    .normalize("NFD")
    .replace(/[^a-z]/g, "");
}
