import { Router, type Request, type Response } from "express";
import { renderSignInPage } from "../../admin/index.ts";
import { refuseOtherMethods } from "../guards.ts";
import { Problem, problemKinds } from "../problems.ts";
import { readField } from "./fields.ts";
import { goTo, sendJson, sendPage } from "./send-page.ts";
import { listCandidates, signIn, type SignInParts } from "./sign-in.ts";
import { findVisitor } from "./visitor.ts";

const home = "/Chime/Admin";

/** Signing in, as a page at `/SignIn` and for programs at `/Api/SignIn`: the only routes that need no session. */
export function createSignInRouter(parts: SignInParts): Router {
  const router = Router();
  router
    .route("/SignIn")
    .get((req, res) => {
      const next = readNext(new URL(req.originalUrl, "http://localhost").searchParams.get("next") ?? "");
      if (findVisitor(res) !== undefined) goTo(res, next);
      else showPage(req, res, parts, next);
    })
    .post(async (req, res) => {
      const next = readNext(readField(req, "next") ?? "");
      try {
        await signIn(req, res, parts);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        res.set(error.headers);
        showPage(req, res, parts, next, error);
        return;
      }
      goTo(res, next);
    })
    .all(refuseOtherMethods("GET, HEAD, POST"));
  router
    .route("/Api/SignIn")
    .post(async (req, res) => {
      const { id, name, login } = await signIn(req, res, parts);
      sendJson(req, res, { personId: id, name, login });
    })
    .all(refuseOtherMethods("POST"));
  return router;
}

function showPage(req: Request, res: Response, { store, isLocal }: SignInParts, next: string, problem?: Problem): void {
  const page = renderSignInPage({
    next,
    login: problem === undefined ? "" : (readField(req, "login") ?? ""),
    refusal: problem?.message,
    // Who there is, is told on this machine only.
    candidates: isLocal(req) ? listCandidates(store) : undefined,
  });
  sendPage(req, res, page, problem === undefined ? 200 : problemKinds[problem.kind].status);
}

/** Where to go on: a page of ours, and the first one in place of anything else. */
function readNext(text: string): string {
  // The cookie is sent to paths in this spelling only, while routes are found in any.
  const path = text.replace(/^\/chime\/admin(?=$|[/?])/i, home);
  return /^\/Chime\/Admin(?:$|[/?][\w\-./?=&%:+]*$)/.test(path) && !/^\/Chime\/Admin\/Sign/i.test(path) ? path : home;
}
