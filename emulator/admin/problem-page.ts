import { markup } from "./markup.ts";
import { renderPage } from "./page.ts";

/** The page about a problem: of one that was met it says the detail, and the way back to the pages behind the sign-in. */
export function renderProblemPage(problem: {
  readonly status: number;
  readonly title: string;
  readonly explanation: string;
  readonly detail?: string;
}): string {
  const { detail } = problem;
  return renderPage(
    problem.title,
    markup`<header>
<h1>${problem.title}</h1>
<p class="lead">Problem, answered with status ${String(problem.status)}</p>
</header>
<main>
<section>${detail === undefined ? markup`` : markup`<p><strong>${detail}</strong></p>`}<p>${problem.explanation}</p>
<p>${detail === undefined ? markup`` : markup`<a href="/Chime/Admin">The overview</a> · `}<a href="/">The start page</a></p></section>
</main>`,
  );
}
