import express, { type Express, type RequestHandler } from "express";
import type { Store } from "../store/index.ts";
import { createAdminRouter } from "./admin/admin-router.ts";
import { authenticate } from "./authenticate.ts";
import type { AnswersUnderWay } from "./control/answers-under-way.ts";
import { createControlRouter, type Controls } from "./control/control-router.ts";
import { createTagger } from "./entity-tag.ts";
import { injectFaults } from "./faults/inject-faults.ts";
import {
  allowOrigins,
  checkHost,
  refuseLongUrls,
  refuseOtherMachines,
  refuseOtherRoutes,
  setHeaders,
  type CorsOrigins,
} from "./guards.ts";
import type { AuditRetention } from "./limits/audit-retention.ts";
import { limitConcurrentCalls, limitRate, type Limits } from "./limits/limits.ts";
import { createOpenApiRouter } from "./openapi-router.ts";
import { createPageRouter } from "./page-router.ts";
import { respondWithProblem } from "./problems.ts";
import { recordCalls, type CallRecorder } from "./record-calls.ts";
import { createReportRouter } from "./report-router.ts";
import type { ReportThreads } from "./report-threads.ts";
import { createSessionRouter } from "./session-router.ts";
import { createStatusRouter } from "./status-router.ts";

/** What the application is made from. */
export type Parts = {
  readonly store: Store;
  readonly record: CallRecorder;
  /** Where long reports are made; `undefined` makes all of them on this thread. */
  readonly threads: ReportThreads | undefined;
  readonly controls: Controls;
  readonly answers: AnswersUnderWay;
  readonly build: string;
  /** The names that the Host header may have, beside localhost and IP addresses; without brackets. */
  readonly hosts: readonly string[];
  /** Whether signing in to the pages takes a password on this machine too. */
  readonly askPasswords: boolean;
  readonly limits: Limits;
  readonly auditRetention: AuditRetention;
  readonly corsOrigins: CorsOrigins;
  readonly onError: (error: unknown) => void;
};

/** The Express application. A call goes through these steps in this order, as far as its path says. */
export function createApplication(parts: Parts): Express {
  const {
    store,
    record,
    threads,
    controls,
    answers,
    build,
    hosts,
    askPasswords,
    limits,
    auditRetention,
    corsOrigins,
    onError,
  } = parts;
  const { now } = controls.clock;
  const tag = createTagger(store, build);
  const steps: readonly (readonly [path: string, ...handlers: RequestHandler[]])[] = [
    ["/", recordCalls(record, now)],
    ["/", setHeaders(build)],
    ["/", refuseLongUrls, limitConcurrentCalls(limits.concurrentCalls)],
    ["/", checkHost(hosts)],
    ["/_emulator", refuseOtherMachines, createControlRouter(build, controls)],
    [
      "/Chime/Admin",
      answers.wait,
      answers.note,
      createAdminRouter({
        store,
        now,
        clock: controls.clock,
        build,
        host: hosts[0]!,
        askPasswords,
        auditRetention,
        tag,
        threads,
      }),
    ],
    ["/Chime", allowOrigins(corsOrigins), limitRate(limits.callsPerSecond)],
    ["/Chime", injectFaults(controls.faults), answers.wait],
    ["/Chime/Api", createStatusRouter(store, now), refuseOtherRoutes],
    ["/Chime", authenticate(store)],
    ["/Chime/Report", answers.note, createReportRouter({ store, now, tag, threads })],
    ["/Chime/Session", answers.note, createSessionRouter(store, build, tag)],
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
