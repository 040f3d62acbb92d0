import { languagesOf, wordsOf, type Language } from "./language.ts";

/** The words by which the tone of a text is told in one language. */
export type SentimentWords = {
  readonly positive: ReadonlySet<string>;
  readonly negative: ReadonlySet<string>;
  /** Words without a tone that are negative after a negation: "it does not open". */
  readonly expected: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
};

/** Words of praise and relief. */
const positiveEnglish = `
  amazing appreciate appreciated awesome best brilliant clear easily easy excellent fantastic fast fixed
  friendly glad good great happy helped helpful helpfully impressed kind lovely nice patient perfect perfectly
  pleasant pleased polite professional prompt quick quickly resolved satisfied smooth solved sorted super superb
  thank thankful thanks well wonderful worked working works`;

/** Words of trouble and annoyance. */
const negativeEnglish = `
  angry annoyed annoying awful bad blocked broke broken bug bugs complain complaint confused confusing crash
  crashed crashes crashing delay delayed denied disappointed disappointing down dropped error errors fail failed
  failing fails failure freezes freezing frozen frustrated frustrating horrible impossible issue issues late
  lost missing nobody poor problem problems rude slow slowly stuck terrible unacceptable unclear unhappy
  unhelpful unresolved unsolved upset urgent useless waste wasted worse worst wrong`;

/** What people expect to happen. */
const expectedEnglish = `
  connect connected connecting enough find help load loading loads log open opening opens print printing start
  starts sync turn understand understood work`;

/** Words that turn the next one round. */
const negationsEnglish = `
  ain't aren't can't cannot couldn't didn't doesn't don't hardly hasn't haven't isn't neither never no nobody
  nor not nothing shouldn't wasn't weren't without won't wouldn't`;

/** The same four lists of German. */
const positiveGerman = `
  ausgezeichnet begeistert bestens dank dankbar danke einfach erledigt freundlich funktioniert geholfen gelöst
  gut gute guter gutes hervorragend hilfreich klasse kompetent nett perfekt positiv prima problemlos
  professionell schnell schnelle schneller sofort super toll tolle wunderbar zufrieden zuverlässig`;

/** German words of trouble. */
const negativeGerman = `
  abgebrochen abgelehnt abgestürzt defekt dringend endlich enttäuscht falsch fehler fehlerhaft fehlt gesperrt
  kaputt katastrophal kompliziert lahm langsam leider mangelhaft miserabel nervig niemand problem probleme
  schade schlecht schlechte schlechter schrecklich störung undicht unfreundlich ungelöst unklar unmöglich
  unverschämt unzufrieden verloren verspätet verzögert zerbrochen ärgerlich`;

/** What people expect to happen, in German. */
const expectedGerman = `
  angekommen erreichbar erreichen erreicht finden gehen geht helfen hilft lässt läuft möglich reagiert starten
  startet verbunden verstanden verstehe zuständig öffnen`;

/** German negations. */
const negationsGerman = `
  kaum kein keine keinem keinen keiner keines nicht nichts nie niemals ohne weder`;

const sentimentWords: Readonly<Record<Language, SentimentWords>> = {
  en: {
    positive: wordsOf(positiveEnglish),
    negative: wordsOf(negativeEnglish),
    expected: wordsOf(expectedEnglish),
    negations: wordsOf(negationsEnglish),
  },
  de: {
    positive: wordsOf(positiveGerman),
    negative: wordsOf(negativeGerman),
    expected: wordsOf(expectedGerman),
    negations: wordsOf(negationsGerman),
  },
};

/** The words for a queue of this language (BCP 47). */
export function sentimentWordsOf(language: string): SentimentWords {
  const lists = languagesOf(language).map((known) => sentimentWords[known]);
  const union = (name: keyof SentimentWords): ReadonlySet<string> => new Set(lists.flatMap((list) => [...list[name]]));
  return {
    positive: union("positive"),
    negative: union("negative"),
    expected: union("expected"),
    negations: union("negations"),
  };
}
