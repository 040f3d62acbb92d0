import express, { type Express, type RequestHandler } from "express";
import type { Store } from "../store/index.ts";
import type { AuditTrail } from "./audit-trail.ts";
import { authenticate } from "./authenticate.ts";
import { createControlRouter } from "./control-router.ts";
import { createTagger } from "./entity-tag.ts";
import {
  allowOrigins,
  checkHost,
  refuseLongUrls,
  refuseOtherMachines,
  refuseOtherRoutes,
  setHeaders,
  type CorsOrigins,
} from "./guards.ts";
import { createOpenApiRouter } from "./openapi-router.ts";
import { createPageRouter } from "./page-router.ts";
import { respondWithProblem } from "./problems.ts";
import { recordCalls } from "./record-calls.ts";
import { createReportRouter } from "./report-router.ts";
import type { ReportThreads } from "./report-threads.ts";
import { createSessionRouter } from "./session-router.ts";
import { createStatusRouter } from "./status-router.ts";

/** What the application is made from. */
export type Parts = {
  readonly store: Store;
  readonly trail: AuditTrail;
  /** Where long reports are made; `undefined` makes all of them on this thread. */
  readonly threads: ReportThreads | undefined;
  readonly now: () => number;
  readonly build: string;
  /** The host that is listened on, without brackets. */
  readonly host: string;
  readonly corsOrigins: CorsOrigins;
  readonly onError: (error: unknown) => void;
};

/** The Express application. A call goes through these steps in this order, as far as its path says. */
export function createApplication(parts: Parts): Express {
  const { store, trail, threads, now, build, host, corsOrigins, onError } = parts;
  const tag = createTagger(store, build);
  const steps: readonly (readonly [path: string, ...handlers: RequestHandler[]])[] = [
    ["/", recordCalls(trail, now)],
    ["/", setHeaders(build)],
    ["/", refuseLongUrls],
    ["/", checkHost(host)],
    ["/_emulator", refuseOtherMachines, createControlRouter(build, now)],
    ["/Chime", allowOrigins(corsOrigins)],
    ["/Chime/Api", createStatusRouter(store, now), refuseOtherRoutes],
    ["/Chime", authenticate(store)],
    ["/Chime/Report", createReportRouter({ store, now, tag, threads })],
    ["/Chime/Session", createSessionRouter(store, build, tag)],
    ["/openapi.json", allowOrigins(corsOrigins)],
    ["/", createOpenApiRouter(build, tag)],
    ["/", createPageRouter(build)],
    ["/", refuseOtherRoutes],
  ];
  const application = express();
  application.disable("x-powered-by").disable("etag").set("query parser", false);
  for (const [path, ...handlers] of steps) application.use(path, ...handlers);
  application.use(respondWithProblem(onError));
  return application;
}
