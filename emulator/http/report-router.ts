import { Router, type Request, type Response } from "express";
import { directories, findReport, type Directory, type Report, type ReportName } from "../catalogue/index.ts";
import type { Store } from "../store/index.ts";
import { zoneClock } from "../../zones/index.ts";
import { sendContent, wholeText } from "./answer.ts";
import { readerOf } from "./call.ts";
import { takeTurns, writeTable } from "./compose-report.ts";
import { directoryColumns, listReports, toDirectoryRow } from "./directory.ts";
import type { Tagger } from "./entity-tag.ts";
import { refuseOtherMethods } from "./guards.ts";
import { readCsv, readValues } from "./parameters.ts";
import { reportNotFound } from "./problems.ts";
import { makeReport, mayReadReports, readReportJob } from "./report-job.ts";
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
  sources: ReportSources,
): Promise<void> {
  const job = readReportJob(req.originalUrl, report, readerOf(res).access, sources.now());
  const { name, queueIds, window, zone, isCsv } = job;
  if (isCsv) offerAsFile(res, name);
  await sendContent(req, res, {
    mediaType: mediaTypeOf(isCsv),
    basis: sources.tag(name, queueIds, report.isWindowed && window, zone, isCsv),
    chunks: () => makeReport(sources, job),
  });
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
