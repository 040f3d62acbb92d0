import { parametersOf, reports, type Report, type ReportName } from "../catalogue/index.ts";
import { countChats, type Access, type Store } from "../store/index.ts";
import { zoneClock } from "../../zones/index.ts";
import type { Chunk } from "./answer.ts";
import { composeReport, takeTurns, type ReportJob } from "./compose-report.ts";
import { readCsv, readQueueId, readValues, readWindow, readZone } from "./parameters.ts";
import { noReports, queueNotFound, queueNotReadable } from "./problems.ts";
import type { ReportThreads } from "./report-threads.ts";

/** Whether somebody may read any report at all. */
export function mayReadReports(access: Access): boolean {
  return access.isAdministrator || access.queueIds.length > 0;
}

/** The report that a call's parameters ask for. Throws a problem when they cannot be used, or the caller may not read it. */
export function readReportJob(
  url: string,
  report: Report & { readonly name: ReportName },
  access: Access,
  now: number,
): ReportJob {
  if (!mayReadReports(access)) throw noReports();
  const values = readValues(url, parametersOf(report));
  const isCsv = readCsv(values);
  const { name: zone } = readZone(values);
  const window = readWindow(values, zoneClock(zone), now);
  const queueIds = report.scope === "queue" ? [readReadableQueue(readQueueId(values), access)] : access.queueIds;
  return { name: report.name, queueIds, window, zone, isCsv };
}

/** The queue, when it may be read. Only an administrator is told whether it exists. */
function readReadableQueue(queueId: number, access: Access): number {
  if (access.queueIds.includes(queueId)) return queueId;
  throw access.isAdministrator ? queueNotFound(queueId) : queueNotReadable(queueId);
}

/** The bytes of a report, made on a thread of its own when it is long. */
export function makeReport(
  { store, threads }: { readonly store: Store; readonly threads: ReportThreads | undefined },
  job: ReportJob,
): AsyncGenerator<Chunk, void> {
  return threads !== undefined && reports[job.name].isWindowed && isLong(store, job)
    ? threads.compose(job)
    : takeTurns(composeReport(store, job));
}

// About 10 ms at most on this thread, whatever the report makes of a chat; the hop to another costs 1 ms.
const mostChats = 500;
const mostDaysMs = 400 * 86_400_000;

/** Whether other calls would feel it if the report were made on this thread. */
function isLong(store: Store, { queueIds, window }: ReportJob): boolean {
  // Without chats too, a row a day or an hour adds up.
  if (window.stopAt - window.startAt > mostDaysMs) return true;
  return countChats(store, queueIds, window, mostChats) === mostChats;
}
