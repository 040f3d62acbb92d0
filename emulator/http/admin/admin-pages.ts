import { Router, type Request, type RequestHandler, type Response } from "express";
import {
  renderAuditPage,
  renderConfirmPage,
  renderKeyPage,
  renderKeysPage,
  renderOverviewPage,
  renderPeoplePage,
  renderPersonPage,
  renderQueuePage,
  renderQueuesPage,
  renderReportPage,
  renderSettingsPage,
} from "../../admin/index.ts";
import { refuseOtherMethods, refuseOtherRoutes } from "../guards.ts";
import type { AdminSources } from "./admin-router.ts";
import { readAuditQuery, searchCalls } from "./audit-search.ts";
import { findPeople, readKeys, readOverview, readPersonFacts, readQueueDetails, readSettings } from "./desk-facts.ts";
import { findById, isConfirmed, queryOf, readField } from "./fields.ts";
import { archive, findAction, generateKey, restore, revokeKeyOf, type PersonAction } from "./person-actions.ts";
import { browseReport } from "./report-browser.ts";
import { goTo, sendPage, toViewer } from "./send-page.ts";
import { signOut } from "./sign-in.ts";
import { findVisitor, refuseOthers, visitorOf, type Visitor } from "./visitor.ts";

const callsOnAPage = 50;

/** The pages for whoever is signed in; a browser without a session is sent to sign in and then back. */
export function createAdminPages(sources: AdminSources): Router {
  const { store } = sources;
  const router = Router();
  type Handler = (req: Request<{ id: string }>, res: Response, visitor: Visitor) => void | Promise<void>;
  const showRoute = (path: string, handler: Handler, ...before: RequestHandler[]): void => {
    router
      .route(path)
      .get(...before, (req, res) => handler(req as Request<{ id: string }>, res, visitorOf(res)))
      .all(refuseOtherMethods("GET, HEAD"));
  };
  router
    .route("/SignOut")
    .post((req, res) => {
      signOut(req, res, sources.sessions);
      goTo(res, "/Chime/Admin/SignIn");
    })
    .all(refuseOtherMethods("POST"));
  router.use(askToSignIn);

  showRoute("/", (req, res, visitor) => {
    sendPage(req, res, renderOverviewPage(toViewer(visitor), readOverview(sources, visitor)));
  });
  showRoute("/Queues", (req, res, visitor) => {
    sendPage(req, res, renderQueuesPage(toViewer(visitor), readOverview(sources, visitor).queues));
  });
  showRoute("/Queues/:id", (req, res, visitor) => {
    const queue = findById(req, (id) => readQueueDetails(sources, visitor, id));
    sendPage(req, res, renderQueuePage(toViewer(visitor), queue));
  });
  showRoute("/People", (req, res, visitor) => {
    const search = queryOf(req).get("search") ?? "";
    sendPage(req, res, renderPeoplePage(toViewer(visitor), search, findPeople(sources, visitor, search)));
  });
  showRoute("/People/:id", (req, res, visitor) => {
    const person = findById(req, (id) => readPersonFacts(sources, visitor, id));
    sendPage(req, res, renderPersonPage(toViewer(visitor), person));
  });
  showRoute("/Reports", async (req, res, visitor) => {
    const facts = await browseReport(sources, visitor, queryOf(req));
    const page = renderReportPage(toViewer(visitor), `${req.protocol}://${req.headers.host}`, facts);
    sendPage(req, res, page, facts.refusal === undefined ? 200 : 400);
  });
  showRoute(
    "/Audit",
    async (req, res, visitor) => {
      const asked = readAuditQuery(store, queryOf(req));
      const calls = await searchCalls(store, asked, callsOnAPage);
      const page = { fields: asked.fields, calls, hasMore: calls.length === callsOnAPage };
      sendPage(req, res, renderAuditPage(toViewer(visitor), page));
    },
    refuseOthers,
  );
  showRoute(
    "/Settings",
    (req, res, visitor) => {
      sendPage(req, res, renderSettingsPage(toViewer(visitor), readSettings(sources)));
    },
    refuseOthers,
  );
  showRoute(
    "/Settings/ApiKeys",
    (req, res, visitor) => {
      sendPage(req, res, renderKeysPage(toViewer(visitor), readKeys(sources)));
    },
    refuseOthers,
  );

  for (const [name, step] of Object.entries(steps)) {
    router
      .route(`/People/:id/${name}`)
      .all(refuseOthers)
      .post((req, res) => {
        answerStep(req, res, step, findAction(sources, visitorOf(res), req.params.id));
      })
      .all(refuseOtherMethods("POST"));
  }
  router.use(refuseOtherRoutes);
  return router;
}

const askToSignIn: RequestHandler = (req, res, next) => {
  if (findVisitor(res) === undefined) goTo(res, `/Chime/Admin/SignIn?next=${encodeURIComponent(req.originalUrl)}`);
  else next();
};

/** What a button on a person's page does. */
type Step = {
  /** What is asked before; `undefined` where nothing is lost. */
  readonly question: (action: PersonAction) => { readonly text: string; readonly button: string } | undefined;
  /** Does it, and gives the key when one was made. */
  readonly act: (action: PersonAction) => string | undefined;
};

const steps: Readonly<Record<string, Step>> = {
  GenerateKey: {
    question: ({ person: { name, account } }) =>
      account.key === null
        ? undefined
        : {
            text: `${name} has a key that ends in ${account.key.lastFour}. When another one is generated, the old one stops working at once, wherever it is used.`,
            button: "Replace the key",
          },
    act: (action) => generateKey(action, true),
  },
  RevokeKey: {
    question: ({ person: { name, account } }) => ({
      text: `The key of ${name}${account.key === null ? "" : ` that ends in ${account.key.lastFour}`} stops working at once, and there is no other one.`,
      button: "Revoke the key",
    }),
    act: (action) => {
      revokeKeyOf(action);
      return undefined;
    },
  },
  Archive: {
    question: ({ person: { name } }) => ({
      text: `${name} can no longer sign in, and the key of ${name} is refused, until the person is restored. The history stays as it is.`,
      button: "Archive the person",
    }),
    act: (action) => {
      archive(action);
      return undefined;
    },
  },
  Restore: {
    question: () => undefined,
    act: (action) => {
      restore(action);
      return undefined;
    },
  },
};

/** Does a step, or asks first. What was confirmed for one key is not confirmed for the next: a form that is sent twice asks again. */
function answerStep(req: Request<{ id: string }>, res: Response, step: Step, action: PersonAction): void {
  const { person, visitor } = action;
  const viewer = toViewer(visitor);
  const question = step.question(action);
  const seenKey = String(person.account.key?.keyId ?? "");
  if (question !== undefined && !(isConfirmed(req) && readField(req, "keyId") === seenKey)) {
    const confirmation = { ...question, path: req.originalUrl, fields: { confirm: "true", keyId: seenKey } };
    sendPage(req, res, renderConfirmPage(viewer, person, confirmation));
    return;
  }
  const key = step.act(action);
  if (key === undefined) goTo(res, `/Chime/Admin/People/${person.personId}`);
  else sendPage(req, res, renderKeyPage(viewer, person, key));
}
