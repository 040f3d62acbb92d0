import { libraryGroups, type FunctionDeclaration, type Group } from "../../connector/engine/index.ts";
import { markdownPage, markdownTable } from "./markdown.ts";

/** Microsoft's groups; one may be declared in several files. */
function mergedGroups(): readonly Group[] {
  const merged = new Map<string, Group>();
  for (const group of libraryGroups) {
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
export function functionsPage(): string {
  const groups = mergedGroups();
  const count = groups.reduce((sum, group) => sum + group.functions.length, 0);
  return markdownPage("M functions", [
    `The engine has ${count} functions of Power Query's library. The sentences are ours; the functions are documented in Microsoft's M reference. A function that is not here is an unknown name.`,
    markdownTable(
      ["group", "functions", "constants"],
      groups.map((group) => [
        `[${group.name}](#${anchorOf(group.name)})`,
        String(group.functions.length),
        String(group.constants?.length ?? 0),
      ]),
    ),
    ...groups.flatMap(groupParts),
  ]);
}

function groupParts(group: Group): string[] {
  const constants = group.constants ?? [];
  return [
    `## ${group.name}`,
    ...group.functions.map(functionPart),
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
