import type { Store } from "../../emulator/store/index.ts";
import { localMinutesOf, weekdayOf } from "../../seed/calendar.ts";
import { zoneClock } from "../../zones/index.ts";

type Row = Readonly<Record<string, number>>;
type Span = { readonly personId: number; readonly from: number; readonly to: number };

/**
 * What a history says that cannot have been, each as one line; empty for a sound one. Written from the words of the definitions,
 * with nothing of the simulation.
 */
export function findImpossibleEvents(store: Store, until: number): readonly string[] {
  const all = (sql: string): readonly Row[] => store.connection.prepare(sql).all() as Row[];
  const found: string[] = [];
  const none = (what: string, sql: string): void => {
    for (const row of all(sql)) found.push(`${what}: ${JSON.stringify(row)}`);
  };

  none(
    "instants of a chat out of order",
    `SELECT id FROM chat WHERE queuedAt < startedAt OR answeredAt < queuedAt OR firstResponseAt < answeredAt
       OR endedAt < max(startedAt, coalesce(queuedAt, 0), coalesce(firstResponseAt, answeredAt, 0)) OR wrappedUpAt < endedAt`,
  );
  none(
    "an event after the end of the history",
    `SELECT id FROM chat WHERE max(endedAt, coalesce(wrappedUpAt, 0)) > ${until}
     UNION ALL SELECT chatId FROM survey WHERE sentAt > ${until} UNION ALL SELECT personId FROM shift WHERE endedAt > ${until}`,
  );
  none(
    "an outcome that does not fit",
    `SELECT id FROM chat WHERE (outcome = 'missed') <> (missedBecause IS NOT NULL)
       OR (outcome = 'answered') <> (wrappedUpAt IS NOT NULL) OR (outcome = 'abandoned' AND endedBy <> 'guest')
       OR (outcome = 'missed' AND endedBy <> 'system') OR (endedBy IN ('agent', 'error') AND outcome <> 'answered')
       OR (outcome IN ('deflected', 'leftBot') AND NOT throughBot)`,
  );
  none(
    "an offer outside the wait",
    `SELECT id, position FROM offer JOIN chat ON id = chatId
     WHERE queuedAt IS NULL OR offeredAt < queuedAt OR settledAt > coalesce(answeredAt, endedAt)`,
  );
  none(
    "two offers of a chat at once",
    `SELECT a.chatId FROM offer a JOIN offer b ON b.chatId = a.chatId AND b.position = a.position + 1
     WHERE b.offeredAt < a.settledAt`,
  );
  none(
    "an answer that is not the accepted offer",
    `SELECT id FROM chat LEFT JOIN offer ON chatId = id AND response = 'accepted' GROUP BY id
     HAVING count(chatId) <> (outcome = 'answered')
       OR (outcome = 'answered' AND (max(personId) <> agentId OR max(settledAt) <> answeredAt))`,
  );
  none(
    "an offer to somebody who is no agent of the queue",
    `SELECT id, offer.personId FROM offer JOIN chat ON id = chatId WHERE NOT EXISTS
       (SELECT 1 FROM queue_role r WHERE r.queueId = chat.queueId AND r.personId = offer.personId AND role = 'Agent')`,
  );
  none(
    "a chat handed to somebody who is no agent of the queue",
    `SELECT chatId, toPersonId FROM transfer t JOIN chat ON id = chatId WHERE NOT EXISTS
       (SELECT 1 FROM queue_role r WHERE r.personId = toPersonId AND role = 'Agent' AND r.queueId = coalesce(
          (SELECT toQueueId FROM transfer b WHERE b.chatId = t.chatId AND b.position <= t.position AND toQueueId IS NOT NULL
             ORDER BY b.position DESC LIMIT 1), chat.queueId))`,
  );
  none(
    "a chat handed on by somebody who did not have it",
    `SELECT t.chatId FROM transfer t JOIN chat ON id = chatId WHERE fromPersonId <> coalesce(
       (SELECT toPersonId FROM transfer b WHERE b.chatId = t.chatId AND b.position = t.position - 1), agentId)`,
  );
  none("a reference to what is not there", "SELECT 1 AS row FROM pragma_foreign_key_check");
  none(
    "a message, file, transfer or survey outside its chat",
    `SELECT id FROM message JOIN chat ON id = chatId WHERE sentAt < startedAt OR sentAt > endedAt
     UNION ALL SELECT id FROM file_sent JOIN chat ON id = chatId WHERE answeredAt IS NULL OR sentAt < answeredAt OR sentAt > endedAt
     UNION ALL SELECT id FROM transfer JOIN chat ON id = chatId
       WHERE answeredAt IS NULL OR transferredAt < answeredAt OR transferredAt > endedAt
     UNION ALL SELECT id FROM survey JOIN chat ON id = chatId WHERE sentAt < endedAt`,
  );
  none(
    "messages out of order",
    `SELECT a.chatId FROM message a JOIN message b ON b.chatId = a.chatId AND b.position = a.position + 1
     WHERE b.sentAt < a.sentAt`,
  );
  none(
    "a question that is not the first message",
    `SELECT id FROM chat LEFT JOIN message ON chatId = id AND position = 1 WHERE text IS NOT question OR sentAt <> startedAt`,
  );
  none(
    "a first response that is not an agent's first message",
    `SELECT id FROM chat LEFT JOIN message ON chatId = id AND sender = 'agent' GROUP BY id HAVING firstResponseAt IS NOT min(sentAt)`,
  );
  none(
    "a message by somebody who did not have the chat",
    `SELECT id, position FROM message m JOIN chat ON id = chatId WHERE (m.sender = 'agent') <> (m.personId IS NOT NULL)
       OR (m.sender = 'agent' AND m.personId <> coalesce((SELECT toPersonId FROM transfer t
         WHERE t.chatId = id AND transferredAt <= m.sentAt ORDER BY t.position DESC LIMIT 1), agentId))`,
  );
  none(
    "shifts of a person that overlap",
    "SELECT a.personId FROM shift a JOIN shift b USING (personId) WHERE a.startedAt < b.startedAt AND b.startedAt < a.endedAt",
  );
  return [...found, ...findClosedAnswers(store), ...findOverload(all)];
}

