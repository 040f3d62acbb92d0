import { randomUUID } from "node:crypto";
import { Router, type Request, type RequestHandler, type Response } from "express";
import { sendContent } from "../answer.ts";
import { refuseOtherMethods, refuseOtherRoutes } from "../guards.ts";
import { invalidQuery } from "../problems.ts";
import { createReportRouter, mediaTypeOf, offerAsFile } from "../report-router.ts";
import type { AdminSources } from "./admin-router.ts";
import { readAuditQuery, searchCalls, writeAuditCsv } from "./audit-search.ts";
import { findPeople, readKeys, readOverview, readPersonFacts, readQueueDetails, readSettings } from "./desk-facts.ts";
import { findById, isConfirmed, queryOf } from "./fields.ts";
import { archive, findAction, generateKey, restore, revokeKeyOf } from "./person-actions.ts";
import { sendJson } from "./send-page.ts";
import { signOut } from "./sign-in.ts";
import { refuseOthers, visitorOf } from "./visitor.ts";

const requireVisitor: RequestHandler = (_req, res, next) => {
  visitorOf(res);
  next();
};

/** The pages' facts and actions as JSON, for whoever is signed in. Instants are ISO-8601 in UTC. */
export function createAdminApi(sources: AdminSources): Router {
  const router = Router();
  const readRoute = (path: string, ...handlers: RequestHandler<{ id: string }>[]): void => {
    router
      .route(path)
      .get(...(handlers as RequestHandler[]))
      .all(refuseOtherMethods("GET, HEAD"));
  };
  router.use(requireVisitor);
  readRoute("/Me", (req, res) => {
    sendJson(req, res, visitorOf(res));
  });
  router
    .route("/SignOut")
    .post((req, res) => {
      signOut(req, res, sources.sessions);
      res.status(204).end();
    })
    .all(refuseOtherMethods("POST"));
  readRoute("/Overview", (req, res) => {
    sendJson(req, res, readOverview(sources, visitorOf(res)));
  });
  readRoute("/Queues", (req, res) => {
    sendJson(req, res, readOverview(sources, visitorOf(res)).queues);
  });
  readRoute("/Queues/:id", (req, res) => {
    sendJson(
      req,
      res,
      findById(req, (id) => readQueueDetails(sources, visitorOf(res), id)),
    );
  });
  readRoute("/People", (req, res) => {
    sendJson(req, res, findPeople(sources, visitorOf(res), queryOf(req).get("search") ?? ""));
  });
  readRoute("/People/:id", (req, res) => {
    sendJson(
      req,
      res,
      findById(req, (id) => readPersonFacts(sources, visitorOf(res), id)),
    );
  });
  router
    .route("/People/:id/Key")
    .all(refuseOthers)
    .post((req, res) => {
      const action = findAction(sources, visitorOf(res), req.params.id);
      const { personId, login } = action.person;
      sendJson(req, res, { personId, login, key: generateKey(action, isConfirmed(req)) }, 201);
    })
    .delete((req, res) => {
      revokeKeyOf(findAction(sources, visitorOf(res), req.params.id));
      res.status(204).end();
    })
    .all(refuseOtherMethods("POST, DELETE"));
  for (const [path, act] of [
    ["/People/:id/Archive", archive],
    ["/People/:id/Restore", restore],
  ] as const) {
    router
      .route(path)
      .all(refuseOthers)
      .post((req, res) => {
        act(findAction(sources, visitorOf(res), req.params.id));
        res.status(204).end();
      })
      .all(refuseOtherMethods("POST"));
  }
  readRoute("/Keys", refuseOthers, (req, res) => {
    sendJson(req, res, readKeys(sources));
  });
  readRoute("/Settings", refuseOthers, (req, res) => {
    sendJson(req, res, readSettings(sources));
  });
  readRoute("/Audit", refuseOthers, (req, res) => answerAudit(req, res, sources));
  router.use("/Reports", createReportRouter(sources));
  router.use(refuseOtherRoutes);
  return router;
}

const mostCalls = 1000;

async function answerAudit(req: Request<{ id: string }>, res: Response, { store }: AdminSources): Promise<void> {
  const query = queryOf(req);
  const asked = readAuditQuery(store, query);
  if (query.get("csv")?.toLowerCase() === "true") {
    offerAsFile(res, "Audit");
    // The trail grows with every call, this one too: no answer is another's.
    await sendContent(req, res, {
      mediaType: mediaTypeOf(true),
      basis: randomUUID(),
      chunks: () => writeAuditCsv(store, asked),
    });
    return;
  }
  const limit = query.get("limit") ?? "100";
  if (!/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > mostCalls) {
    throw invalidQuery("limit", limit, `a whole number from 1 to ${mostCalls}`);
  }
  const calls = await searchCalls(store, asked, Number(limit));
  sendJson(req, res, { calls, before: calls.length < Number(limit) ? null : calls.at(-1)!.id });
}
