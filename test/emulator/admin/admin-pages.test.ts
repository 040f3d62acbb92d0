import { expect, it } from "vitest";
import {
  renderAuditPage,
  renderConfirmPage,
  renderKeyPage,
  renderKeysPage,
  renderOverviewPage,
  renderPeoplePage,
  renderPersonPage,
  renderProblemPage,
  renderQueuePage,
  renderQueuesPage,
  renderReportPage,
  renderSettingsPage,
  renderSignInPage,
  type PersonFacts,
  type QueueDetails,
  type ReportPageFacts,
  type Viewer,
} from "../../../emulator/admin/index.ts";
import { reports } from "../../../emulator/catalogue/index.ts";

/** What somebody may have put wherever a text is shown. */
const evil = `"><script>alert('1')</script>&amp;`;

const viewer: Viewer = { personId: 1, name: evil, isAdministrator: true, isManager: true, csrfToken: evil };
const key = { lastFour: evil, madeAt: evil, lastUsedAt: evil };
const person: PersonFacts = {
  personId: 2,
  name: evil,
  login: evil,
  email: evil,
  sip: evil,
  accountType: evil,
  mostChatsADay: 0,
  mostConcurrentChats: 1,
  skills: [evil],
  isArchived: false,
  roles: [{ queueId: 1, queue: evil, role: evil }],
  account: { isAdministrator: true, maySignIn: true, hasPassword: true, archivedAt: evil, key: { ...key, keyId: 1 } },
};
const queue: QueueDetails = {
  queueId: 1,
  name: evil,
  isRunning: true,
  isAvailable: true,
  onlineAgents: 1,
  waitingGuests: 1,
  longestWaitSeconds: 61,
  today: { dayOn: evil, inbound: 1, answered: 1, missed: 0 },
  description: evil,
  language: evil,
  zone: evil,
  serviceLevelSeconds: 30,
  schedule: [[evil], [], [], [], [], [], []],
  people: [{ personId: 2, name: evil, login: evil, role: evil, isArchived: true }],
};
const report: ReportPageFacts = {
  queues: [{ queueId: 1, name: evil }],
  fields: { report: "ChatHistory", queueId: evil, from: evil, through: evil, zone: evil },
  columns: reports.ChatHistory.columns,
  call: `/Chime/Report/ChatHistory?zone=${evil}`,
  rows: [Object.fromEntries(reports.ChatHistory.columns.map(({ name }) => [name, evil]))],
  hasMore: true,
};
const call = {
  id: 1,
  at: evil,
  person: evil,
  login: evil,
  keyLastFour: evil,
  method: evil,
  route: evil,
  query: evil,
  status: 401,
  rows: 1,
  bytes: 1,
  milliseconds: 1,
  address: evil,
  userAgent: evil,
};

const pages: Readonly<Record<string, string>> = {
  "sign-in with people": renderSignInPage({
    next: evil,
    login: evil,
    refusal: evil,
    candidates: [{ login: evil, name: evil, role: evil }],
  }),
  "sign-in with a password": renderSignInPage({ next: evil, login: evil, refusal: evil, candidates: undefined }),
  overview: renderOverviewPage(viewer, {
    now: evil,
    build: evil,
    queues: [queue],
    callsInTheLastHour: { calls: 1, refused: 1 },
  }),
  queues: renderQueuesPage(viewer, [queue]),
  queue: renderQueuePage(viewer, queue),
  people: renderPeoplePage(viewer, evil, [person]),
  person: renderPersonPage(viewer, person),
  confirmation: renderConfirmPage(viewer, person, { text: evil, button: evil, path: evil, fields: { [evil]: evil } }),
  "new key": renderKeyPage(viewer, person, evil),
  keys: renderKeysPage(viewer, [{ ...key, personId: 2, person: evil, login: evil, roles: [evil] }]),
  settings: renderSettingsPage(viewer, {
    build: evil,
    clock: { now: evil, mode: "running", speed: 2 },
    listensOn: evil,
    auditRetention: { calls: 1, days: 1 },
    history: { profile: evil, seed: evil, endsAt: evil },
  }),
  audit: renderAuditPage(viewer, { fields: { route: evil, person: evil }, calls: [call], hasMore: true }),
  report: renderReportPage(viewer, evil, report),
  "refused report": renderReportPage(viewer, evil, { ...report, refusal: evil }),
  problem: renderProblemPage({ status: 400, title: evil, explanation: evil, detail: evil }),
};

it.each(Object.entries(pages))("the page %s shows what it is told as text, wherever it stands", (_, page) => {
  expect(page).toContain("&quot;&gt;&lt;script&gt;");
  const own = page.replaceAll('<script src="/admin.js" defer></script>', "");
  expect(own).not.toMatch(/<script|alert\('/);
});
