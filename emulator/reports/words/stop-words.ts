import { languagesOf, wordsOf, type Language } from "./language.ts";

/** Words of English that say nothing of what a question is about. */
const english = `
  a about above after again all already also am an and any are aren't as ask at be because been before being
  below between both but by can can't cannot come could couldn't did didn't do does doesn't doing don't down
  during each else even every few for from further get gets getting give go goes going got had has hasn't have
  haven't having he he's hello help her here hers hey hi him his how i i'd i'll i'm i've if in into is isn't it
  it's its itself just know let let's like me more most my myself need needs no nor not now of off on once one
  only or other our ours out over own please same say says she should so some still such than thank thanks that
  that's the their theirs them then there there's these they they're this those through to today too try trying
  under until up us use using very want wants was wasn't we we're were what what's when where which while who
  whom why will with won't would wouldn't yes yet you you're your yours`;

/** The same of German. */
const german = `
  ab aber alle allem allen aller alles als also am an ander andere anderen anderer auch auf aus bei beim bereits
  bin bis bist bitte da dabei damit danach dann daran darauf das dass dazu dein deine dem den denn der des
  deshalb dessen die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer
  eines einige er es etwa etwas euch euer für ganz gegen geht gern gibt guten hab habe haben hallo hi hat hatte
  hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jedem jeden
  jeder jedes jetzt kann kannst kein keine keinem keinen keiner können könnte lassen machen macht man mehr mein
  meine meinem meinen meiner mich mir mit moment muss musste nach nein nicht nichts noch nun nur ob oder ohne
  schon sehr sein seine seit selbst sich sie sind so sodass soll sollte sondern sonst tag um und uns unser
  unsere unserem unseren unter viel vom von vor wann war waren warum was weil weiter welche wenn wer werde
  werden wie wieder will wir wird wirklich wo woher wohin wollen wurde wurden während würde zu zum zur zwar
  zwischen über`;

const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = { en: wordsOf(english), de: wordsOf(german) };

/** Whether words are to be left out of questions in a queue of this language (BCP 47). */
export function createStopWords(language: string): (word: string) => boolean {
  const sets = languagesOf(language).map((known) => stopWords[known]);
  return (word) => word.length < 2 || sets.some((set) => set.has(word));
}
