/** Text that is safe to put into a page. */
export type Markup = { readonly html: string };

/** Makes markup from a template: every value is escaped, unless it is markup itself or a list of it. */
export function markup(
  parts: TemplateStringsArray,
  ...values: readonly (string | Markup | readonly Markup[])[]
): Markup {
  return { html: parts.reduce((html, part, index) => html + toHtml(values[index - 1]!) + part) };
}

function toHtml(value: string | Markup | readonly Markup[]): string {
  if (typeof value === "string") return escape(value);
  return "html" in value ? value.html : value.map(({ html }) => html).join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
