import { directories, reportNames, reports, type Column, type Report } from "../catalogue/index.ts";
import { nothing, renderAdminPage, renderDataTable, renderInstant, renderSnippet, type Heading } from "./admin-page.ts";
import type { Viewer } from "./facts.ts";
import { markup, type Markup } from "./markup.ts";

/** A report, what was asked of it, and the first of its rows. */
export type ReportPageFacts = {
  readonly queues: readonly { readonly queueId: number; readonly name: string }[];
  readonly fields: {
    readonly report: (typeof reportNames)[number];
    readonly queueId: string;
    /** The first and the last day, such as `2026-11-22`. */
    readonly from: string;
    readonly through: string;
    readonly zone: string;
  };
  readonly columns: readonly Column[];
  /** Path and query of the call of the reporting API that gives these rows. */
  readonly call: string;
  /** Why there are no rows. */
  readonly refusal?: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** Whether the report has more rows than these. */
  readonly hasMore: boolean;
};

/** A report as a table, with the same call for programs. `baseUrl` is where this viewer reached the emulator. */
export function renderReportPage(viewer: Viewer, baseUrl: string, facts: ReportPageFacts): string {
  const { fields, columns, call, refusal, rows, hasMore } = facts;
  const report: Report = reports[fields.report];
  const own = call.replace(/^\/Chime\/Report\//, "/Chime/Admin/Api/Reports/");
  const count = hasMore ? `The first ${rows.length} rows` : rows.length === 1 ? "1 row" : `${rows.length} rows`;
  return renderAdminPage(viewer, {
    title: report.title,
    place: "Reports",
    lead: report.description,
    main: markup`<section>${renderForm(facts)}</section>
${
  refusal === undefined
    ? markup`<section aria-labelledby="rows"><h2 id="rows">${count}</h2>${renderDataTable(
        report.title,
        columns.map((column) => describeColumn(column, rows)),
        rows.map((row) => columns.map((column) => renderCell(column, row[column.name]))),
        "There is nothing in this window.",
      )}</section>
<section aria-labelledby="call"><h2 id="call">The same call</h2>
<p>As <a href="${own}">JSON</a> or <a href="${own}${own.includes("?") ? "&" : "?"}csv=true">CSV</a>, all rows. With a key of your own:</p>
<h3>cURL</h3>${renderSnippet("cURL", `curl --header "Authorization: Bearer <your-api-key-guid>" \\\n  "${baseUrl}${call}"`)}
<h3>Power Query, with the connector</h3>${renderSnippet("M", writeM(baseUrl, report, fields))}</section>`
    : markup`<p class="notice bad" role="alert">No rows: ${refusal}.</p>`
}`,
  });
}

const numberKinds: ReadonlySet<Column["kind"]> = new Set(["integer", "decimal", "seconds", "ratio"]);
const longText = 40;

function describeColumn({ name, kind, description }: Column, rows: ReportPageFacts["rows"]): Heading {
  const isLong = kind === "text" && rows.some((row) => String(row[name]).length > longText);
  return {
    text: name,
    hint: description,
    ...(numberKinds.has(kind) && { stand: "number" }),
    ...(isLong && { stand: "long" }),
  };
}

function renderCell({ kind }: Column, value: unknown): string | Markup {
  if (value === null || value === undefined) return "–";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  // The offset is the zone's: it says which of the two hours it is when the clock goes back.
  return kind === "instant" ? markup`${renderInstant(text)} <span class="quiet">${text.slice(-6)}</span>` : text;
}

function renderForm({ queues, fields }: ReportPageFacts): Markup {
  const option = (value: string, text: string, chosen: string): Markup =>
    markup`<option value="${value}"${value === chosen ? markup` selected` : nothing}>${text}</option>`;
  const { isWindowed, scope } = reports[fields.report];
  return markup`<form class="fields grid" action="/Chime/Admin/Reports">
<label>Report<select name="report">${directories.map(
    ({ title, category }) =>
      markup`<optgroup label="${title}">${reportNames
        .filter((name) => reports[name].category === category)
        .map((name) => option(name, reports[name].title, fields.report))}</optgroup>`,
  )}</select></label>
<label>Queue<select name="queueId">${queues.map(({ queueId, name }) => option(String(queueId), name, fields.queueId))}</select></label>
<label>From<input type="date" name="from" value="${fields.from}"></label>
<label>Through<input type="date" name="through" value="${fields.through}"></label>
<label>Zone<input name="zone" value="${fields.zone}" spellcheck="false"></label>
<button>Show</button>
</form>
${scope === "queue" ? nothing : markup`<p class="quiet">This report covers every queue that you may see, whichever is chosen.</p>`}
${isWindowed ? nothing : markup`<p class="quiet">This report has no window: the days do not narrow it.</p>`}`;
}

/** The call of the connector that loads the same rows. */
function writeM(baseUrl: string, { name, scope, isWindowed }: Report, fields: ReportPageFacts["fields"]): string {
  const day = (text: string): string => `#date(${text.split("-").map(Number).join(", ")})`;
  const options = [
    ...(scope === "queue" ? [`QueueId = ${fields.queueId}`] : []),
    ...(isWindowed
      ? [`Range = "custom"`, `Start = ${day(fields.from)}`, `Stop = ${day(fields.through)}`, `Zone = "${fields.zone}"`]
      : []),
  ];
  const record = options.length === 0 ? "" : `, [${options.join(", ")}]`;
  return `Chime.Report("${baseUrl}", "${name}"${record})`;
}
