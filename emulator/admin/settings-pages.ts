import { renderAdminPage, renderDataTable, renderInstant } from "./admin-page.ts";
import type { ListedKeyFacts, SettingsFacts, Viewer } from "./facts.ts";
import { markup } from "./markup.ts";

/** All keys beside the people that they are bound to. */
export function renderKeysPage(viewer: Viewer, keys: readonly ListedKeyFacts[]): string {
  return renderAdminPage(viewer, {
    title: "API keys",
    place: "API keys",
    lead: "Who may call the reporting API. A key itself is shown only when it is made; people’s pages make, replace and revoke them.",
    main: markup`<section>${renderDataTable(
      "API keys",
      [
        { text: "Person" },
        { text: "Roles" },
        { text: "Ends in" },
        { text: "Made (UTC)" },
        { text: "Last used (UTC)" },
        { text: "Calls" },
      ],
      keys.map((key) => [
        markup`<a href="/Chime/Admin/People/${String(key.personId)}">${key.person}</a> <span class="quiet">${key.login}</span>`,
        key.roles.join(", "),
        markup`<code>${key.lastFour}</code>`,
        renderInstant(key.madeAt),
        key.lastUsedAt === null ? "never" : renderInstant(key.lastUsedAt),
        markup`<a href="/Chime/Admin/Audit?person=${encodeURIComponent(key.login)}" aria-label="Calls of ${key.person}">Audit</a>`,
      ]),
      "There is no key.",
    )}</section>`,
  });
}

/** What the emulator is set to; it is set where it is started. */
export function renderSettingsPage(viewer: Viewer, settings: SettingsFacts): string {
  const { build, clock, listensOn, auditRetention, history } = settings;
  const kept = [
    ...(auditRetention.calls === null ? [] : [`the latest ${auditRetention.calls.toLocaleString("en-US")} calls`]),
    ...(auditRetention.days === null ? [] : [`those of the last ${auditRetention.days} days`]),
  ];
  return renderAdminPage(viewer, {
    title: "Settings",
    place: "Settings",
    lead: markup`They are given to <code>chime-bi serve</code> when it starts.`,
    main: markup`<section><dl>
<dt>Build</dt><dd>${build}</dd>
<dt>Clock</dt><dd>${renderInstant(clock.now)} UTC, ${describeClock(clock)}</dd>
<dt>Listens on</dt><dd>${listensOn}</dd>
<dt>Audit keeps</dt><dd>${kept.join(", and of them ") || "every call"}</dd>
<dt>Profile</dt><dd>${history.profile ?? "–"}</dd>
<dt>Seed</dt><dd>${history.seed ?? "–"}</dd>
<dt>History ends</dt><dd>${history.endsAt === null ? "–" : markup`${renderInstant(history.endsAt)} UTC`}</dd>
</dl></section>`,
  });
}

function describeClock({ mode, speed }: SettingsFacts["clock"]): string {
  if (mode === "machine") return "the machine’s";
  return mode === "frozen" ? "standing still" : `${speed} times as fast as the machine’s`;
}
