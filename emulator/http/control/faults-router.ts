import { Router } from "express";
import type { Faults } from "../faults/faults.ts";
import { FaultPlanError } from "../faults/read-fault-plan.ts";
import { refuseOtherMethods } from "../guards.ts";
import { invalidBody } from "../problems.ts";
import { readJson } from "./read-json.ts";
import { sendJson } from "./send-json.ts";

/** `/_emulator/faults`: GET tells what is in force, PUT puts a plan in force, DELETE ends it. */
export function createFaultsRouter(faults: Faults): Router {
  const router = Router();
  router
    .route("/")
    .get((_req, res) => {
      sendJson(res, faults.read());
    })
    .put(readJson, (req, res) => {
      try {
        faults.set(req.body as Parameters<Faults["set"]>[0]);
      } catch (error) {
        throw error instanceof FaultPlanError ? invalidBody(error.message) : error;
      }
      sendJson(res, faults.read());
    })
    .delete((_req, res) => {
      faults.clear();
      sendJson(res, faults.read());
    })
    .all(refuseOtherMethods("GET, HEAD, PUT, DELETE"));
  return router;
}
