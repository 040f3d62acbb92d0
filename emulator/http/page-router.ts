import { Router } from "express";
import { pagePolicy, renderProblemPage, renderStartPage, styleSheet } from "../admin/index.ts";
import { sendText } from "./answer.ts";
import { refuseOtherMethods } from "./guards.ts";
import { problemKinds, routeNotFound, type ProblemName } from "./problems.ts";

const htmlMediaType = "text/html; charset=utf-8";

/** The pages for people: the start page, a page a problem, and their style sheet. They need no key and show no data. */
export function createPageRouter(build: string): Router {
  const router = Router();
  router
    .route("/")
    .get((req, res) => {
      res.set("Content-Security-Policy", pagePolicy);
      // The Host header was checked before: the address by which this caller reached the emulator.
      sendText(req, res, 200, htmlMediaType, renderStartPage({ baseUrl: `http://${req.headers.host}`, build }));
    })
    .all(refuseOtherMethods("GET, HEAD"));
  router
    .route("/problems/:name")
    .get((req, res) => {
      const { name } = req.params;
      if (!isProblemName(name)) throw routeNotFound(req.path);
      res.set("Content-Security-Policy", pagePolicy);
      sendText(req, res, 200, htmlMediaType, renderProblemPage(problemKinds[name]));
    })
    .all(refuseOtherMethods("GET, HEAD"));
  router
    .route("/style.css")
    .get((req, res) => {
      sendText(req, res, 200, "text/css; charset=utf-8", styleSheet);
    })
    .all(refuseOtherMethods("GET, HEAD"));
  return router;
}

function isProblemName(name: string): name is ProblemName {
  return Object.hasOwn(problemKinds, name);
}
