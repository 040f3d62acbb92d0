import { nothing, renderAdminPage, renderDataTable, renderInstant, renderState } from "./admin-page.ts";
import type { CallFacts, Viewer } from "./facts.ts";
import { markup, type Markup } from "./markup.ts";

/** A page of the audit trail, the newest call first. */
type AuditFacts = {
  /** What narrows it down, as it was asked for. */
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly calls: readonly CallFacts[];
  readonly hasMore: boolean;
};

/** The audit trail, with what narrows it down. */
export function renderAuditPage(viewer: Viewer, { fields, calls, hasMore }: AuditFacts): string {
  const linkWith = (path: string, more: Readonly<Record<string, string>>): string => {
    const given = Object.entries(fields).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as [string, string]],
    );
    return `${path}?${new URLSearchParams([...given, ...Object.entries(more)]).toString()}`;
  };
  return renderAdminPage(viewer, {
    title: "Audit",
    place: "Audit",
    lead: "Every call, refused ones too, a quarter of a second after it ended; in UTC.",
    main: markup`<section>
<form class="fields grid" role="search" action="/Chime/Admin/Audit">
${renderField("Person", "person", fields["person"], "login or number")}
${renderField("Status", "status", fields["status"], "401 or 4xx")}
<label>Method<select name="method">${["", "GET", "HEAD", "POST", "DELETE", "OPTIONS"].map(
      (method) =>
        markup`<option value="${method}"${method === (fields["method"] ?? "") ? markup` selected` : nothing}>${method === "" ? "any" : method}</option>`,
    )}</select></label>
${renderField("Route has", "route", fields["route"], "/Chime/Report")}
${renderField("From", "from", fields["from"], "2026-11-22T08:00")}
${renderField("To", "to", fields["to"], "2026-11-22T18:00")}
<button>Show</button>
</form>
<p><a href="${linkWith("/Chime/Admin/Api/Audit", { csv: "true" })}">All of these calls as CSV</a></p>
${renderDataTable(
  "Calls",
  [
    { text: "At" },
    { text: "Person" },
    { text: "Call", stand: "long" },
    { text: "Status" },
    { text: "Rows", stand: "number" },
    { text: "Bytes", stand: "number" },
    { text: "ms", stand: "number" },
    { text: "From", stand: "long" },
  ],
  calls.map((call) => [
    renderInstant(call.at),
    markup`${call.person ?? markup`<span class="quiet">nobody</span>`}${call.keyLastFour === null ? nothing : markup` <code>…${call.keyLastFour}</code>`}`,
    markup`<code>${call.method} ${call.route}${call.query === "" ? "" : `?${call.query}`}</code>`,
    renderState(String(call.status), call.status >= 400 ? "bad" : "good"),
    call.rows === null ? "–" : call.rows.toLocaleString("en-US"),
    call.bytes.toLocaleString("en-US"),
    call.milliseconds.toFixed(1),
    markup`${call.address} <span class="quiet">${call.userAgent}</span>`,
  ]),
  "No call is like this.",
)}
${hasMore ? markup`<p class="after"><a rel="next" href="${linkWith("/Chime/Admin/Audit", { before: String(calls.at(-1)!.id) })}">Older calls</a></p>` : nothing}
</section>`,
  });
}

function renderField(label: string, name: string, value: string | undefined, example: string): Markup {
  return markup`<label>${label}<input name="${name}" value="${value ?? ""}" placeholder="${example}"></label>`;
}
