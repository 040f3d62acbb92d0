import { createHmac } from "node:crypto";

/** What stands in for people's data: the same for the same value as long as it lives, and telling nothing of it. */
export type Pseudonyms = {
  /** A name of as many words; a word is the same in every name, so that first and last name fit the whole. */
  readonly ofName: (name: string) => string;
  /** A text of as many words, numbers with as many digits, and the same punctuation; alike only for the whole text. */
  readonly ofText: (text: string) => string;
  /** An e-mail address; those of one domain share theirs, which ends in `.example`. */
  readonly ofEmail: (email: string) => string;
  /** A GUID, with the hyphens, braces and capitals of the given one. */
  readonly ofGuid: (guid: string) => string;
  /** The digits are others, everything else is the same. */
  readonly ofDigits: (text: string) => string;
  /** An address on a host that ends in `.example`. */
  readonly ofUrl: (url: string) => string;
};

const consonants = "b d f g k l m n p r s t v z ch sh".split(" ");
const vowels = "a e i o u".split(" ");
const syllables = consonants.flatMap((consonant) => vowels.map((vowel) => consonant + vowel));

/** Longer texts are too many to remember, and too long for two of them to meet. */
const longestRemembered = 40;

/**
 * Makes pseudonyms from a secret that is thrown away with them: without it no pseudonym leads back to a value, nor can one be tried.
 * They are made-up words of three or four syllables and never anybody's name; different values have different ones.
 */
export function createPseudonyms(secret: Buffer): Pseudonyms {
  const made = new Map<string, string>();
  const taken = new Set<string>();

  /** A pseudonym that no other value of its kind has. */
  const pick = (kind: string, value: string, make: (bytes: Iterator<number>) => string): string => {
    if (value.length > longestRemembered) return make(readBytes(secret, `${kind} 0 ${value}`));
    const known = made.get(`${kind} ${value}`);
    if (known !== undefined) return known;
    let mask = "";
    // A single digit has only ten others.
    for (let attempt = 0; attempt < 20; attempt++) {
      mask = make(readBytes(secret, `${kind} ${attempt} ${value}`));
      if (mask !== value && !taken.has(`${kind} ${mask}`)) break;
    }
    taken.add(`${kind} ${mask}`);
    made.set(`${kind} ${value}`, mask);
    return mask;
  };
  const word = (kind: string, text: string): string => pick(kind, text.toLowerCase(), makeWord);
  const ofDomain = (domain: string): string => `${word("domain", domain)}.example`;
  const ofText = (text: string): string => pick("text", text, (bytes) => makeText(text, bytes));

  return {
    ofName: (name) => name.replaceAll(/[\p{L}\p{M}\p{N}'’]+/gu, (part) => capitalize(word("name", part))),
    ofText,
    ofEmail: (email) => {
      const at = email.lastIndexOf("@");
      return `${word("mailbox", email)}@${ofDomain(email.slice(at + 1))}`;
    },
    ofGuid: (guid) => {
      const digits = guid.replaceAll(/[^0-9a-f]/gi, "").toLowerCase();
      const hex = createHmac("sha256", secret).update(`guid ${digits}`).digest("hex");
      let position = 0;
      const mask = guid.replaceAll(/[0-9a-f]/gi, () => hex[position++]!);
      return /[A-F]/.test(guid) ? mask.toUpperCase() : mask;
    },
    ofDigits: (text) => pick("digits", text, (bytes) => makeText(text, bytes)),
    ofUrl: (url) => {
      const { protocol, hostname, pathname, search } = new URL(url);
      return `${protocol}//${ofDomain(hostname)}${pathname === "/" ? "/" : ofText(pathname)}${search === "" ? "" : "?"}${ofText(search.slice(1))}`;
    },
  };
}

/** As many bytes as are asked for, following from the secret and a label alone. */
function* readBytes(secret: Buffer, label: string): Generator<number, never> {
  for (let block = 0; ; block++) yield* createHmac("sha256", secret).update(`${block} ${label}`).digest();
}

function next(bytes: Iterator<number>): number {
  return bytes.next().value as number;
}

function makeWord(bytes: Iterator<number>): string {
  const length = 3 + (next(bytes) % 2);
  return Array.from({ length }, () => syllables[next(bytes) % syllables.length]!).join("");
}

/** Letters make a made-up word, digits other digits; what is neither stays. */
function makeText(text: string, bytes: Iterator<number>): string {
  return text.replaceAll(/\p{Nd}+|[\p{L}\p{M}\p{N}'’]+/gu, (part) => {
    if (/^\p{Nd}+$/u.test(part)) return part.replaceAll(/\p{Nd}/gu, () => String(next(bytes) % 10));
    const made = makeWord(bytes);
    return /^\p{Lu}/u.test(part) ? capitalize(made) : made;
  });
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
