import { markup } from "./markup.ts";
import { renderPage } from "./page.ts";

/** The page that a problem document's type points to. */
export function renderProblemPage(problem: {
  readonly status: number;
  readonly title: string;
  readonly explanation: string;
}): string {
  return renderPage(
    problem.title,
    markup`<header>
<h1>${problem.title}</h1>
<p class="lead">Problem, answered with status ${String(problem.status)}</p>
</header>
<main>
<section><p>${problem.explanation}</p><p><a href="/">The start page</a></p></section>
</main>`,
  );
}
