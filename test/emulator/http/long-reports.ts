import type { Store } from "../../../emulator/store/index.ts";

/** Fills queue 1 with so many chats, one every ten seconds from `from` on, by SQL alone. */
export function addManyChats(store: Store, chats: number, from: number): void {
  store.connection.exec(`
    WITH RECURSIVE numbers (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM numbers WHERE value < ${chats})
    INSERT INTO chat (id, guid, queueId, guestId, agentId, startedAt, queuedAt, answeredAt, firstResponseAt, endedAt,
      wrappedUpAt, outcome, endedBy, throughBot, entryPoint, authenticated, question)
    SELECT value, printf('00000000-0000-4000-8000-%012d', value), 1, 1, 4, at, at + 5000, at + 15000, at + 17000,
      at + 75000, at + 90000, 'answered', 'agent', 1, 'Teams', 0, 'How do I reset my password, please?'
    FROM (SELECT value, ${from} + value * 10000 AS at FROM numbers)`);
}
