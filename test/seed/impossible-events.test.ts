import { expect, it } from "vitest";
import { openStore } from "../../emulator/store/index.ts";
import { seedHistory } from "../../seed/index.ts";
import { findImpossibleEvents } from "./impossible-events.ts";
import { smallProfile } from "./small-profile.ts";

const until = Date.parse("2021-03-16T12:00:00Z");
const answered = "(SELECT id FROM chat WHERE firstResponseAt IS NOT NULL ORDER BY id LIMIT 1)";

// The checks of other tests are worth something only if they find what is wrong.
it.each([
  {
    finds: "instants of a chat out of order",
    spoil: "UPDATE chat SET answeredAt = queuedAt - 1 WHERE id = " + answered,
  },
  { finds: "an event after the end", spoil: `UPDATE survey SET sentAt = ${until + 1}` },
  { finds: "an outcome that does not fit", spoil: "UPDATE chat SET missedBecause = 'closed' WHERE id = " + answered },
  { finds: "an offer outside the wait", spoil: "UPDATE offer SET offeredAt = 0" },
  { finds: "two offers of a chat at once", spoil: "UPDATE offer SET offeredAt = offeredAt - 1000 WHERE position = 2" },
  { finds: "an answer that is not the accepted offer", spoil: "DELETE FROM offer WHERE response = 'accepted'" },
  { finds: "an offer to somebody who is no agent", spoil: "DELETE FROM queue_role WHERE role = 'Agent'" },
  { finds: "handed to somebody who is no agent", spoil: "UPDATE transfer SET toPersonId = 1" },
  { finds: "handed on by somebody who did not have it", spoil: "UPDATE transfer SET fromPersonId = 1" },
  { finds: "a reference to what is not there", spoil: "UPDATE chat SET guestId = 999999 WHERE id = " + answered },
  {
    finds: "a message, file, transfer or survey outside",
    spoil: "UPDATE message SET sentAt = sentAt - 1 WHERE position = 1",
  },
  { finds: "messages out of order", spoil: "UPDATE message SET sentAt = 0 WHERE position = 3" },
  { finds: "a question that is not the first message", spoil: "UPDATE chat SET question = 'x'" },
  { finds: "a first response that is not", spoil: "UPDATE chat SET firstResponseAt = firstResponseAt + 1" },
  { finds: "a message by somebody", spoil: "UPDATE message SET personId = 1 WHERE sender = 'agent'" },
  { finds: "shifts of a person that overlap", spoil: "UPDATE shift SET endedAt = endedAt + 86400000" },
  { finds: "an answer in a closed queue", spoil: "UPDATE queue SET schedule = '[[],[],[],[],[],[],[]]'" },
  { finds: "at work off shift", spoil: "DELETE FROM shift" },
  { finds: "chats in a day", spoil: "UPDATE person SET mostChatsADay = 1" },
  { finds: "had 1 chats", spoil: "UPDATE person SET mostConcurrentChats = 0" },
])("findImpossibleEvents finds: $finds", ({ finds, spoil }) => {
  const store = openStore(":memory:");
  seedHistory(store, { profile: smallProfile, seed: 1, until });
  store.connection.pragma("foreign_keys = OFF");
  expect(store.connection.prepare(spoil).run().changes).toBeGreaterThan(0);
  expect(findImpossibleEvents(store, until).filter((line) => line.includes(finds))).not.toEqual([]);
  store.close();
});
