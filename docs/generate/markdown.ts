/** The first line of every generated page: by which command, and that it is not edited. */
export const generatedMark = "<!-- Written by `npm run generate`; edit what it is made from, not this page. -->";

/** A Markdown table; bars and line breaks in cells are escaped. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", "<br>")).join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A page under the mark, its parts parted by blank lines. */
export function markdownPage(title: string, parts: readonly string[]): string {
  return `${[generatedMark, `# ${title}`, ...parts].join("\n\n")}\n`;
}
