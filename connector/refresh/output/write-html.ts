import type { RefreshResult } from "../run/result.ts";
import type { CallRecord } from "../run/wire.ts";
import { printCount, printNumber, printSize, printTime } from "./amounts.ts";

/** Calls that are drawn: a page with more of them is slow, and nobody reads them all. */
const mostCalls = 2000;

/** A refresh as one HTML page without scripts, links or pictures of elsewhere: tables, warnings, and a waterfall of the requests. */
export function refreshAsHtml(result: RefreshResult): string {
  const requests = result.calls.length;
  const rows = result.tables.reduce((sum, table) => sum + table.rows, 0);
  const figures = [
    [result.ok ? "refreshed" : "failed", "result"],
    [printCount(result.tables.length), "tables"],
    [printCount(rows), "rows"],
    [printCount(requests), "requests"],
    [printCount(result.calls.filter(({ isRetry }) => isRetry).length), "of them again"],
    [printSize(result.calls.reduce((sum, { bytes }) => sum + bytes, 0)), "received"],
    [printTime(result.milliseconds), "time"],
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Refresh of ${escape(result.target)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Refresh of ${escape(result.target)}</h1>
<p>As ${result.as === "desktop" ? "Power BI Desktop" : "the Power BI Service"}, ${escape(result.startedAt.slice(0, 19).replace("T", " "))} UTC</p>
</header>
<dl class="figures${result.ok ? "" : " bad"}">${figures.map(([value, name]) => `<div><dt>${name!}</dt><dd>${escape(value!)}</dd></div>`).join("")}</dl>
${warningsSection(result)}
${tablesSection(result)}
${waterfallSection(result)}
</body>
</html>
`;
}

function warningsSection({ warnings }: RefreshResult): string {
  if (warnings.length === 0) return "";
  const items = warnings.map(({ code, message, table, place }) => {
    const where = [table, place && `${place.file}, line ${place.line}, column ${place.column}`]
      .filter(Boolean)
      .join(", ");
    return `<li><strong>${code}</strong> ${where === "" ? "" : `<em>${escape(where)}</em> `}${escape(message)}</li>`;
  });
  return `<section><h2>Before publishing</h2><ul class="warnings">${items.join("\n")}</ul></section>`;
}

function tablesSection({ tables }: RefreshResult): string {
  const amount = (text: string): string => `<td class="amount">${text}</td>`;
  const rows = tables.flatMap((table) => {
    const lines = [{ ...table, isPart: false, fate: table.ok ? "ok" : "failed" }];
    const parts = table.policy === undefined ? [] : table.partitions.map((part) => ({ ...part, isPart: true }));
    return [...lines, ...parts].map(
      ({
        name,
        isPart,
        fate,
        rows: count,
        requests,
        retries,
        bytes,
        milliseconds,
        errors,
        error,
      }) => `<tr class="${isPart ? "part " : ""}${fate}">
<th scope="row">${escape(name)}</th>${amount(printCount(count))}${amount(printCount(requests))}${amount(printCount(retries))}${amount(printSize(bytes))}${amount(printTime(milliseconds))}
<td>${fate}${errors === 0 ? "" : `, ${printNumber(errors, "cell")} with errors`}${error ? `<br>${escape(error.shown)}` : ""}</td></tr>`,
    );
  });
  const headings = ["rows", "requests", "again", "received", "time"].map((name) => `<th class="amount">${name}</th>`);
  return `<section><h2>Tables</h2><div class="wide"><table>
<thead><tr><th>table</th>${headings.join("")}<th></th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table></div></section>`;
}

function waterfallSection({ calls, milliseconds }: RefreshResult): string {
  if (calls.length === 0) return "<section><h2>Requests</h2><p>None was sent.</p></section>";
  const drawn = calls.slice(0, mostCalls);
  const end = Math.max(milliseconds, ...drawn.map((call) => call.startedAt + call.milliseconds));
  const note =
    calls.length > mostCalls ? `<p>The first ${printCount(mostCalls)} of ${printCount(calls.length)}.</p>` : "";
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (share) => `<span style="left:${share * 100}%">${printTime(share * end)}</span>`,
  );
  return `<section><h2>Requests</h2>${note}
<p class="legend"><span class="schema">schema pass</span> <span class="data">data pass</span> <span class="again">sent again</span> <span class="refused">refused or lost</span></p>
<div class="waterfall"><div class="axis"><i></i><div>${ticks.join("")}</div></div>
${drawn.map((call) => callLine(call, end)).join("\n")}
</div></section>`;
}

function callLine(call: CallRecord, end: number): string {
  const left = (call.startedAt / end) * 100;
  const width = Math.max(0.3, (call.milliseconds / end) * 100);
  const isGood = call.status !== undefined && call.status < 300;
  const kind = isGood ? (call.isRetry ? "again" : call.pass === "data" ? "data" : "schema") : "refused";
  const who = `${call.table === "" ? call.pass : call.table}${call.partition === undefined ? "" : ` ${call.partition}`}`;
  const path = URL.canParse(call.url) ? decodeURI(new URL(call.url).pathname) : call.url;
  const answer = call.status === undefined ? (call.failure ?? "no answer") : String(call.status);
  const about = `${call.method} ${call.url}\n${answer}, ${printSize(call.bytes)}, ${printTime(call.milliseconds)}, ${call.pass}`;
  // Beside the bar where there is more room.
  const label = left + width > 70 ? `right:${(100 - left).toFixed(2)}%` : `left:${(left + width).toFixed(2)}%`;
  return `<div class="call" title="${escape(about)}"><i>${escape(who)} <small>${escape(path)}</small></i><div><b class="${kind}" style="left:${left.toFixed(2)}%;width:${width.toFixed(2)}%"></b><span style="${label}">${escape(answer)} ${printTime(call.milliseconds)}</span></div></div>`;
}

const style = `
:root{color-scheme:light dark;--ink:#1c2430;--soft:#5b6675;--line:#dde2e9;--page:#fff;--schema:#8a97a8;--data:#1f6feb;--again:#b7791f;--refused:#c62f2f;--good:#1a7f4b}
@media (prefers-color-scheme:dark){:root{--ink:#e6eaf0;--soft:#9aa6b5;--line:#313a46;--page:#12161c;--data:#5b9bff;--again:#e0a84a;--refused:#ff6b6b;--good:#4cc38a}}
body{font:15px/1.45 system-ui,sans-serif;color:var(--ink);background:var(--page);max-width:72rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.5rem;margin:0;overflow-wrap:anywhere}h2{font-size:1.1rem;margin:2rem 0 .5rem}header p,.legend{color:var(--soft);margin:.25rem 0}
.figures{display:flex;flex-wrap:wrap;gap:1.75rem;margin:1.25rem 0}.figures dt{color:var(--soft);font-size:.8rem}.figures dd{margin:0;font-size:1.3rem;font-variant-numeric:tabular-nums}
.figures div:first-child dd{color:var(--good)}.figures.bad div:first-child dd{color:var(--refused)}
.warnings li{margin:.4rem 0;overflow-wrap:anywhere}.warnings strong{color:var(--again)}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.25rem .6rem;border-bottom:1px solid var(--line);vertical-align:top;font-weight:400}
thead th{color:var(--soft);font-size:.8rem}.amount{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.part th{padding-left:1.8rem;color:var(--soft)}.failed td:last-child{color:var(--refused)}.kept td,.unchanged td{color:var(--soft)}
.waterfall>div{display:flex;gap:.75rem;align-items:center}.waterfall i{flex:0 0 36%;font-style:normal;font-size:.82rem;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.waterfall small{color:var(--soft)}.waterfall>div>div{position:relative;overflow:hidden;flex:1;height:1.25rem;border-left:1px solid var(--line)}
.waterfall b{position:absolute;top:.25rem;height:.75rem;border-radius:2px}.waterfall div>span{position:absolute;padding:0 .3rem;font-size:.72rem;color:var(--soft);white-space:nowrap}
.axis div>span:last-child{transform:translateX(-100%)}.call:hover{background:color-mix(in srgb,var(--line) 40%,transparent)}
b.schema,.legend .schema::before{background:var(--schema)}b.data,.legend .data::before{background:var(--data)}b.again,.legend .again::before{background:var(--again)}b.refused,.legend .refused::before{background:var(--refused)}
.legend span{margin-right:1rem}.legend span::before{content:"";display:inline-block;width:.8rem;height:.6rem;border-radius:2px;margin-right:.35rem}
@media (max-width:640px){.waterfall i{flex-basis:45%}}
`;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (found) => entities[found]!);
}
