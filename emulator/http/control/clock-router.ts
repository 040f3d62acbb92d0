import { Router, type Response } from "express";
import type { Clock } from "../clock.ts";
import { refuseOtherMethods } from "../guards.ts";
import { invalidBody } from "../problems.ts";
import { fastest, parseDuration, parseInstant, readFields, readJson } from "./read-json.ts";
import { sendJson } from "./send-json.ts";

/** `/_emulator/clock`: GET tells the time, PUT sets it, POST moves it, DELETE puts it back to how it began. */
export function createClockRouter(clock: Clock): Router {
  const router = Router();
  const answer = (res: Response): void => {
    sendJson(res, toJson(clock));
  };
  router
    .route("/")
    .get((_req, res) => {
      answer(res);
    })
    .put(readJson, (req, res) => {
      put(clock, req.body);
      answer(res);
    })
    .post(readJson, (req, res) => {
      clock.advance(readAdvance(readFields(req.body, ["advance"]).advance));
      answer(res);
    })
    .delete((_req, res) => {
      clock.reset();
      answer(res);
    })
    .all(refuseOtherMethods("GET, HEAD, PUT, POST, DELETE"));
  return router;
}

function toJson(clock: Clock) {
  const { now, mode, speed } = clock.read();
  return { now: new Date(now).toISOString(), mode, speed };
}

function put(clock: Clock, body: unknown): void {
  const { now, mode, speed } = readFields(body, ["now", "mode", "speed"]);
  const at = now === undefined ? undefined : readInstant(now);
  const times = speed === undefined ? undefined : readSpeed(speed);
  if (mode !== undefined && mode !== "frozen" && mode !== "running") {
    throw invalidBody(`mode is ${JSON.stringify(mode)}: give frozen or running`);
  }
  if (at === undefined && mode === undefined && times === undefined) {
    throw invalidBody("the body has no field: give now, mode or speed");
  }
  if (mode === "frozen" && times !== undefined) throw invalidBody("speed belongs to the mode running");
  if (mode === "frozen") {
    clock.freeze(at);
    return;
  }
  if (at !== undefined) clock.set(at);
  if (mode === "running" || times !== undefined) clock.run(times);
}

function readInstant(value: unknown): number {
  const at = typeof value === "string" ? parseInstant(value) : undefined;
  if (at !== undefined) return at;
  throw invalidBody(`now is ${JSON.stringify(value)}: give an ISO-8601 instant such as 2020-12-15T12:00:00Z`);
}

function readSpeed(value: unknown): number {
  if (typeof value === "number" && value > 0 && value <= fastest) return value;
  throw invalidBody(`speed is ${JSON.stringify(value)}: give a number above 0 and up to ${fastest}`);
}

function readAdvance(value: unknown): number {
  const ms = typeof value === "string" ? parseDuration(value) : value;
  // A hundred years either way: further no report looks.
  if (typeof ms === "number" && Math.abs(ms) <= 36_525 * 86_400_000) return ms;
  throw invalidBody(
    `advance is ${JSON.stringify(value)}: give a duration such as "90s", "2h" or "-1d", or milliseconds as a number`,
  );
}
