import { Router, type Request, type Response } from "express";
import {
  directories,
  findReport,
  parametersOf,
  type Directory,
  type Report,
  type ReportName,
} from "../catalogue/index.ts";
import { countChats, type Access, type Store } from "../store/index.ts";
import { zoneClock } from "../../zones/index.ts";
import { sendContent, wholeText } from "./answer.ts";
import { readerOf } from "./call.ts";
import { composeReport, takeTurns, writeTable, type ReportJob } from "./compose-report.ts";
import { directoryColumns, listReports, toDirectoryRow } from "./directory.ts";
import type { Tagger } from "./entity-tag.ts";
import { refuseOtherMethods } from "./guards.ts";
import { readCsv, readQueueId, readValues, readWindow, readZone } from "./parameters.ts";
import { noReports, queueNotFound, queueNotReadable, reportNotFound } from "./problems.ts";
import type { ReportThreads } from "./report-threads.ts";

/** What answers are made from. */
export type ReportSources = {
  readonly store: Store;
  readonly now: () => number;
  readonly tag: Tagger;
  /** Where long reports are made; `undefined` makes all of them on this thread. */
  readonly threads: ReportThreads | undefined;
};

/** Everything under `/Chime/Report/`: the directories and the reports, by names in any case. */
export function createReportRouter(sources: ReportSources): Router {
  const router = Router();
  router
    .route("/:name")
    .get((req, res) => {
      const { name } = req.params;
      const directory = directories.find(({ route }) => route.toLowerCase() === name.toLowerCase());
      if (directory !== undefined) return answerDirectory(req, res, directory, sources);
      const report = findReport(name);
      if (report === undefined) throw reportNotFound(name);
      return answerReport(req, res, report, sources);
    })
    .all(refuseOtherMethods("GET, HEAD, OPTIONS"));
  return router;
}

async function answerReport(
  req: Request,
  res: Response,
  report: Report & { readonly name: ReportName },
  { store, now, tag, threads }: ReportSources,
): Promise<void> {
  const { access } = readerOf(res);
  if (!mayReadReports(access)) throw noReports();
  const values = readValues(req.originalUrl, parametersOf(report));
  const isCsv = readCsv(values);
  const { name: zone } = readZone(values);
  const window = readWindow(values, zoneClock(zone), now());
  const queueIds = report.scope === "queue" ? [readReadableQueue(readQueueId(values), access)] : access.queueIds;
  const job: ReportJob = { name: report.name, queueIds, window, zone, isCsv };
  if (isCsv) offerAsFile(res, report.name);
  await sendContent(req, res, {
    mediaType: mediaTypeOf(isCsv),
    basis: tag(job.name, queueIds, report.isWindowed && window, zone, isCsv),
    chunks: () =>
      threads !== undefined && report.isWindowed && isLong(store, job)
        ? threads.compose(job)
        : takeTurns(composeReport(store, job)),
  });
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

async function answerDirectory(
  req: Request,
  res: Response,
  directory: Directory,
  { tag }: ReportSources,
): Promise<void> {
  const isCsv = readCsv(readValues(req.originalUrl, ["csv"]));
  const entries = mayReadReports(readerOf(res).access) ? listReports(directory) : [];
  if (isCsv) offerAsFile(res, directory.route);
  await sendContent(req, res, {
    mediaType: mediaTypeOf(isCsv),
    basis: tag(directory.route, entries.length, isCsv),
    chunks: () =>
      isCsv
        ? takeTurns(writeTable(directoryColumns, entries.map(toDirectoryRow), true, zoneClock("UTC")))
        : wholeText(`${JSON.stringify(entries, undefined, 2)}\n`, entries.length),
  });
}

/** The media type of a table. */
export function mediaTypeOf(isCsv: boolean): string {
  return isCsv ? "text/csv; charset=utf-8" : "application/json; charset=utf-8";
}

/** Tells the name of the file that CSV is to be saved as, without `.csv`. */
export function offerAsFile(res: Response, name: string): void {
  res.set("Content-Disposition", `attachment; filename="${name}.csv"`);
}

function mayReadReports(access: Access): boolean {
  return access.isAdministrator || access.queueIds.length > 0;
}

/** The queue, when it may be read. Only an administrator is told whether it exists. */
function readReadableQueue(queueId: number, access: Access): number {
  if (access.queueIds.includes(queueId)) return queueId;
  throw access.isAdministrator ? queueNotFound(queueId) : queueNotReadable(queueId);
}
