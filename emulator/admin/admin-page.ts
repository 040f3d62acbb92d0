import type { InstantText, Viewer } from "./facts.ts";
import { markup, type Markup } from "./markup.ts";
import { renderPage } from "./page.ts";

/** The content security policy of the pages behind a sign-in: their own style sheet, script and forms, nothing else. */
export const adminPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Nothing at all, where a part of a page is left out. */
export const nothing = markup``;

/** A page of the navigation: who sees it, and where it is. */
type Place = { readonly title: string; readonly path: string; readonly isFor: (viewer: Viewer) => boolean };

const places = [
  { title: "Overview", path: "/Chime/Admin", isFor: () => true },
  { title: "Queues", path: "/Chime/Admin/Queues", isFor: () => true },
  { title: "Reports", path: "/Chime/Admin/Reports", isFor: () => true },
  { title: "People", path: "/Chime/Admin/People", isFor: ({ isManager }) => isManager },
  { title: "API keys", path: "/Chime/Admin/Settings/ApiKeys", isFor: ({ isAdministrator }) => isAdministrator },
  { title: "Audit", path: "/Chime/Admin/Audit", isFor: ({ isAdministrator }) => isAdministrator },
  { title: "Settings", path: "/Chime/Admin/Settings", isFor: ({ isAdministrator }) => isAdministrator },
] as const satisfies readonly Place[];

type Content = {
  readonly title: string;
  /** The place of the navigation that the page belongs to. */
  readonly place: (typeof places)[number]["title"];
  /** A sentence under the title. */
  readonly lead?: string | Markup;
  readonly main: Markup | readonly Markup[];
};

/** A page behind the sign-in, with the navigation that its viewer sees. */
export function renderAdminPage(viewer: Viewer, { title, place, lead, main }: Content): string {
  const links = places.filter(({ isFor }) => isFor(viewer));
  return renderPage(
    `${title} – Chime emulator`,
    markup`<a class="skip" href="#content">Skip to the content</a>
<div class="bar"><div>
<a class="brand" href="/">Chime emulator</a>
<nav aria-label="Pages"><ul>${links.map(
      (link) =>
        markup`<li><a href="${link.path}"${link.title === place ? markup` aria-current="page"` : nothing}>${link.title}</a></li>`,
    )}</ul></nav>
<form class="who" method="post" action="/Chime/Admin/SignOut">${renderToken(viewer)}<span>${viewer.name}</span> <button class="plain">Sign out</button></form>
</div></div>
<header class="title"><h1>${title}</h1>${lead === undefined ? nothing : markup`<p class="lead">${lead}</p>`}</header>
<main id="content">
${main}
</main>
<script src="/admin.js" defer></script>`,
    "admin",
  );
}

/** The token of the session, for every form that changes something. */
export function renderToken({ csrfToken }: Viewer): Markup {
  return markup`<input type="hidden" name="csrf" value="${csrfToken}">`;
}

/** A column of a table, and how its cells stand: numbers to the right, long texts broken into lines. */
export type Heading = { readonly text: string; readonly stand?: "number" | "long"; readonly hint?: string };

/** A table that scrolls by itself where the window is narrow, with what to say when it has no rows. */
export function renderDataTable(
  caption: string,
  headings: readonly Heading[],
  rows: readonly (readonly (string | Markup)[])[],
  empty = "Nothing to show.",
): Markup {
  if (rows.length === 0) return markup`<p class="quiet">${empty}</p>`;
  const standOf = (index: number): Markup => {
    const stand = headings[index]?.stand;
    return stand === undefined ? nothing : markup` class="${stand}"`;
  };
  return markup`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table class="data">
<caption class="hidden">${caption}</caption>
<thead><tr>${headings.map(
    ({ text, hint }, index) =>
      markup`<th scope="col"${standOf(index)}${hint === undefined ? nothing : markup` title="${hint}"`}>${text}</th>`,
  )}</tr></thead>
<tbody>${rows.map(
    (cells) => markup`<tr>${cells.map((cell, index) => markup`<td${standOf(index)}>${cell}</td>`)}</tr>
`,
  )}</tbody>
</table></div>`;
}

/** An instant for people, to the second. */
export function renderInstant(text: InstantText): Markup {
  return markup`<time datetime="${text}">${text.slice(0, 19).replace("T", " ")}</time>`;
}

/** A state in a word, with a colour beside it. */
export function renderState(word: string, tone: "good" | "bad" | "quiet"): Markup {
  return markup`<span class="state ${tone}">${word}</span>`;
}

/** A text that is copied with one press, where scripts run. */
export function renderSnippet(label: string, text: string): Markup {
  return markup`<div class="snippet"><pre tabindex="0" aria-label="${label}">${text}</pre></div>`;
}
