import { languageDifferences, loadLibrary, type FunctionDeclaration } from "../../connector/engine/index.ts";
import { markdownPage, markdownTable } from "./markdown.ts";

const refusal = "Not supported: ";

/** Whether a function is known by name only: calling it is an error that names it. */
export function isRefused({ difference }: FunctionDeclaration): boolean {
  return difference?.startsWith(refusal) === true;
}

/** The page of all known differences from Microsoft's documentation: of the language, of functions, and what is not carried. */
export async function differencesPage(): Promise<string> {
  const functions = (await loadLibrary())
    .flatMap((group) => group.functions)
    .filter(({ difference }) => difference !== undefined);
  const differing = functions.filter((declaration) => !isRefused(declaration));
  return markdownPage("Differences from Power Query", [
    "Where M here is not as Microsoft documents it. What is not on this page is meant to be as documented: a difference from it is a mistake.",
    "## The language",
    markdownTable(
      ["M", "as documented", "here", "why"],
      languageDifferences.map(({ usage, documented, here, reason }) => [
        `\`${usage}\``,
        `\`${documented}\``,
        `\`${here}\``,
        reason,
      ]),
    ),
    "## Functions",
    markdownTable(
      ["function", "differs"],
      differing.map((declaration) => [`\`${nameOf(declaration)}\``, declaration.difference ?? ""]),
    ),
    "## Functions that are not carried",
    "Their names are known and their arguments are checked; a call raises an error that names the function.",
    markdownTable(["why", "functions"], refusals(functions.filter(isRefused))),
  ]);
}

/** The names of functions by the reason why they are not carried. */
function refusals(functions: readonly FunctionDeclaration[]): string[][] {
  const names = new Map<string, string[]>();
  for (const declaration of functions) {
    const reason = (declaration.difference ?? "").slice(refusal.length);
    names.set(reason, [...(names.get(reason) ?? []), `\`${nameOf(declaration)}\``]);
  }
  return [...names].map(([reason, group]) => [`${reason.charAt(0).toUpperCase()}${reason.slice(1)}`, group.join(", ")]);
}

function nameOf({ signature }: FunctionDeclaration): string {
  return signature.slice(0, signature.indexOf("("));
}