function findClosedAnswers(store: Store): readonly string[] {
  const answers = store.connection
    .prepare(
      "SELECT chat.id, zone, schedule, answeredAt FROM chat JOIN queue ON queue.id = queueId WHERE answeredAt IS NOT NULL",
    )
    .all() as { id: number; zone: string; schedule: string; answeredAt: number }[];
  return answers
    .filter(({ zone, schedule, answeredAt }) => {
      const clock = zoneClock(zone);
      const minutes = localMinutesOf(clock, answeredAt);
      const days = JSON.parse(schedule) as [number, number][][];
      const open = days[weekdayOf(clock.dayOf(answeredAt)) - 1] ?? [];
      return !open.some(([from, to]) => minutes >= from && minutes < to);
    })
    .map(({ id }) => `an answer in a closed queue: ${id}`);
}

/** Holds every agent to shifts and limits: a chat counts from offer to wrap-up, or to where it was handed on. */
function findOverload(all: (sql: string) => readonly Row[]): readonly string[] {
  const found: string[] = [];
  const holds = all(
    `WITH hand AS (
       SELECT chatId, toPersonId AS personId, transferredAt AS since FROM transfer
       UNION ALL SELECT id, agentId, answeredAt FROM chat WHERE answeredAt IS NOT NULL)
     SELECT personId, since AS "from",
       coalesce((SELECT min(transferredAt) FROM transfer t WHERE t.chatId = hand.chatId AND transferredAt > since), wrappedUpAt) AS "to"
     FROM hand JOIN chat ON id = chatId`,
  ) as unknown as readonly Span[];
  const offers = all(
    `SELECT personId, offeredAt AS "from", settledAt AS "to" FROM offer`,
  ) as unknown as readonly Span[];
  const shifts = all("SELECT * FROM shift ORDER BY startedAt");
  for (const { id, mostConcurrentChats, mostChatsADay } of all("SELECT * FROM person")) {
    const mine = shifts.filter(({ personId }) => personId === id);
    const held = holds.filter(({ personId }) => personId === id);
    const spans = [...held, ...offers.filter(({ personId }) => personId === id)];
    for (const { from, to } of spans) {
      if (mine.some(({ startedAt, endedAt }) => from >= startedAt! && to <= endedAt!)) continue;
      found.push(`${id} at work off shift: ${from} to ${to}`);
    }
    for (const { startedAt, endedAt } of mine) {
      const taken = held.filter(({ from }) => from >= startedAt! && from < endedAt!).length;
      if (mostChatsADay! > 0 && taken > mostChatsADay!) found.push(`${id} took ${taken} chats in a day`);
    }
    const changes = spans.flatMap(({ from, to }) =>
      from < to
        ? [
            { at: from, by: 1 },
            { at: to, by: -1 },
          ]
        : [],
    );
    changes.sort((a, b) => a.at - b.at || a.by - b.by);
    let load = 0;
    for (const { at, by } of changes) {
      load += by;
      if (load > mostConcurrentChats!) found.push(`${id} had ${load} chats at ${at}`);
    }
  }
  return found;
}
