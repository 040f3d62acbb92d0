import { nothing, renderAdminPage, renderDataTable, renderInstant, renderState, renderToken } from "./admin-page.ts";
import type { PersonFacts, Viewer } from "./facts.ts";
import { markup, type Markup } from "./markup.ts";

/** The people that the viewer may see, and for administrators their keys. */
export function renderPeoplePage(viewer: Viewer, search: string, people: readonly PersonFacts[]): string {
  const isForAdministrators = viewer.isAdministrator;
  return renderAdminPage(viewer, {
    title: "People",
    place: "People",
    lead: isForAdministrators ? "A key inherits what its person may see." : "The people of the queues that you manage.",
    main: markup`<section>
<form class="fields inline" role="search" action="/Chime/Admin/People"><label>Name, login or e-mail<input type="search" name="search" value="${search}"></label><button>Search</button></form>
${renderDataTable(
  "People",
  [
    { text: "Person" },
    { text: "Roles", stand: "long" },
    ...(isForAdministrators ? [{ text: "Key" }, { text: "Last used (UTC)" }] : []),
    { text: isForAdministrators ? "" : "State" },
  ],
  people.map((person) => [
    markup`<a href="${pathOf(person)}">${person.name}</a> <span class="quiet">${person.login}</span>${person.isArchived && isForAdministrators ? markup` ${renderState("Archived", "quiet")}` : nothing}`,
    describeRoles(person),
    ...(isForAdministrators
      ? [
          renderKeyState(person),
          person.account?.key?.lastUsedAt ? renderInstant(person.account.key.lastUsedAt) : "–",
          person.isArchived ? "" : renderGenerator(viewer, person),
        ]
      : [person.isArchived ? renderState("Archived", "quiet") : ""]),
  ]),
  search === "" ? "There is nobody." : "Nobody has this in the name, login or e-mail.",
)}</section>`,
  });
}

function pathOf({ personId }: PersonFacts): string {
  return `/Chime/Admin/People/${personId}`;
}

function describeRoles({ roles, account }: PersonFacts): string {
  const held = [...new Set(roles.map(({ role }) => role))].map(
    (role) =>
      `${role} of ${roles
        .filter((each) => each.role === role)
        .map(({ queue }) => queue)
        .join(", ")}`,
  );
  return [...(account?.isAdministrator ? ["Administrator"] : []), ...held].join("; ") || "None";
}

function renderKeyState({ account }: PersonFacts): Markup {
  if (!account?.key) return markup`<span class="quiet">none</span>`;
  return markup`<code>…${account.key.lastFour}</code>`;
}

/** The generator beside a person: one press for a first key, and a question before another one. */
function renderGenerator(viewer: Viewer, person: PersonFacts): Markup {
  const has = person.account?.key !== null;
  const label = `${has ? "Replace the key of" : "Generate a key for"} ${person.name}`;
  return renderButton(viewer, person, "GenerateKey", has ? "Replace…" : "Generate", label);
}

function renderButton(viewer: Viewer, person: PersonFacts, step: string, text: string, label = text): Markup {
  return markup`<form method="post" action="${pathOf(person)}/${step}">${renderToken(viewer)}<button class="plain" aria-label="${label}">${text}</button></form>`;
}

/** One person, and for administrators what can be done. */
export function renderPersonPage(viewer: Viewer, person: PersonFacts): string {
  const { account } = person;
  return renderAdminPage(viewer, {
    title: person.name,
    place: "People",
    lead: markup`${person.login}${person.isArchived ? markup` ${renderState("Archived", "quiet")}` : nothing}`,
    main: markup`<section aria-labelledby="profile"><h2 id="profile">Profile</h2>
<dl>
<dt>E-mail</dt><dd>${person.email ?? "–"}</dd>
<dt>SIP</dt><dd>${person.sip}</dd>
<dt>Account type</dt><dd>${person.accountType}</dd>
<dt>Most chats a day</dt><dd>${person.mostChatsADay === 0 ? "no limit" : String(person.mostChatsADay)}</dd>
<dt>Most chats at once</dt><dd>${String(person.mostConcurrentChats)}</dd>
<dt>Skills</dt><dd>${person.skills.join(", ") || "–"}</dd>
${account === undefined ? nothing : markup`<dt>Administrator</dt><dd>${account.isAdministrator ? "yes" : "no"}</dd>`}
</dl>
<h3>Roles in queues</h3>${renderDataTable(
      "Roles in queues",
      [{ text: "Queue" }, { text: "Role" }],
      person.roles.map(({ queueId, queue, role }) => [
        markup`<a href="/Chime/Admin/Queues/${String(queueId)}">${queue}</a>`,
        role,
      ]),
      "None.",
    )}</section>
${account === undefined ? nothing : renderAccount(viewer, person, account)}`,
  });
}

