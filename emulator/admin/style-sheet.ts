import { adminStyle } from "./admin-style.ts";

/** The style sheet of all pages, light and dark. */
export const styleSheet = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f8; --card: #ffffff; --ink: #16201f; --quiet: #51605f; --line: #d9e0df; --accent: #0b6e74; --code: #eef3f3;
  --on-accent: #ffffff; --good: #0f7a3d; --bad: #b3261e; --bad-ground: #fbeceb; --good-ground: #e8f5ec;
}
@media (prefers-color-scheme: dark) {
  :root { --ground: #101617; --card: #182021; --ink: #e6edec; --quiet: #9fb0ae; --line: #2c3839; --accent: #5cc4c9; --code: #0c1213;
    --on-accent: #0c1213; --good: #6fd394; --bad: #ff9b93; --bad-ground: #321a19; --good-ground: #13281b; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
header, main, footer { max-width: 58rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 3rem; }
h1 { margin: 0 0 .5rem; font-size: 2rem; line-height: 1.2; letter-spacing: -.015em; }
h2 { margin: 0 0 .75rem; font-size: 1.2rem; }
h3 { margin: 1.5rem 0 .25rem; font-size: 1rem; }
p { margin: 0 0 .75rem; max-width: 44rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.5rem; margin: 1.5rem 0; }
code, pre { font: .875rem/1.5 ui-monospace, Consolas, monospace; }
code { overflow-wrap: anywhere; }
pre { margin: 0 0 .75rem; padding: 1rem; background: var(--code); border-radius: .5rem; white-space: pre-wrap; overflow-wrap: anywhere; user-select: all; }
a { color: var(--accent); }
a:focus-visible, pre:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.lead, .quiet, footer { color: var(--quiet); }
.lead { font-size: 1.1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.25rem; margin: 0; }
dt { color: var(--quiet); }
dd { margin: 0; }
ul { list-style: none; margin: 0; padding: 0; }
li { padding: .75rem 0; border-top: 1px solid var(--line); }
li p { margin: .15rem 0 0; }
details { border-top: 1px solid var(--line); padding: .5rem 0; }
summary { cursor: pointer; padding: .25rem 0; }
summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 500; color: var(--quiet); }
.row { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-top: 1rem; }
.row li { border: 0; padding: 0; }
footer { padding-bottom: 3rem; font-size: .875rem; }
@media (max-width: 36rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } }
${adminStyle}`;
