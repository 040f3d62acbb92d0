/** A text literal of M. Line ends and tabs are written as escapes, so that the literal stays on its line. */
export function textLiteral(text: string): string {
  const escaped = text
    .replaceAll("#(", "#(#)(")
    .replaceAll('"', '""')
    .replaceAll("\r", "#(cr)")
    .replaceAll("\n", "#(lf)")
    .replaceAll("\t", "#(tab)");
  return `"${escaped}"`;
}

/** A name as M writes it: as it is, or quoted where it is not a regular identifier. */
export function identifier(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$/.test(name) && !keywords.has(name)
    ? name
    : `#${textLiteral(name)}`;
}

// The M specification's keywords (lexical structure), without those that begin with #.
const keywords = new Set(
  "and as each else error false if in is let meta not null or otherwise section shared then true try type".split(" "),
);

/** Every line but the empty ones moved right by so many levels of four spaces. */
export function indent(text: string, levels = 1): string {
  return text.replaceAll(/^(?=.)/gm, "    ".repeat(levels));
}

/** A bracketed list over several lines: `open`, an item a line, `close`. */
export function block(open: string, items: readonly string[], close: string): string {
  return items.length === 0 ? open + close : `${open}\n${indent(items.join(",\n"))}\n${close}`;
}

/** `name = expression` as Microsoft's formatter lays it out: a `let` begins on a line of its own. */
export function assignment(name: string, expression: string): string {
  return expression.startsWith("let\n") ? `${name} =\n${indent(expression)}` : `${name} = ${expression}`;
}
