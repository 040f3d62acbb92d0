import { Router, type Request, type RequestHandler } from "express";
import type { ReportThreads } from "../report-threads.ts";
import type { Tagger } from "../entity-tag.ts";
import { createAdminApi } from "./admin-api.ts";
import { createAdminPages } from "./admin-pages.ts";
import type { FactSources } from "./desk-facts.ts";
import { readBody } from "./fields.ts";
import { createSessions, type Sessions } from "./sessions.ts";
import { createSignInLimits } from "./sign-in-limits.ts";
import type { SignInParts } from "./sign-in.ts";
import { createSignInRouter } from "./sign-in-router.ts";
import { isOnThisMachine, recognizeVisitor, refuseOtherSites, refuseWithoutToken } from "./visitor.ts";

/** What the pages and their JSON API are made from. */
export type AdminParts = FactSources & {
  /** Whether signing in takes a password on this machine too. */
  readonly askPasswords: boolean;
  readonly tag: Tagger;
  readonly threads: ReportThreads | undefined;
};

/** What the routers under `/Chime/Admin` are made from. */
export type AdminSources = AdminParts & SignInParts & { readonly sessions: Sessions };

/** Everything under `/Chime/Admin`: pages for people, and the same as JSON under `/Chime/Admin/Api`. */
export function createAdminRouter(parts: AdminParts): Router {
  const isLocal = (req: Request): boolean => !parts.askPasswords && isOnThisMachine(req, parts.host);
  const sources: AdminSources = { ...parts, sessions: createSessions(), limits: createSignInLimits(), isLocal };
  const router = Router();
  const steps: readonly (readonly [path: string, ...handlers: RequestHandler[]])[] = [
    ["/", keepOrigin, refuseOtherSites, readBody, recognizeVisitor(sources)],
    ["/", createSignInRouter(sources)],
    ["/", refuseWithoutToken],
    ["/Api", createAdminApi(sources)],
    ["/", createAdminPages(sources)],
  ];
  for (const [path, ...handlers] of steps) router.use(path, ...handlers);
  return router;
}

/** Without it browsers send `Origin: null` with the forms of a page, which cannot be told from another site's. */
const keepOrigin: RequestHandler = (_req, res, next) => {
  res.set("Referrer-Policy", "same-origin");
  next();
};
