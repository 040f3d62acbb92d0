import { Router } from "express";
import type { Snapshot } from "../../store/index.ts";
import { refuseOtherMethods } from "../guards.ts";
import { invalidBody, snapshotNotFound } from "../problems.ts";
import { sendJson } from "./send-json.ts";
import { SnapshotError, type States } from "./states.ts";

/** `/_emulator/snapshots`: GET lists them; PUT of a name saves one, DELETE removes it, POST to its `restore` goes back to it. */
export function createSnapshotsRouter(states: States): Router {
  const router = Router();
  router
    .route("/")
    .get((_req, res) => {
      sendJson(res, states.list().map(toJson));
    })
    .all(refuseOtherMethods("GET, HEAD"));
  router
    .route("/:name")
    .put(async (req, res) => {
      sendJson(res, toJson(await asProblem(() => states.save(req.params.name))));
    })
    .delete(async (req, res) => {
      await asProblem(() => {
        states.remove(req.params.name);
      });
      sendJson(res, { removed: req.params.name });
    })
    .all(refuseOtherMethods("PUT, DELETE"));
  router
    .route("/:name/restore")
    .post(async (req, res) => {
      await asProblem(() => states.restore(req.params.name));
      sendJson(res, { restored: req.params.name });
    })
    .all(refuseOtherMethods("POST"));
  return router;
}

/** `/_emulator/reset`: POST puts everything back to how it was at the start. */
export function createResetRouter(states: States): Router {
  const router = Router();
  router
    .route("/")
    .post(async (_req, res) => {
      await asProblem(states.reset);
      sendJson(res, { reset: true });
    })
    .all(refuseOtherMethods("POST"));
  return router;
}

function toJson({ name, savedAt, bytes }: Snapshot) {
  return { name, savedAt: new Date(savedAt).toISOString(), bytes };
}

async function asProblem<T>(run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    throw error.why === "unknown" ? snapshotNotFound(error.message) : invalidBody(error.message);
  }
}
