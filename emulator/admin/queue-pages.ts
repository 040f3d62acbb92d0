import { nothing, renderAdminPage, renderDataTable, renderInstant, renderState } from "./admin-page.ts";
import type { OverviewFacts, QueueDetails, QueueFacts, Viewer } from "./facts.ts";
import { markup, type Markup } from "./markup.ts";

/** The first page after signing in: how the help desk is at this moment. */
export function renderOverviewPage(viewer: Viewer, { now, build, queues, callsInTheLastHour }: OverviewFacts): string {
  const sum = (count: (queue: QueueFacts) => number): string =>
    queues.reduce((total, queue) => total + count(queue), 0).toLocaleString("en-US");
  const tiles = [
    ["Chats today", sum(({ today }) => today.inbound), `${sum(({ today }) => today.answered)} answered`],
    ["Waiting now", sum(({ waitingGuests }) => waitingGuests), "guests"],
    ["Queues available", sum(({ isAvailable }) => Number(isAvailable)), `of ${queues.length}`],
    ...(callsInTheLastHour === null
      ? []
      : [
          [
            "Calls in the last hour",
            callsInTheLastHour.calls.toLocaleString("en-US"),
            `${callsInTheLastHour.refused.toLocaleString("en-US")} refused or failed`,
          ],
        ]),
  ] as const;
  return renderAdminPage(viewer, {
    title: "Overview",
    place: "Overview",
    lead: markup`Build ${build}. The emulator’s clock shows ${renderInstant(now)} UTC.`,
    main: markup`<dl class="tiles">${tiles.map(
      ([name, value, beside]) => markup`<div><dt>${name}</dt><dd><strong>${value}</strong> ${beside}</dd></div>`,
    )}</dl>
<section aria-labelledby="queues"><h2 id="queues">Queues</h2>${renderQueues(queues)}</section>`,
  });
}

/** The queues that the viewer may see. */
export function renderQueuesPage(viewer: Viewer, queues: readonly QueueFacts[]): string {
  return renderAdminPage(viewer, {
    title: "Queues",
    place: "Queues",
    lead: "Today is the day that a queue’s own clock shows.",
    main: markup`<section>${renderQueues(queues)}</section>`,
  });
}

function renderQueues(queues: readonly QueueFacts[]): Markup {
  return renderDataTable(
    "Queues",
    [
      { text: "Queue" },
      { text: "State" },
      { text: "Agents online", stand: "number" },
      { text: "Waiting", stand: "number" },
      { text: "Longest wait", stand: "number" },
      { text: "Inbound today", stand: "number" },
      { text: "Answered", stand: "number" },
      { text: "Missed", stand: "number" },
    ],
    queues.map((queue) => [
      markup`<a href="/Chime/Admin/Queues/${String(queue.queueId)}">${queue.name}</a>`,
      renderQueueState(queue),
      String(queue.onlineAgents),
      String(queue.waitingGuests),
      queue.waitingGuests === 0 ? "–" : formatWait(queue.longestWaitSeconds),
      String(queue.today.inbound),
      String(queue.today.answered),
      String(queue.today.missed),
    ]),
  );
}

function renderQueueState({ isRunning, isAvailable }: QueueFacts): Markup {
  if (!isRunning) return renderState("Switched off", "bad");
  return isAvailable ? renderState("Available", "good") : renderState("Closed or nobody online", "quiet");
}

function formatWait(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** One queue: how it is, when it is open, and for its managers who is in it. */
export function renderQueuePage(viewer: Viewer, queue: QueueDetails): string {
  const { people, today } = queue;
  const id = String(queue.queueId);
  return renderAdminPage(viewer, {
    title: queue.name,
    place: "Queues",
    ...(queue.description !== null && { lead: queue.description }),
    main: markup`<section aria-labelledby="state"><h2 id="state">Now</h2>
<dl>
<dt>State</dt><dd>${renderQueueState(queue)}</dd>
<dt>Agents online</dt><dd>${String(queue.onlineAgents)}</dd>
<dt>Guests waiting</dt><dd>${String(queue.waitingGuests)}${queue.waitingGuests === 0 ? "" : `, the longest for ${formatWait(queue.longestWaitSeconds)}`}</dd>
<dt>On ${today.dayOn}</dt><dd>${String(today.inbound)} inbound, ${String(today.answered)} answered, ${String(today.missed)} missed</dd>
</dl>
<p class="after"><a href="/Chime/Admin/Reports?queueId=${id}">The reports of this queue</a></p></section>
<section aria-labelledby="hours"><h2 id="hours">Queue ${id}</h2>
<dl>
<dt>Language</dt><dd>${queue.language}</dd>
<dt>Zone</dt><dd>${queue.zone}</dd>
<dt>Service level</dt><dd>answered within ${String(queue.serviceLevelSeconds)} s</dd>
${queue.schedule.map((spans, day) => markup`<dt>${weekdays[day]!}</dt><dd>${spans.length === 0 ? "closed" : spans.join(", ")}</dd>`)}
</dl></section>
${
  people === undefined
    ? nothing
    : markup`<section aria-labelledby="people"><h2 id="people">People</h2>${renderDataTable(
        "People of the queue",
        [{ text: "Person" }, { text: "Role" }, { text: "State" }],
        people.map((person) => [
          markup`<a href="/Chime/Admin/People/${String(person.personId)}">${person.name}</a> <span class="quiet">${person.login}</span>`,
          person.role,
          person.isArchived ? renderState("Archived", "quiet") : "",
        ]),
        "Nobody is in this queue.",
      )}</section>`
}`,
  });
}
