import { Router, type Request, type Response } from "express";
import { session as described, type SessionDetails, type SessionList } from "../catalogue/index.ts";
import { readSession } from "../reports/index.ts";
import type { Store } from "../store/index.ts";
import type { ZoneClock } from "../../zones/index.ts";
import { sendContent, wholeText } from "./answer.ts";
import { readerOf } from "./call.ts";
import { writeJsonRow, type Row } from "./cells.ts";
import { takeTurns, writeTable } from "./compose-report.ts";
import type { Tagger } from "./entity-tag.ts";
import { refuseOtherMethods } from "./guards.ts";
import { readCsv, readValues, readZone } from "./parameters.ts";
import { routeNotFound, sessionNotFound } from "./problems.ts";
import { mediaTypeOf, offerAsFile } from "./report-router.ts";

/** The first build that answers SessionDetails (the API post). */
const firstBuild = "3.1.578";

/** Everything under `/Chime/Session/`: one chat by its number. Builds before 3.1.578 have no such route. */
export function createSessionRouter(store: Store, build: string, tag: Tagger): Router {
  const router = Router();
  if (!hasSessionDetails(build)) return router;
  router
    .route("/SessionDetails/:sessionId")
    .get((req, res) => answerSession(req, res, store, tag))
    .all(refuseOtherMethods("GET, HEAD, OPTIONS"));
  return router;
}

/** Whether a build has SessionDetails; builds are numbers with dots between, compared part by part, a missing part being 0. */
export function hasSessionDetails(build: string): boolean {
  const [parts, others] = [build, firstBuild].map((text) => text.split(".").map(Number)) as [number[], number[]];
  for (let index = 0; index < Math.max(parts.length, others.length); index++) {
    const difference = (parts[index] ?? 0) - (others[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

async function answerSession(
  req: Request<{ sessionId: string }>,
  res: Response,
  store: Store,
  tag: Tagger,
): Promise<void> {
  const { sessionId } = req.params;
  const values = readValues(req.originalUrl, ["csv", "zone"]);
  const isCsv = readCsv(values);
  const clock = readZone(values);
  if (!/^\d{1,15}$/.test(sessionId)) throw routeNotFound(req.originalUrl.replace(/\?.*/s, ""));
  const session = readSession(store, Number(sessionId));
  // A chat of a queue that the person may not see is answered as one that is not there.
  if (session === undefined || !readerOf(res).access.queueIds.includes(session.queueId)) {
    throw sessionNotFound(Number(sessionId));
  }
  if (isCsv) offerAsFile(res, `Session-${session.sessionId}`);
  await sendContent(req, res, {
    mediaType: mediaTypeOf(isCsv),
    basis: tag("SessionDetails", session.sessionId, clock.name, isCsv),
    chunks: () =>
      isCsv
        ? takeTurns(writeTable(described.columns, [toRow(session)], true, clock))
        : wholeText(writeSession(session, clock), 1),
  });
}

/** A session as JSON: its own cells, then its lists, instants with the clock's offsets. */
function writeSession(session: SessionDetails, clock: ZoneClock): string {
  const own = writeJsonRow(described.columns, toRow(session), clock).slice(1, -1);
  const lists = Object.values<SessionList>(described.lists).map(({ name, columns }) => {
    const rows = session[name as keyof typeof described.lists] as readonly Row[];
    return `"${name}":[${rows.map((row) => `\n${writeJsonRow(columns, row, clock)}`).join(",")}]`;
  });
  return `{${[own, ...lists].join(",\n")}}\n`;
}

/** The cells of a session, its lists left out. */
function toRow(session: SessionDetails): Row {
  return Object.fromEntries(described.columns.map(({ name }) => [name, session[name]]));
}
