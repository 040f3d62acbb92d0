import { setImmediate } from "node:timers/promises";
import type { CallFacts } from "../../admin/index.ts";
import type { Column } from "../../catalogue/index.ts";
import {
  findCalls,
  findPerson,
  readCallNumbers,
  type AuditFilter,
  type ListedCall,
  type Store,
} from "../../store/index.ts";
import { zoneClock } from "../../../zones/index.ts";
import type { Chunk } from "../answer.ts";
import { writeCsv } from "../cells.ts";
import { writeTable } from "../compose-report.ts";
import { invalidQuery } from "../problems.ts";
import { formatInstant } from "./desk-facts.ts";

/** The fields that narrow the audit trail down, as a query has them. */
const auditFields = ["person", "status", "method", "route", "from", "to"] as const;

/** What was asked of the audit trail: the fields as they were sent, and what they mean. */
export type AuditQuery = {
  readonly fields: Readonly<Partial<Record<(typeof auditFields)[number], string>>>;
  readonly filter: AuditFilter;
  /** Whether nothing can match, since nobody has the login. */
  readonly isEmpty: boolean;
};

/** Reads the fields from a query. Empty ones do not narrow. Throws a problem that names the one that cannot be used. */
export function readAuditQuery(store: Store, query: URLSearchParams): AuditQuery {
  const given = auditFields.map((name) => [name, query.get(name)?.trim() ?? ""] as const);
  const fields = Object.fromEntries(given.filter(([, text]) => text !== "")) as AuditQuery["fields"];
  const { person: login, status, method, route, from, to } = fields;
  const person = login === undefined ? undefined : findPerson(store, login);
  const before = query.get("before") ?? "";
  if (!/^\d{0,15}$/.test(before)) throw invalidQuery("before", before, "the number of a call");
  return {
    fields,
    isEmpty: login !== undefined && person === undefined,
    filter: {
      ...(person && { personId: person.id }),
      ...(status !== undefined && readStatuses(status)),
      ...(method !== undefined && { method: method.toUpperCase() }),
      ...(route !== undefined && { routePart: route }),
      ...(from !== undefined && { fromAt: readInstant("from", from) }),
      ...(to !== undefined && { toAt: readInstant("to", to) }),
      ...(before !== "" && { beforeId: Number(before) }),
    },
  };
}

function readStatuses(text: string): Pick<AuditFilter, "leastStatus" | "mostStatus"> {
  const [, first, rest] = /^([1-5])(xx|\d\d)$/i.exec(text) ?? [];
  if (first === undefined || rest === undefined) throw invalidQuery("status", text, "a status such as 401, or 4xx");
  if (rest.toLowerCase() === "xx") return { leastStatus: Number(first) * 100, mostStatus: Number(first) * 100 + 99 };
  return { leastStatus: Number(text), mostStatus: Number(text) };
}

function readInstant(name: "from" | "to", text: string): number {
  const instant = zoneClock("UTC").parseInstant(text);
  if (instant === undefined) throw invalidQuery(name, text, "an ISO-8601 instant such as 2026-11-22T08:00");
  return instant;
}

/** How many numbers are looked through at once: some milliseconds of the thread that answers everybody. */
const numbersAtOnce = 5000;

/** The calls that were asked for, the newest first, a stretch of numbers after the other; other calls get their turn between two. */
async function* walkCalls(
  store: Store,
  { filter, isEmpty }: AuditQuery,
): AsyncGenerator<readonly ListedCall[], void, void> {
  const numbers = isEmpty ? undefined : readCallNumbers(store);
  if (numbers === undefined) return;
  let beforeId = Math.min(filter.beforeId ?? Infinity, numbers.last + 1);
  while (beforeId > numbers.first) {
    const afterId = beforeId - numbersAtOnce - 1;
    yield findCalls(store, { ...filter, beforeId, afterId }, numbersAtOnce);
    beforeId = afterId + 1;
    await setImmediate();
  }
}

/** The calls that were asked for, the newest first, `most` at most. */
export async function searchCalls(store: Store, asked: AuditQuery, most: number): Promise<readonly CallFacts[]> {
  const found: ListedCall[] = [];
  for await (const calls of walkCalls(store, asked)) {
    found.push(...calls.slice(0, most - found.length));
    if (found.length === most) break;
  }
  return found.map(toCallFacts);
}

function toCallFacts(call: ListedCall): CallFacts {
  const { id, at, person, login, keyLastFour, method, route, query, status, rows } = call;
  const { bytes, milliseconds, address, userAgent } = call;
  const who = { person, login, keyLastFour };
  return {
    id,
    at: formatInstant(at),
    ...who,
    method,
    route,
    query,
    status,
    rows,
    bytes,
    milliseconds,
    address,
    userAgent,
  };
}

const column = (name: keyof ListedCall, kind: Column["kind"], description: string): Column => ({
  name,
  kind,
  nullable: true,
  additivity: "none",
  description,
});

/** The columns of the audit trail as CSV. */
const auditColumns: readonly Column[] = [
  column("id", "integer", "The number of the call; later calls have larger ones."),
  column("at", "instant", "When the call arrived, by the emulator's clock."),
  column("person", "text", "Who called."),
  column("login", "text", "The login of who called."),
  column("keyLastFour", "text", "The last four characters of the key that came with the call."),
  column("method", "text", "The method."),
  column("route", "text", "The path."),
  column("query", "text", "The query, decoded."),
  column("status", "integer", "The status of the answer; 499 when the caller left before there was one."),
  column("rows", "integer", "Rows of a table in the answer."),
  column("bytes", "integer", "Bytes of the body."),
  column("milliseconds", "decimal", "How long the call took."),
  column("address", "text", "Where the call came from."),
  column("userAgent", "text", "What the caller says to be."),
];

/** Everything that was asked for as CSV, read as it is sent, so that it costs no more memory when it is long. */
export async function* writeAuditCsv(store: Store, asked: AuditQuery): AsyncGenerator<Chunk, void> {
  const clock = zoneClock("UTC");
  yield* writeTable(auditColumns, [], true, clock);
  for await (const calls of walkCalls(store, asked)) {
    const [, ...lines] = writeCsv(auditColumns, calls, clock);
    if (lines.length > 0) yield { bytes: Buffer.from(lines.join("")), rows: lines.length };
  }
}
