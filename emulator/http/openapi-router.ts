import { createRequire } from "node:module";
import { Router } from "express";
import { pagePolicy, renderApiPage, type ApiDocument } from "../admin/index.ts";
import { sendContent, wholeText } from "./answer.ts";
import type { Tagger } from "./entity-tag.ts";
import { refuseOtherMethods } from "./guards.ts";
import { describeApi, type Examples } from "./openapi.ts";

/** The OpenAPI document at `/openapi.json`, and the same as a page for people at `/openapi`. Neither needs a key. */
export function createOpenApiRouter(build: string, tag: Tagger): Router {
  const router = Router();
  // Made when it is first asked for: most emulators are never asked.
  let made: { readonly document: ApiDocument; readonly text: string } | undefined;
  const make = () => {
    if (made !== undefined) return made;
    const document = describeApi(build, createRequire(import.meta.url)("#openapi-examples") as Examples);
    return (made = { document, text: `${JSON.stringify(document, undefined, 2)}\n` });
  };
  router
    .route("/openapi.json")
    .get(async (req, res) => {
      await sendContent(req, res, {
        mediaType: "application/json; charset=utf-8",
        basis: tag("openapi.json"),
        chunks: () => wholeText(make().text),
      });
    })
    .all(refuseOtherMethods("GET, HEAD"));
  router
    .route("/openapi")
    .get(async (req, res) => {
      res.set("Content-Security-Policy", pagePolicy);
      await sendContent(req, res, {
        mediaType: "text/html; charset=utf-8",
        basis: tag("openapi"),
        chunks: () => wholeText(renderApiPage(make().document)),
      });
    })
    .all(refuseOtherMethods("GET, HEAD"));
  return router;
}
