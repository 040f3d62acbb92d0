import { Router, type Request, type Response } from "express";
import { readLiveQueues, type LiveQueue } from "../reports/index.ts";
import type { Store } from "../store/index.ts";
import { sendText } from "./answer.ts";
import { refuseOtherMethods } from "./guards.ts";
import { readQueueId, readValues } from "./parameters.ts";
import { queueNotFound, routeNotFound } from "./problems.ts";

/**
 * The public status API under `/Chime/Api/`: how the queues are now, for portal pages and monitors. It takes no key. Its routes
 * and the names in its answers are the vendor's (addchime.com/api.html).
 */
export function createStatusRouter(store: Store, now: () => number): Router {
  const router = Router();
  const readQueue = (req: Request): LiveQueue => {
    const queueId = readQueueId(readValues(req.originalUrl, ["queueId"]));
    const queue = readLiveQueues(store, now()).find((each) => each.queueId === queueId);
    if (queue === undefined) throw queueNotFound(queueId);
    return queue;
  };
  const routes: Readonly<Record<string, (req: Request) => unknown>> = {
    "/IsQueueAvailable": (req) => ({ isAvailable: readQueue(req).isAvailable }),
    "/GetQueueWaitTime": (req) => toWaitTimes(readQueue(req)),
    "/GetQueueInfo": (req) => {
      const queue = readQueue(req);
      return { queueID: queue.queueId, ...toInfo(queue) };
    },
    "/GetQueues": () => readLiveQueues(store, now()).map((queue) => ({ id: queue.queueId, ...toInfo(queue) })),
    "/Health/Status/HealthMonitor": () => toHealth(readLiveQueues(store, now())),
  };
  for (const [path, answer] of Object.entries(routes)) {
    router
      .route(path)
      .get((req, res) => {
        sendText(req, res, 200, "application/json; charset=utf-8", `${JSON.stringify(answer(req))}\n`);
      })
      .all(refuseOtherMethods("GET, HEAD, OPTIONS"));
  }
  router
    .route("/Health/Status/Queue/:queueId")
    .get((req: Request<{ queueId: string }>, res) => {
      answerRunning(req, res, readLiveQueues(store, now()));
    })
    .all(refuseOtherMethods("GET, HEAD, OPTIONS"));
  return router;
}

/** 200 for a queue that runs; 500 for one that is switched off, or that is not there: either way it does not run. */
function answerRunning(req: Request<{ queueId: string }>, res: Response, queues: readonly LiveQueue[]): void {
  const { queueId } = req.params;
  if (!/^\d{1,15}$/.test(queueId)) throw routeNotFound(req.originalUrl.replace(/\?.*/s, ""));
  const isRunning = queues.some((queue) => queue.queueId === Number(queueId) && queue.isRunning);
  const [status, text] = isRunning ? [200, "is running"] : [500, "is not running"];
  sendText(req, res, status, "text/plain; charset=utf-8", `Queue ${Number(queueId)} ${text}`);
}

function toWaitTimes({ averageWaitMs, longestWaitMs }: LiveQueue) {
  return { averageWaitTime: formatTimeSpan(averageWaitMs), longestWaitTime: formatTimeSpan(longestWaitMs) };
}

function toInfo(queue: LiveQueue) {
  const { name, isAvailable, onlineAgents } = queue;
  return { queueName: name, isAvailable, onlineAgentCount: onlineAgents, ...toWaitTimes(queue) };
}

/** A duration as .NET writes a TimeSpan of whole seconds: `00:01:05`, from a day on `1.02:03:04`. */
export function formatTimeSpan(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [day, hour, minute] = [86_400, 3600, 60].map((unit) => Math.floor(seconds / unit)) as [number, number, number];
  const clock = [hour % 24, minute % 60, seconds % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return day === 0 ? clock : `${day}.${clock}`;
}

const well = { Status: true, Details: null };

/** The health of the whole. What stands behind a real Chime is not there to fail; a queue that is switched off is not well. */
function toHealth(queues: readonly LiveQueue[]) {
  const Queues = queues.map(({ queueId, name, isRunning }) => {
    const state = isRunning ? well : { Status: false, Details: `Queue ${queueId} is not running` };
    return { Process: state, Routing: state, Id: queueId, Name: name, OK: isRunning };
  });
  const system = ["Service", "ServiceAccount", "Smtp", "SQL", "ActiveDirectory", "ChimeHub", "WebClient"];
  return {
    Ok: Queues.every(({ OK }) => OK),
    System: { ...Object.fromEntries(system.map((name) => [name, well])), OK: true },
    Queues,
  };
}
