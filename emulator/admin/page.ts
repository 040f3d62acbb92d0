import { markup, type Markup } from "./markup.ts";

/** The content security policy of every page: its own style sheet and an icon in the page, nothing else. */
export const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%230b6e74'/%3E%3Cpath d='M4 11V8m4 3V5m4 6V7' stroke='white' stroke-width='2' stroke-linecap='round'/%3E%3C/svg%3E";

/** A whole page around its content; `look` is a class of the style sheet for all of it. */
export function renderPage(title: string, content: Markup, look = "plain"): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="/style.css">
</head>
<body class="${look}">
${content}
</body>
</html>
`.html;
}
