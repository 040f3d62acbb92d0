import { allFakers, type Faker } from "@faker-js/faker";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";

/** Where a pool comes from: faker's locale, and how many names of each kind are drawn. */
type Source = {
  readonly locale: keyof typeof allFakers;
  readonly firstNames: number;
  readonly lastNames: number;
  readonly cities: number;
  readonly companies: number;
  /** A locale that must know the first names as well. */
  readonly commonWith?: keyof typeof allFakers;
  /** Last names that do not go with every first name, or that no reader would believe. */
  readonly unwanted?: RegExp;
};

const sources: Readonly<Record<string, Source>> = {
  // The Australian first names are those of today; the American ones are a century old.
  english: { locale: "en_AU", firstNames: 190, lastNames: 190, cities: 0, companies: 24 },
  american: { locale: "en_US", firstNames: 0, lastNames: 0, cities: 60, companies: 0, unwanted: /CDP|County|Town/ },
  spanish: { locale: "es_MX", firstNames: 90, lastNames: 120, cities: 0, companies: 0 },
  vietnamese: { locale: "vi", firstNames: 60, lastNames: 24, cities: 0, companies: 0 },
  chinese: { locale: "zh_CN", firstNames: 60, lastNames: 60, cities: 0, companies: 0 },
  japanese: { locale: "ja", firstNames: 90, lastNames: 120, cities: 0, companies: 0 },
  arabic: { locale: "ar", firstNames: 40, lastNames: 40, cities: 0, companies: 0 },
  german: { locale: "de", firstNames: 170, lastNames: 220, cities: 50, companies: 20, unwanted: /^Crosskofp$/ },
  swiss: { locale: "de_CH", firstNames: 60, lastNames: 80, cities: 0, companies: 0 },
  turkish: { locale: "tr", firstNames: 50, lastNames: 70, cities: 0, companies: 0 },
  // Polish surnames in -ski, -cki, -ny have a form for men and one for women.
  polish: { locale: "pl", firstNames: 90, lastNames: 110, cities: 40, companies: 0, unwanted: /[kn][iay]$|[cw]y$|wa$/ },
  // The French first names are those of all centuries; those that Belgians have too are today's.
  french: {
    locale: "fr",
    commonWith: "fr_BE",
    unwanted: / [a-z]/,
    firstNames: 140,
    lastNames: 140,
    cities: 45,
    companies: 20,
  },
  indian: { locale: "en_IN", firstNames: 150, lastNames: 80, cities: 50, companies: 0 },
  nigerian: { locale: "en_NG", firstNames: 50, lastNames: 50, cities: 0, companies: 0 },
  norwegian: { locale: "nb_NO", firstNames: 50, lastNames: 70, cities: 0, companies: 0 },
};

const longestName = 22;

/** The text of `pools.ts`: the same bytes each time, for as long as faker is the same version. */
export function makePools(): string {
  const pools = Object.entries(sources).map(([name, source]) => {
    const lists = Object.entries(drawPool(source)).map(([kind, names]) => `    ${kind}: \`\n${wrap(names)}\`,\n`);
    return `  ${name}: {\n${lists.join("")}  },\n`;
  });
  const body = `{\n${pools.join("")}}`;
  return `// Made by \`node dist/seed/pools/make-pools.js\` with @faker-js/faker 10.6.0, from its word lists alone. Not edited by hand.

/** Names by culture, each list in one text, parted by bars. */
export const pools = ${body} as const;

/** SHA-256 of the pools as printed above: another faker gives other names, and with them another history. */
export const poolsHash = "${createHash("sha256").update(body).digest("hex")}";
`;
}

function drawPool(source: Source): Record<string, readonly string[]> {
  const faker = allFakers[source.locale];
  faker.seed(20201101);
  const { person, location } = faker.rawDefinitions;
  const { unwanted } = source;
  const isWanted = (name: string): boolean => name.length <= longestName && unwanted?.test(name) !== true;
  const choose = (names: readonly string[], count: number): readonly string[] =>
    faker.helpers.arrayElements([...new Set(names.filter(isWanted))], count).sort(byCodeUnit);
  const drawn = {
    firstNames: choose(firstNamesOf(source), source.firstNames),
    lastNames: choose(namesOf(person?.last_name).filter(isNoFakerName), source.lastNames),
    cities: choose(location?.city_name ?? [], source.cities),
    companies: drawCompanies(faker, source.companies),
  };
  return Object.fromEntries(Object.entries(drawn).filter(([, names]) => names.length > 0));
}

function firstNamesOf({ locale, commonWith }: Source): readonly string[] {
  const names = namesOf(allFakers[locale].rawDefinitions.person?.first_name);
  if (commonWith === undefined) return names;
  const others = new Set(namesOf(allFakers[commonWith].rawDefinitions.person?.first_name));
  return names.filter((name) => others.has(name));
}

/** English surnames that faker's samples are known by. */
const fakerNames = new Set(
  (
    "Bahringer|Bartell|Bauch|Beahan|Bogan|Borer|Durgan|Emard|Ernser|Fadel|Feil|Greenfelder|Greenholt|Hammes|Hane|Harber|" +
    "Hermiston|Hessel|Hettinger|Hickle|Huel|Jerde|Kemmer|Kiehn|Koelpin|Kovacek|Kreiger|Kuhlman|Kulas|Kunde|Kutch|Lakin|" +
    "Leannon|Leffler|Lockman|Morissette|Nader|Parisian|Rolfson|Smitham|Tillman|Towne|Tromp|Turcotte|Wilderman|Windler"
  ).split("|"),
);

function isNoFakerName(name: string): boolean {
  return !fakerNames.has(name);
}

/** faker parts some lists by sex; both count here. */
function namesOf(lists: Readonly<Record<string, readonly string[] | undefined>> | null | undefined): readonly string[] {
  return Object.values(lists ?? {}).flatMap((names) => names ?? []);
}

function drawCompanies(faker: Faker, count: number): readonly string[] {
  const names = new Set<string>();
  while (names.size < count) {
    const name = faker.company.name();
    if (name.length <= 32 && name.split(/[ ,-]+/).every(isNoFakerName)) names.add(name);
  }
  return [...names].sort(byCodeUnit);
}

/** A comparison that no locale changes. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** Lines of at most 110 letters, each ended by a bar but for the last. */
function wrap(names: readonly string[]): string {
  let line = "";
  const lines: string[] = [];
  for (const name of names) {
    if (line.length + name.length > 110) {
      lines.push(line);
      line = "";
    }
    line += `${name}|`;
  }
  return [...lines, line.slice(0, -1)].join("\n");
}

if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync("seed/pools/pools.ts", makePools());
