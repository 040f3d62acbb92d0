import { Router } from "express";
import type { Clock } from "../clock.ts";
import type { Faults } from "../faults/faults.ts";
import { refuseOtherMethods } from "../guards.ts";
import { createClockRouter } from "./clock-router.ts";
import { requireControlToken } from "./control-token.ts";
import { createFaultsRouter } from "./faults-router.ts";
import type { RecentCalls } from "./recent-calls.ts";
import { createRequestsRouter } from "./requests-router.ts";
import { sendJson } from "./send-json.ts";
import { createResetRouter, createSnapshotsRouter } from "./snapshots-router.ts";
import type { States } from "./states.ts";

/** What is controlled, and by which token. */
export type Controls = {
  readonly token: string;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly states: States;
  readonly recent: RecentCalls;
};

/**
 * The emulator's own routes, under `/_emulator/`. `ready` answers 200 as soon as calls are served, to anybody on this machine; all
 * others ask for the control token.
 */
export function createControlRouter(build: string, { token, clock, faults, states, recent }: Controls): Router {
  const router = Router();
  router
    .route("/ready")
    .get((_req, res) => {
      sendJson(res, { ready: true, build, now: new Date(clock.now()).toISOString() });
    })
    .all(refuseOtherMethods("GET, HEAD"));
  router.use(requireControlToken(token));
  router.use("/clock", createClockRouter(clock));
  router.use("/faults", createFaultsRouter(faults));
  router.use("/requests", createRequestsRouter(recent));
  router.use("/snapshots", createSnapshotsRouter(states));
  router.use("/reset", createResetRouter(states));
  return router;
}
