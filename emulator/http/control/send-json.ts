import type { Response } from "express";
import { sendText } from "../answer.ts";

/** Answers 200 with a value as JSON. */
export function sendJson(res: Response, value: unknown): void {
  sendText(res.req, res, 200, "application/json; charset=utf-8", `${JSON.stringify(value)}\n`);
}
