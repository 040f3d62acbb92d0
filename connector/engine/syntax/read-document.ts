import {
  CommonError,
  DefaultSettings,
  type Language,
  TaskUtils,
  TimedCancellationToken,
} from "@microsoft/powerquery-parser";
import { printIdentifier } from "../format/index.ts";
import { lower } from "./lower.ts";
import type { Place, SyntaxTree } from "./node.ts";
import { PlacedSyntaxError } from "./placed-syntax-error.ts";

/** The tree of a document, as `parse` gives it. @throws PlacedSyntaxError */
export async function readDocument(text: string, document: string): Promise<SyntaxTree> {
  try {
    return await parseTree(text, document);
  } catch (error) {
    const placed = placedError(error);
    placed.document = document;
    throw placed;
  }
}

async function parseTree(text: string, document: string): Promise<SyntaxTree> {
  if (nestingOf(text) > deepestNesting) throw new PlacedSyntaxError(tooDeep, undefined);
  const cancellationToken = new TimedCancellationToken(longestParse);
  const readable = spellOut(text.replace(/^\uFEFF/u, ""));
  const result = await TaskUtils.tryLexParse({ ...DefaultSettings, cancellationToken }, readable);
  if (TaskUtils.isParseStageOk(result)) return lower(result.ast as Language.Ast.TDocument, document);
  if (TaskUtils.isError(result)) {
    const { error } = result;
    const where = error instanceof CommonError.CommonError ? undefined : (placeOfError(error) ?? endOf(readable));
    throw new PlacedSyntaxError(messageOf(error), where);
  }
  throw new PlacedSyntaxError("the text could not be parsed", undefined);
}

/**
 * Spells what Microsoft's lexer and parser do not take in another way: `.05` as `0.05`; a literal that is called or accessed, such
 * as the null of `null[a]?`, in parentheses; a member of a section, `Section1!A`, as `#sections[Section1][A]`; a verbatim literal,
 * which stands for text that is no M, as an error. Places behind one on its line are further on for it.
 */
function spellOut(text: string): string {
  return text.replaceAll(stumbles, (found, ...groups) => {
    const { accessed, verbatim, section, member } = groups.at(-1) as Readonly<Record<string, string | undefined>>;
    if (accessed !== undefined) return `(${accessed})`;
    if (verbatim !== undefined) return `(error ${verbatim})`;
    if (section !== undefined && member !== undefined) {
      return isName(section) && isName(member) ? `#sections[${section}][${member}]` : found;
    }
    return found === "." ? "0." : found;
  });
}

function isName(text: string): boolean {
  return text.startsWith("#") || printIdentifier(text) === text;
}

const quoted = String.raw`"(?:[^"]|"")*"`;
const name = String.raw`#${quoted}|[\p{L}\p{Nl}_][\p{L}\p{N}\p{Mn}\p{Mc}\p{Pc}\p{Cf}.]*`;
const noName = String.raw`(?<![\p{L}\p{N}_.#@])`;

const stumbles = new RegExp(
  [
    String.raw`(?<accessed>(?<!#)${quoted}|${noName}(?:null|true|false|\d\w*(?:\.\d\w*)?))(?=\s*[[{(])`,
    String.raw`#!(?<verbatim>${quoted})`,
    String.raw`${noName}(?<section>${name})\s*!\s*(?<member>${name})`,
    quoted,
    String.raw`\/\*.*?\*\/`,
    String.raw`\/\/[^\n]*`,
    String.raw`(?<![\w.])\.(?=0)`,
  ].join("|"),
  "gsu",
);

/** How long Microsoft's parser may take over one document, in milliseconds: text that is nested deeply takes it very long. */
const longestParse = 20_000;

/** Levels of brackets. Beyond some 150, Microsoft's parser overflows the stack: it reads by recursion, many calls a level. */
const deepestNesting = 100;

const tooDeep = "the text is nested too deeply";

/** How deep brackets stand within each other; those in texts and comments do not count. */
function nestingOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const [token] of text.matchAll(/"(?:[^"]|"")*"|\/\*.*?\*\/|\/\/[^\n]*|[()[\]{}]/gsu)) {
    if (token.length > 1) continue;
    depth += "([{".includes(token) ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function placedError(error: unknown): PlacedSyntaxError {
  if (error instanceof PlacedSyntaxError) return error;
  if (error instanceof SyntaxError) return new PlacedSyntaxError(error.message, undefined);
  if (error instanceof CommonError.CancellationError) {
    return new PlacedSyntaxError(`the text took longer than ${longestParse / 1000} seconds to parse`, undefined);
  }
  // The parser and the tree are walked by recursion.
  if (error instanceof RangeError) return new PlacedSyntaxError(tooDeep, undefined);
  throw error;
}

function messageOf(error: Error): string {
  if (error.message.includes("call stack")) return tooDeep;
  // Microsoft's parser gives up in its own words where `meta`, `is` or `as` is followed by an operator it does not expect.
  if (error instanceof CommonError.CommonError) return "an operator after meta, is or as needs parentheses";
  return (lineErrorOf(error)?.error ?? error).message.replace(/\.$/u, "");
}

/** The first of the lines that the lexer could not read; it reports them all together, by their numbers from 0. */
function lineErrorOf(error: Error): { readonly line: number; readonly error: Error } | undefined {
  const { innerError } = error as { innerError?: { errorLineMap?: ReadonlyMap<number, { readonly error?: Error }> } };
  const [first] = innerError?.errorLineMap ?? [];
  return first?.[1].error && { line: first[0], error: first[1].error };
}

/** Behind the last character: where something is missing that no token stands in the place of. */
function endOf(text: string): Place {
  const lines = text.trimEnd().split(/\r\n|\n|\r/u);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Lex and parse errors keep their place at different depths; none is kept where the text ends too soon. */
function placeOfError(error: Error): Place | undefined {
  const { innerError } = error as {
    innerError?: {
      foundToken?: { token?: { positionStart?: unknown } };
      firstUnusedToken?: { positionStart?: unknown };
      graphemePosition?: unknown;
    };
  };
  const line = lineErrorOf(error);
  if (line) return placeOfError(line.error) ?? { line: line.line + 1, column: 1 };
  const position =
    innerError?.foundToken?.token?.positionStart ??
    innerError?.firstUnusedToken?.positionStart ??
    innerError?.graphemePosition;
  if (typeof position !== "object" || position === null) return undefined;
  const { lineNumber, lineCodeUnit } = position as { lineNumber?: number; lineCodeUnit?: number };
  return lineNumber === undefined ? undefined : { line: lineNumber + 1, column: (lineCodeUnit ?? 0) + 1 };
}
