import { Router } from "express";
import { adminScript, pagePolicy, renderProblemPage, renderStartPage, styleSheet } from "../admin/index.ts";
import { sendText } from "./answer.ts";
import { refuseOtherMethods } from "./guards.ts";
import { problemKinds, routeNotFound, type ProblemName } from "./problems.ts";

const htmlMediaType = "text/html; charset=utf-8";

/** The pages for everybody, which need no key and show no data: the start page and a page a problem. */
export function createPageRouter(build: string): Router {
  const router = Router();
  router
    .route("/")
    .get((req, res) => {
      res.set("Content-Security-Policy", pagePolicy);
      // The Host header was checked before: the address by which this caller reached the emulator.
      sendText(
        req,
        res,
        200,
        htmlMediaType,
        renderStartPage({ baseUrl: `${req.protocol}://${req.headers.host}`, build }),
      );
    })
    .all(refuseOtherMethods("GET, HEAD"));
  router.use(createProblemPages());
  return router;
}

/** A page a problem, and the style sheet and script of all pages. */
export function createProblemPages(): Router {
  const router = Router();
  router
    .route("/problems/:name")
    .get((req, res) => {
      const { name } = req.params;
      if (!isProblemName(name)) throw routeNotFound(req.path);
      res.set("Content-Security-Policy", pagePolicy);
      sendText(req, res, 200, htmlMediaType, renderProblemPage(problemKinds[name]));
    })
    .all(refuseOtherMethods("GET, HEAD"));
  const files = { "/style.css": ["text/css", styleSheet], "/admin.js": ["text/javascript", adminScript] } as const;
  for (const [path, [mediaType, text]] of Object.entries(files)) {
    router
      .route(path)
      .get((req, res) => {
        sendText(req, res, 200, `${mediaType}; charset=utf-8`, text);
      })
      .all(refuseOtherMethods("GET, HEAD"));
  }
  return router;
}

function isProblemName(name: string): name is ProblemName {
  return Object.hasOwn(problemKinds, name);
}
