import { Router } from "express";
import { sendText } from "./answer.ts";
import { refuseOtherMethods } from "./guards.ts";

/** The emulator's own routes, under `/_emulator/`: `ready` answers 200 as soon as calls are served. */
export function createControlRouter(build: string, now: () => number): Router {
  const router = Router();
  router
    .route("/ready")
    .get((req, res) => {
      const body = JSON.stringify({ ready: true, build, now: new Date(now()).toISOString() });
      sendText(req, res, 200, "application/json; charset=utf-8", `${body}\n`);
    })
    .all(refuseOtherMethods("GET, HEAD"));
  return router;
}
