import { createRowReader, type Field, type RowOfFields } from "./cell.ts";
import { readDocument, type Connection } from "./connection.ts";
import { readList } from "./directory.ts";
import { withRetries } from "./retry.ts";

const availability = { name: "isAvailable", kind: "logical", nullable: false } as const satisfies Field;
const waitTimes = [
  { name: "averageWaitTime", kind: "text", nullable: false },
  { name: "longestWaitTime", kind: "text", nullable: false },
] as const satisfies readonly Field[];
const liveFields = [
  { name: "queueName", kind: "text", nullable: false },
  availability,
  { name: "onlineAgentCount", kind: "integer", nullable: false },
  ...waitTimes,
] as const satisfies readonly Field[];
const infoFields = [
  { name: "queueID", kind: "integer", nullable: false },
  ...liveFields,
] as const satisfies readonly Field[];
const listFields = [
  { name: "id", kind: "integer", nullable: false },
  ...liveFields,
] as const satisfies readonly Field[];

/** How long guests wait in a queue now, as `hh:mm:ss`. */
export type QueueWaitTime = RowOfFields<typeof waitTimes>;

/** A queue as it is now, under the vendor's names. */
export type QueueInfo = RowOfFields<typeof infoFields>;

/** A queue in the list of all, where its number is called `id`. */
export type ListedQueue = RowOfFields<typeof listFields>;

type StatusOptions = { readonly signal?: AbortSignal };

/** The public status API under `/Chime/Api/`: the state of the queues now, without a key. */
export type StatusClient = {
  readonly isQueueAvailable: (queueId: number, options?: StatusOptions) => Promise<boolean>;
  readonly queueWaitTime: (queueId: number, options?: StatusOptions) => Promise<QueueWaitTime>;
  readonly queueInfo: (queueId: number, options?: StatusOptions) => Promise<QueueInfo>;
  readonly queues: (options?: StatusOptions) => Promise<readonly ListedQueue[]>;
};

/** The status API of a connection. Calls throw as every call of a client. */
export function createStatusClient(connection: Connection): StatusClient {
  const read = async <const F extends readonly Field[]>(
    fields: F,
    route: string,
    queueId: number | undefined,
    signal: AbortSignal | undefined,
  ): Promise<{
    readonly what: string;
    readonly answer: unknown;
    readonly readRow: (value: unknown) => RowOfFields<F>;
  }> => {
    const what = queueId === undefined ? "the state of the queues" : `the state of queue ${queueId}`;
    const search: Record<string, string> = queueId === undefined ? {} : { queueID: String(queueId) };
    const request = { what, path: `/Chime/Api/${route}`, search, hasKey: false, signal };
    const answer = await withRetries(connection.retries, signal, () => readDocument(connection, request));
    return { what, answer, readRow: createRowReader(what, fields) };
  };
  const readOne = async <const F extends readonly Field[]>(
    fields: F,
    route: string,
    queueId: number,
    { signal }: StatusOptions = {},
  ): Promise<RowOfFields<F>> => {
    const { answer, readRow } = await read(fields, route, queueId, signal);
    return readRow(answer);
  };
  return {
    isQueueAvailable: async (queueId, options) =>
      (await readOne([availability], "IsQueueAvailable", queueId, options)).isAvailable,
    queueWaitTime: (queueId, options) => readOne(waitTimes, "GetQueueWaitTime", queueId, options),
    queueInfo: (queueId, options) => readOne(infoFields, "GetQueueInfo", queueId, options),
    queues: async ({ signal } = {}) => {
      const { what, answer, readRow } = await read(listFields, "GetQueues", undefined, signal);
      return readList(what, answer).map(readRow);
    },
  };
}
