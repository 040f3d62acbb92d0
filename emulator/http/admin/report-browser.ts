import type { ReportPageFacts } from "../../admin/index.ts";
import { findReport, parametersOf, reports, routeOf, type ParameterName } from "../../catalogue/index.ts";
import { readHistoryEnd, readQueues } from "../../store/index.ts";
import { isZone, zoneClock } from "../../../zones/index.ts";
import type { Chunk } from "../answer.ts";
import type { Row } from "../cells.ts";
import { Problem } from "../problems.ts";
import { makeReport, readReportJob } from "../report-job.ts";
import type { AdminSources } from "./admin-router.ts";
import type { Visitor } from "./visitor.ts";

const dayMs = 86_400_000;
const mostRows = 200;

/**
 * What the page of reports shows: the report that the fields `report`, `queueId`, `from`, `through` and `zone` ask for, and the first
 * of its rows. What was left out is filled in, so that there is something to see at once: the first queue, its zone, and
 * the last seven days of its history.
 */
export async function browseReport(
  sources: AdminSources,
  visitor: Visitor,
  query: URLSearchParams,
): Promise<ReportPageFacts> {
  const { store, now } = sources;
  const queues = readQueues(store, visitor.queueIds);
  const report = findReport(query.get("report") ?? "") ?? reports.InboundVsAnsweredChats;
  const queue = queues.find(({ id }) => String(id) === query.get("queueId"));
  const zone = query.get("zone") ?? queue?.zone ?? queues[0]?.zone ?? "UTC";
  const clock = zoneClock(isZone(zone) ? zone : "UTC");
  const lastAt = Math.min(now(), readHistoryEnd(store) ?? Infinity);
  const fields = {
    report: report.name,
    queueId: query.get("queueId") ?? String(queues[0]?.id ?? ""),
    from: query.get("from") ?? clock.dayOf(lastAt - 6 * dayMs),
    through: query.get("through") ?? clock.dayOf(lastAt),
    zone,
  };
  const values: Partial<Record<ParameterName, string>> = {
    queueId: fields.queueId,
    start: toInstant(fields.from, (at) => at),
    stop: toInstant(fields.through, (at) => {
      const [day] = clock.days(at, at);
      return day === undefined ? at : day.nextAt - 1;
    }),
    zone,
  };
  const asked = parametersOf(report).flatMap((name) =>
    values[name] === undefined ? [] : [[name, values[name]] as [string, string]],
  );
  const call = `${routeOf(report.name)}?${new URLSearchParams(asked).toString()}`;
  const facts = {
    queues: queues.map(({ id, name }) => ({ queueId: id, name })),
    fields,
    columns: report.columns,
    call,
  };
  try {
    const access = { isAdministrator: visitor.isAdministrator, queueIds: visitor.queueIds };
    const job = readReportJob(call, report, access, now());
    return { ...facts, ...(await readFirstRows(makeReport(sources, job))) };
  } catch (error) {
    if (error instanceof Problem) return { ...facts, refusal: error.message, rows: [], hasMore: false };
    throw error;
  }

  /** What is no day goes on as it came, to be refused by name. */
  function toInstant(day: string, move: (startOfDay: number) => number): string {
    const at = /^\d{4}-\d\d-\d\d$/.test(day) ? clock.parseInstant(day) : undefined;
    return at === undefined ? day : new Date(move(at)).toISOString();
  }
}

/** The first rows of a report, read from the text that callers get: an array with a row a line. */
async function readFirstRows(chunks: AsyncGenerator<Chunk, void>): Promise<Pick<ReportPageFacts, "rows" | "hasMore">> {
  const utf8 = new TextDecoder();
  const rows: Row[] = [];
  let text = "";
  for await (const { bytes } of chunks) {
    text += utf8.decode(bytes, { stream: true });
    const lines = text.split("\n");
    text = lines.pop()!;
    for (const line of lines) {
      if (!line.startsWith("{")) continue;
      if (rows.length === mostRows) return { rows, hasMore: true };
      rows.push(JSON.parse(line.replace(/,$/, "")) as Row);
    }
  }
  return { rows, hasMore: false };
}
