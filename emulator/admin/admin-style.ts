/** The part of the style sheet for the pages behind the sign-in: navigation, forms, tables of data. */
export const adminStyle = `
.admin header, .admin main, .admin .bar > div { max-width: 78rem; }
.admin.small header, .admin.small main { max-width: 46rem; }
.admin header { padding-top: 2rem; }
.admin section { padding: 1.25rem 1.5rem; margin: 1rem 0; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; z-index: 1; padding: .25rem .75rem; background: var(--card); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.bar { background: var(--card); border-bottom: 1px solid var(--line); }
.bar > div { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.5rem; margin: 0 auto; padding: .5rem 1.25rem; }
.brand { font-weight: 600; color: var(--ink); text-decoration: none; }
.bar nav { flex: 1 1 auto; min-width: 0; }
.bar ul { display: flex; flex-wrap: wrap; gap: 0 .25rem; }
.bar li { border: 0; padding: 0; }
.bar li a { display: block; padding: .4rem .65rem; border-radius: .4rem; color: var(--quiet); text-decoration: none; }
.bar li a:hover { color: var(--ink); background: var(--code); }
.bar li a[aria-current] { color: var(--accent); background: var(--code); font-weight: 600; }
.who { display: flex; align-items: center; gap: .75rem; font-size: .9rem; color: var(--quiet); }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, .wide:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
button { font: inherit; font-weight: 600; height: 2.4rem; padding: 0 .9rem; border: 1px solid var(--accent); border-radius: .45rem; background: var(--accent); color: var(--on-accent); cursor: pointer; }
button.plain { background: transparent; color: var(--accent); border-color: var(--line); font-weight: 500; height: 1.95rem; padding: 0 .65rem; }
button.plain:hover { border-color: var(--accent); }
button.danger { background: var(--bad); border-color: var(--bad); color: var(--card); }
input, select { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: .45rem; padding: 0 .6rem; width: 100%; height: 2.4rem; min-width: 0; }
label { display: block; font-size: .85rem; color: var(--quiet); }
label > input, label > select { display: block; margin-top: .15rem; font-size: 1rem; color: var(--ink); }
::placeholder { color: var(--quiet); opacity: .65; }
.fields { margin: 0 0 1rem; }
.fields:last-child, .admin section > p:last-child { margin-bottom: 0; }
.fields.narrow { display: grid; gap: .9rem; max-width: 22rem; }
.fields.inline { display: flex; flex-wrap: wrap; align-items: end; gap: .75rem; }
.fields.inline label { flex: 0 1 22rem; }
.fields.grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); align-items: end; gap: .75rem; }
.fields button { justify-self: start; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem; margin-top: 1rem; }
.after { margin: 1rem 0 0; }
.tiles { grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 1rem; margin: 1rem 0; }
.tiles > div { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem 1.25rem; }
.tiles dd { color: var(--quiet); font-size: .9rem; margin: 0; }
.tiles strong { display: block; color: var(--ink); font-size: 1.8rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
table.data { font-size: .9rem; }
table.data th, table.data td { padding: .45rem 1rem .45rem 0; white-space: nowrap; }
table.data td { vertical-align: baseline; }
.under { display: block; }
table.data td.long { white-space: normal; min-width: 16rem; max-width: 34rem; overflow-wrap: anywhere; }
table.data th:last-child, table.data td:last-child { padding-right: 0; }
table.data tbody tr:last-child td { border-bottom: 0; }
table.data tbody tr:hover { background: var(--code); }
table.data td form { margin: 0; text-align: right; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.state::before { content: ""; display: inline-block; width: .55em; height: .55em; margin-right: .45em; border-radius: 50%; background: var(--quiet); }
.state { white-space: nowrap; }
.state.good::before { background: var(--good); }
.state.bad { color: var(--bad); }
.state.bad::before { background: var(--bad); }
.state.quiet { color: var(--quiet); }
.notice { padding: .75rem 1rem; border-radius: .5rem; max-width: none; }
.notice.bad { background: var(--bad-ground); color: var(--bad); }
.notice.good { background: var(--good-ground); color: var(--good); }
.snippet { position: relative; }
.snippet pre { padding-right: 6rem; }
.snippet .copy { position: absolute; top: .6rem; right: .6rem; background: var(--card); }
@media (max-width: 36rem) {
  .admin section { padding: 1rem; }
  .admin header, .admin main, .bar > div { padding-left: .75rem; padding-right: .75rem; }
  .admin header { padding-top: 1.25rem; }
  .tiles { grid-template-columns: 1fr 1fr; gap: .6rem; }
  .tiles > div { padding: .75rem .9rem; }
  table.data td > a + .quiet { display: block; }
}
`;
