import {
  directories,
  parameters,
  parametersOf,
  reportNames,
  reports,
  routeOf,
  type Directory,
  type Report,
} from "../catalogue/index.ts";
import { markup, type Markup } from "./markup.ts";
import { renderPage } from "./page.ts";

/** What the start page says of the running emulator. */
type StartPageFacts = {
  /** Where the emulator answers, without a slash at the end. */
  readonly baseUrl: string;
  readonly build: string;
};

const sampleQuery = "queueId=1&start=2020-11-01T04:00:00.000Z&stop=2020-12-01T04:59:59.999Z&csv=true";

/** The page at `/`: what this is, how to call it, and the reports there are. It shows no key and no data. */
export function renderStartPage({ baseUrl, build }: StartPageFacts): string {
  const sample = `curl --location --request GET \\
  '${baseUrl}${routeOf("InboundVsAnsweredChats")}?${sampleQuery}' \\
  --header 'Authorization: Bearer <your-api-key-guid>'`;
  return renderPage(
    "Chime reporting API emulator",
    markup`<header>
<h1>Chime reporting API emulator</h1>
<p class="lead">It answers as Chime's reporting API does, from synthetic help-desk chats, so that reports can be built and tested on any machine. It is independent of the vendor of Chime.</p>
</header>
<main>
<section aria-labelledby="call">
<h2 id="call">Call it</h2>
<dl>
<dt>Base address</dt><dd><code>${baseUrl}</code></dd>
<dt>Build</dt><dd><code>${build}</code></dd>
<dt>Key</dt><dd>Each person has one, sent as <code>Authorization: Bearer</code>. The terminal printed the keys of the demo people; <a href="/Chime/Admin/People">People</a> and <code>chime-bi keys</code> make, replace and revoke keys.</dd>
</dl>
<h3>For example: the chats of November 2020 in New York, as CSV</h3>
<pre tabindex="0">${sample}</pre>
<p class="quiet">In Power BI Desktop use this base address and a key with the Chime connector or the template, both made by <code>chime-bi build</code>. The guides are in the <code>docs</code> folder of chime-bi.</p>
<p><a href="/Chime/Admin">The pages of the help desk</a>: queues, reports as tables, people and their keys, and every call that was made.</p>
<p><a href="/openapi">Every route with its parameters, answers and examples</a>; for programs the same as <a href="/openapi.json">OpenAPI 3.1</a>.</p>
</section>
<section aria-labelledby="parameters">
<h2 id="parameters">Parameters</h2>
<dl>${Object.values(parameters).map(({ name, description }) => markup`<dt><code>${name}</code></dt><dd>${description}</dd>`)}</dl>
</section>
<section aria-labelledby="reports">
<h2 id="reports">Reports</h2>
<p class="quiet">Each group has a directory, which lists its reports and their columns. A key sees the queues of its person only.</p>
${directories.map(renderDirectory)}
</section>
</main>
<footer>chime-bi: an emulator, a connector and an engine for Chime reports.</footer>`,
  );
}

function renderDirectory(directory: Directory): Markup {
  const listed = reportNames
    .map((name): Report => reports[name])
    .filter(({ category }) => category === directory.category);
  return markup`<h3>${directory.title}</h3>
<p class="quiet"><code>${routeOf(directory.route)}</code>${listed.length === 0 ? " lists no reports yet" : ""}</p>
<ul>${listed.map(renderReport)}</ul>
`;
}

function renderReport(report: Report): Markup {
  return markup`<li><code>${routeOf(report.name)}</code>
<p>${report.description}</p>
<p class="quiet">Parameters: ${parametersOf(report).join(", ")}</p></li>
`;
}