function renderAccount(viewer: Viewer, person: PersonFacts, account: NonNullable<PersonFacts["account"]>): Markup {
  const { key } = account;
  return markup`<section aria-labelledby="key"><h2 id="key">API key</h2>
${
  key === null
    ? markup`<p>There is no key.</p>`
    : markup`<dl>
<dt>Ends in</dt><dd><code>${key.lastFour}</code></dd>
<dt>Made</dt><dd>${renderInstant(key.madeAt)} UTC</dd>
<dt>Last used</dt><dd>${key.lastUsedAt === null ? "never" : markup`${renderInstant(key.lastUsedAt)} UTC`}</dd>
</dl>`
}
<div class="actions">${
    person.isArchived
      ? nothing
      : renderButton(viewer, person, "GenerateKey", key === null ? "Generate a key" : "Replace the key…")
  }${key === null ? nothing : renderButton(viewer, person, "RevokeKey", "Revoke the key…")}</div></section>
<section aria-labelledby="account"><h2 id="account">Account</h2>
<dl>
<dt>Signing in</dt><dd>${describeSignIn(account)}</dd>
${account.archivedAt === null ? nothing : markup`<dt>Archived</dt><dd>${renderInstant(account.archivedAt)} UTC</dd>`}
</dl>
<div class="actions">${renderArchival(viewer, person)}</div></section>`;
}

function describeSignIn({ maySignIn, hasPassword }: NonNullable<PersonFacts["account"]>): string {
  if (!maySignIn) return "no: the pages are for administrators, managers and reviewers who are not archived";
  return hasPassword ? "with a password; on this machine without" : "on this machine only: there is no password";
}

function renderArchival(viewer: Viewer, person: PersonFacts): Markup {
  if (person.isArchived) return renderButton(viewer, person, "Restore", "Restore the person");
  if (person.personId === viewer.personId) return markup`<p class="quiet">Nobody archives themselves.</p>`;
  return renderButton(viewer, person, "Archive", "Archive the person…");
}

/** What is asked before something is lost. */
type Confirmation = {
  readonly text: string;
  readonly button: string;
  /** Where the answer goes, with these fields. */
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** The question before a key or a person is lost. */
export function renderConfirmPage(
  viewer: Viewer,
  person: PersonFacts,
  { text, button, path, fields }: Confirmation,
): string {
  return renderAdminPage(viewer, {
    title: `${button}?`,
    place: "People",
    main: markup`<section><p>${text}</p>
<form class="actions" method="post" action="${path}">${renderToken(viewer)}${Object.entries(fields).map(
      ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`,
    )}<button class="danger">${button}</button> <a href="${pathOf(person)}">Cancel</a></form></section>`,
  });
}

/** The one page that shows a key: nothing keeps it. */
export function renderKeyPage(viewer: Viewer, person: PersonFacts, key: string): string {
  return renderAdminPage(viewer, {
    title: `The key of ${person.name}`,
    place: "People",
    main: markup`<section><p class="notice good" role="status">Copy it now: it is shown this once. A key that was there before no longer works.</p>
<div class="snippet"><pre id="new-key" tabindex="0" aria-label="The new key">${key}</pre></div>
<p>It is sent with every call, as <code>Authorization: Bearer</code> and the key.</p>
<p><a href="${pathOf(person)}">Back to ${person.name}</a></p></section>`,
  });
}
