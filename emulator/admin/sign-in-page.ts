import { nothing, renderDataTable } from "./admin-page.ts";
import { markup, type Markup } from "./markup.ts";
import { renderPage } from "./page.ts";

/** What the page for signing in says. */
type SignInFacts = {
  /** Where to go on. */
  readonly next: string;
  /** The login that was tried. */
  readonly login: string;
  /** Why the try before was refused. */
  readonly refusal: string | undefined;
  /** The people to choose from on this machine; elsewhere nobody is named, and a password is asked for. */
  readonly candidates: readonly { readonly login: string; readonly name: string; readonly role: string }[] | undefined;
};

/** The page for signing in. */
export function renderSignInPage({ next, login, refusal, candidates }: SignInFacts): string {
  const hidden = markup`<input type="hidden" name="next" value="${next}">`;
  return renderPage(
    "Sign in – Chime emulator",
    markup`<header><h1>Sign in</h1><p class="lead">To the pages of the Chime emulator. <a href="/">The start page</a></p></header>
<main>
${refusal === undefined ? nothing : markup`<p class="notice bad" role="alert">Not signed in: ${refusal}.</p>`}
<section>
${candidates === undefined ? renderPasswordForm(hidden, login) : renderChoice(hidden, candidates)}
</section>
</main>`,
    "admin small",
  );
}

function renderPasswordForm(hidden: Markup, login: string): Markup {
  return markup`<form class="fields narrow" method="post" action="/Chime/Admin/SignIn">${hidden}
<label>Login<input name="login" value="${login}" autocomplete="username" autocapitalize="none" spellcheck="false" required></label>
<label>Password<input name="password" type="password" autocomplete="current-password" required></label>
<button>Sign in</button>
</form>
<p class="quiet">A password is set on the emulator’s machine: <code>chime-bi people set-password --person LOGIN</code></p>`;
}

function renderChoice(hidden: Markup, candidates: NonNullable<SignInFacts["candidates"]>): Markup {
  return markup`<p>You are on the emulator’s own machine: choose who to be. Elsewhere a password is asked for.</p>
${renderDataTable(
  "People",
  [{ text: "Person" }, { text: "" }],
  candidates.map((candidate) => [
    markup`${candidate.name} <span class="quiet under">${candidate.role}, ${candidate.login}</span>`,
    markup`<form method="post" action="/Chime/Admin/SignIn">${hidden}<button name="login" value="${candidate.login}" aria-label="Sign in as ${candidate.name}">Sign in</button></form>`,
  ]),
  "There is nobody for whom there are pages: seed a history first.",
)}`;
}
