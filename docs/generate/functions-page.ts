import { loadLibrary, type FunctionDeclaration, type Group } from "../../connector/engine/index.ts";
import { isRefused } from "./differences-page.ts";
import { markdownPage, markdownTable } from "./markdown.ts";

/** Microsoft's groups; one may be declared in several files. */
async function mergedGroups(): Promise<readonly Group[]> {
  const merged = new Map<string, Group>();
  for (const group of await loadLibrary()) {
    const before = merged.get(group.name);
    merged.set(group.name, {
      name: group.name,
      functions: [...(before?.functions ?? []), ...group.functions],
      constants: [...(before?.constants ?? []), ...(group.constants ?? [])],
    });
  }
  return [...merged.values()];
}

/** The page of every function that the engine has, by Microsoft's groups. */
export async function functionsPage(): Promise<string> {
  const groups = await mergedGroups();
  const published = groups.flatMap((group) => group.functions);
  const carried = published.filter((declaration) => !isRefused(declaration));
  return markdownPage("M functions", [
    `Of the ${published.length} functions of Power Query's library the engine runs ${carried.length}; [the others](differences.md#functions-that-are-not-carried) are known by name only. The sentences are ours; the functions are documented in Microsoft's M reference.`,
    markdownTable(
      ["group", "functions", "run here", "constants"],
      groups.map((group) => [
        hasParts(group) ? `[${group.name}](#${anchorOf(group.name)})` : group.name,
        String(group.functions.length),
        String(group.functions.filter((declaration) => !isRefused(declaration)).length),
        String(group.constants?.length ?? 0),
      ]),
    ),
    ...groups.filter(hasParts).flatMap(groupParts),
  ]);
}

function hasParts({ functions, constants = [] }: Group): boolean {
  return constants.length > 0 || functions.some((declaration) => !isRefused(declaration));
}

function groupParts(group: Group): string[] {
  const constants = group.constants ?? [];
  return [
    `## ${group.name}`,
    ...group.functions.filter((declaration) => !isRefused(declaration)).map(functionPart),
    ...(constants.length === 0
      ? []
      : [
          markdownTable(
            ["constant", "is"],
            constants.map(({ name, summary }) => [`\`${name}\``, summary]),
          ),
        ]),
  ];
}

function functionPart({ signature, summary, examples = [], difference }: FunctionDeclaration): string {
  const shown = examples.map(({ usage, output }) => `${usage}\n// ${output.replaceAll("\n", "\n// ")}`).join("\n\n");
  return [
    `**\`${signature}\`**`,
    summary,
    ...(difference === undefined ? [] : [`Differs: ${difference}`]),
    ...(shown === "" ? [] : [`\`\`\`powerquery\n${shown}\n\`\`\``]),
  ].join("\n\n");
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w\- ]/gu, "")
    .replaceAll(" ", "-");
}
