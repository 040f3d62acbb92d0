import type { Stream } from "../random.ts";
import { readTemplate, type Template } from "./template.ts";
import type { Language } from "./topic.ts";

/** Something said, and the answers that fit it. */
export type Exchange = { readonly say: Template; readonly answers: readonly Template[] };

/** Whether something is broken, something is asked, or everybody has the same trouble: people confirm and thank accordingly. */
export type IssueKind = "problem" | "info" | "incident";

/** One thing that guests of a topic come with, and the talk about it. */
export type Issue = {
  readonly kind: IssueKind;
  /** A word or two for reading transcripts and failing tests. */
  readonly title: string;
  /** The part of the year in which people have it (north of the equator); `null` for all of it. */
  readonly season: "winter" | "summer" | null;
  readonly questions: readonly Template[];
  /** What the bot asks to be sure, and the answers. */
  readonly clarifying: readonly Exchange[];
  /** What the bot suggests; the answers say why it did not help. */
  readonly articles: readonly Exchange[];
  /** What agents ask, in order. */
  readonly asks: readonly Exchange[];
  /** What agents try in vain, in order. */
  readonly tries: readonly Exchange[];
  /** What solves it. */
  readonly fixes: readonly Exchange[];
  /** What is left when nothing does. */
  readonly escalations: readonly Exchange[];
  /** What survey comments say about this very thing; for incidents. */
  readonly comments: readonly Template[];
};

const kinds: readonly IssueKind[] = ["problem", "info", "incident"];
const lists = {
  "?": "questions",
  c: "clarifying",
  b: "articles",
  a: "asks",
  t: "tries",
  f: "fixes",
  e: "escalations",
  k: "comments",
} as const;

type Draft = Pick<Issue, "kind" | "title" | "season"> & Record<(typeof lists)[keyof typeof lists], string[]>;

/**
 * Reads issues from a script. A line `= kind: title` begins one, or `= kind: title @winter` (or summer) one of half the year. Each further line begins with what it holds: `?` a question,
 * `c` the bot clarifies, `b` the bot suggests, `a` the agent asks, `t` tries, `f` fixes, `e` escalates, `k` a comment; answers follow
 * behind bars. Lines before the first title hold for the issues that have none of their kind.
 *
 * @throws Error for a line that it cannot place, and for an issue without a question, a suggestion, a question back or a fix.
 */
export function readIssues(language: Language, script: string): readonly Issue[] {
  const emptyDraft = (kind: IssueKind, title: string, season: Issue["season"] = null): Draft => {
    return {
      kind,
      title,
      season,
      questions: [],
      clarifying: [],
      articles: [],
      asks: [],
      tries: [],
      fixes: [],
      escalations: [],
      comments: [],
    };
  };
  const drafts = [emptyDraft("problem", "")];
  for (const line of script.split("\n").map((text) => text.trim())) {
    if (line === "") continue;
    const [sign, rest] = [line.slice(0, 1), line.slice(1).trim()];
    if (sign === "=") {
      const [kind, title, season] = rest.split(/: | @/);
      if (title === undefined || !isKind(kind)) throw new Error(`no kind of issue in "${line}"`);
      drafts.push(emptyDraft(kind, title, season === "winter" || season === "summer" ? season : null));
    } else if (sign in lists && line[1] === " ") {
      drafts.at(-1)![lists[sign as keyof typeof lists]].push(rest);
    } else {
      throw new Error(`an issue has no line such as "${line}"`);
    }
  }
  const [common, ...own] = drafts;
  return own.map((draft) => finish(draft, common!, language));
}

function isKind(kind: string | undefined): kind is IssueKind {
  return (kinds as readonly (string | undefined)[]).includes(kind);
}

function finish(draft: Draft, common: Draft, language: Language): Issue {
  const linesOf = (list: (typeof lists)[keyof typeof lists]): readonly string[] =>
    draft[list].length > 0 ? draft[list] : common[list];
  const exchanges = (list: (typeof lists)[keyof typeof lists]): readonly Exchange[] =>
    linesOf(list).map((line) => readExchange(line, language));
  const issue: Issue = {
    kind: draft.kind,
    title: draft.title,
    season: draft.season,
    questions: linesOf("questions").map((line) => readTemplate(line, language)),
    clarifying: exchanges("clarifying"),
    articles: exchanges("articles"),
    asks: exchanges("asks"),
    tries: exchanges("tries"),
    fixes: exchanges("fixes"),
    escalations: exchanges("escalations"),
    comments: linesOf("comments").map((line) => readTemplate(line, language)),
  };
  for (const needed of ["questions", "articles", "asks", "fixes"] as const) {
    if (issue[needed].length === 0) throw new Error(`the issue "${issue.title}" has no ${needed}`);
  }
  return issue;
}

/** Reads "something said | an answer | another". */
export function readExchange(line: string, language: Language): Exchange {
  const [say, ...answers] = line.split(" | ");
  return { say: readTemplate(say!, language), answers: answers.map((answer) => readTemplate(answer, language)) };
}

const yearMs = 365.2425 * 86_400_000;

/** One of the issues that people have at this time of the year: winter is from October to April. */
export function pickIssue(issues: readonly Issue[], at: number, stream: Stream): Issue {
  // 1970 began with January: the part of the year is right to a day or two.
  const part = (at / yearMs) % 1;
  const season = part < 0.33 || part > 0.75 ? "winter" : "summer";
  let issue = stream.pick(issues);
  while (issue.season !== null && issue.season !== season) issue = stream.pick(issues);
  return issue;
}
