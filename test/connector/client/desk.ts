import type { Store } from "../../../emulator/store/index.ts";
import { addChats, createDesk, people, type ChatPlan } from "../../emulator/fixture.ts";

/** The instant at which the emulator's clock, and the client's, stand in these tests. */
export const now = Date.parse("2020-12-15T12:00:00Z");

const start = Date.parse("2020-11-01T04:00:00.000Z");
const outcomes = ["answered", "answered", "abandoned", "missed", "deflected", "leftBot"] as const;
const words = ['So "so", said\r\nshe', "Für; “das” 🙂", "שלום, עולם", "plain", " spaced ", "-1"];

/** Chats in queues 1 and 2, every half an hour through November in New York, with texts that have to be quoted. */
export function createFullDesk(file?: string): Store {
  const store = createDesk(file);
  addChats(
    store,
    Array.from({ length: 1440 }, (_, index): ChatPlan => {
      const text = words[index % words.length]!;
      return {
        id: index + 1,
        queueId: (index % 2) + 1,
        startedAt: start + index * 1_800_000,
        outcome: outcomes[index % outcomes.length]!,
        waitMs: (index % 90) * 1000 + 1,
        connectedMs: index * 1000,
        guestId: index % 3 === 0 ? 2 : 1,
        question: text,
        ...(index % 4 === 0 && { rating: (index % 5) + 1, comment: text }),
        tagIds: index % 7 === 0 ? [1, 2, 3] : [],
        offers: [{ personId: people.agent, response: "accepted" }],
      };
    }),
  );
  const message = store.connection.prepare("INSERT INTO message VALUES (1, ?, ?, ?, ?, ?)");
  message.run(1, start, "guest", null, words[0]);
  message.run(2, start + 1000, "bot", null, "Have you tried again?");
  message.run(3, start + 20_000, "agent", people.agent, words[1]);
  return store;
}
