import { session, sessionRoute } from "../../emulator/catalogue/index.ts";
import { createRowReader, type RowOfFields } from "./cell.ts";
import { readDocument, type Connection } from "./connection.ts";
import { readList } from "./directory.ts";
import { withRetries } from "./retry.ts";

type Lists = (typeof session)["lists"];

/** Everything known of one chat: its facts, and lists of what happened in it. Cells are as in the rows of reports. */
export type Session = RowOfFields<(typeof session)["columns"]> & {
  readonly [L in keyof Lists]: readonly RowOfFields<Lists[L]["columns"]>[];
};

/** One chat by its number. Throws as every call of a client. */
export async function readSession(
  connection: Connection,
  sessionId: number,
  zone: string,
  signal: AbortSignal | undefined,
): Promise<Session> {
  const what = `chat ${sessionId}`;
  if (!Number.isSafeInteger(sessionId) || sessionId < 1) throw new Error(`${sessionId} is no number of a chat`);
  const request = { what, path: `${sessionRoute}/${sessionId}`, search: { zone }, hasKey: true, signal };
  const details = await withRetries(connection.retries, signal, () => readDocument(connection, request));
  const facts = createRowReader(what, session.columns)(details);
  const members = details as Readonly<Record<string, unknown>>;
  const lists = Object.entries(session.lists).map(([name, { columns }]) => [
    name,
    readList(what, members[name]).map(createRowReader(what, columns)),
  ]);
  return { ...facts, ...(Object.fromEntries(lists) as Pick<Session, keyof Lists>) };
}
