import type { Request, Response } from "express";
import { adminPolicy, type Viewer } from "../../admin/index.ts";
import { sendText } from "../answer.ts";
import type { Visitor } from "./visitor.ts";

/** Answers with a page. */
export function sendPage(req: Request, res: Response, html: string, status = 200): void {
  res.set("Content-Security-Policy", adminPolicy);
  sendText(req, res, status, "text/html; charset=utf-8", html);
}

/** Sends a browser on to another page, which it asks for with GET. */
export function goTo(res: Response, path: string): void {
  res.status(303).set("Location", path).end();
}

/** Answers with JSON. */
export function sendJson(req: Request, res: Response, value: unknown, status = 200): void {
  sendText(req, res, status, "application/json; charset=utf-8", `${JSON.stringify(value, undefined, 2)}\n`);
}

/** A visitor as the pages name one. */
export function toViewer({ personId, name, isAdministrator, managedQueueIds, csrfToken }: Visitor): Viewer {
  return { personId, name, isAdministrator, isManager: managedQueueIds.length > 0 || isAdministrator, csrfToken };
}
