import { Router, type Request, type Response } from "express";
import {
  directories,
  findReport,
  parametersOf,
  type Directory,
  type Report,
  type ReportName,
} from "../catalogue/index.ts";
import { computeReport } from "../reports/index.ts";
import type { Access, Store } from "../store/index.ts";
import { zoneClock } from "../../zones/index.ts";
import { sendText } from "./answer.ts";
import { callOf, readerOf } from "./call.ts";
import { directoryColumns, listReports, toDirectoryRow } from "./directory.ts";
import { refuseOtherMethods } from "./guards.ts";
import { readCsv, readQueueId, readValues, readWindow, readZone } from "./parameters.ts";
import { noReports, queueNotFound, queueNotReadable, reportNotFound } from "./problems.ts";
import { sendTable } from "./send-table.ts";

/** Everything under `/Chime/Report/`: the directories and the reports, by names in any case. */
export function createReportRouter(store: Store, now: () => number): Router {
  const router = Router();
  router
    .route("/:name")
    .get((req, res) => {
      const { name } = req.params;
      const directory = directories.find(({ route }) => route.toLowerCase() === name.toLowerCase());
      if (directory !== undefined) return answerDirectory(req, res, directory);
      const report = findReport(name);
      if (report === undefined) throw reportNotFound(name);
      return answerReport(req, res, report, store, now());
    })
    .all(refuseOtherMethods("GET, HEAD, OPTIONS"));
  return router;
}

async function answerReport(
  req: Request,
  res: Response,
  report: Report & { readonly name: ReportName },
  store: Store,
  now: number,
): Promise<void> {
  const { access } = readerOf(res);
  if (!mayReadReports(access)) throw noReports();
  const values = readValues(req.originalUrl, parametersOf(report));
  const isCsv = readCsv(values);
  const clock = readZone(values);
  const window = readWindow(values, clock, now);
  const queueIds = report.scope === "queue" ? [readReadableQueue(readQueueId(values), access)] : access.queueIds;
  const rows = computeReport(report.name, { store, queueIds, window, clock });
  await sendTable(req, res, { name: report.name, columns: report.columns, rows, isCsv, clock });
}

async function answerDirectory(req: Request, res: Response, directory: Directory): Promise<void> {
  const isCsv = readCsv(readValues(req.originalUrl, ["csv"]));
  const entries = mayReadReports(readerOf(res).access) ? listReports(directory) : [];
  if (!isCsv) {
    callOf(res).rows = entries.length;
    sendText(req, res, 200, "application/json; charset=utf-8", `${JSON.stringify(entries, undefined, 2)}\n`);
    return;
  }
  await sendTable(req, res, {
    name: directory.route,
    columns: directoryColumns,
    rows: entries.map(toDirectoryRow),
    isCsv,
    clock: zoneClock("UTC"),
  });
}

function mayReadReports(access: Access): boolean {
  return access.isAdministrator || access.queueIds.length > 0;
}

/** The queue, when it may be read. Only an administrator is told whether it exists. */
function readReadableQueue(queueId: number, access: Access): number {
  if (access.queueIds.includes(queueId)) return queueId;
  throw access.isAdministrator ? queueNotFound(queueId) : queueNotReadable(queueId);
}
