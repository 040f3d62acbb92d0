/** One way of refusing a call. */
export type ProblemKind = {
  readonly status: number;
  readonly title: string;
  /** What it means and what to do, for the page that the problem's type points to. */
  readonly explanation: string;
};

/** Every problem that the emulator answers with; the name is the last part of the type's path, `/problems/<name>`. */
export const problemKinds = {
  "missing-parameter": {
    status: 400,
    title: "A required parameter is missing",
    explanation:
      "The answer is about one queue and needs queueId, a whole number. The directories list the parameters of each report.",
  },
  "invalid-parameter": {
    status: 400,
    title: "A parameter has a value that cannot be used",
    explanation:
      "The problem names the parameter and quotes its value. Instants are ISO-8601; a + in an offset is written %2B in a query. Zones are IANA names. start may not be after stop.",
  },
  "repeated-parameter": {
    status: 400,
    title: "A parameter was given more than once",
    explanation: "Names are matched without regard to case, so queueId and queueID are the same parameter.",
  },
  "invalid-body": {
    status: 400,
    title: "The body cannot be used",
    explanation:
      "The problem says what is wrong with it. Bodies are JSON objects in UTF-8; under /Chime/Admin/ forms are taken as well.",
  },
  "malformed-request": {
    status: 400,
    title: "The request is not HTTP as it should be",
    explanation: "The request could not be read at all; look at the client or at what stands between.",
  },
  "no-valid-key": {
    status: 401,
    title: "No valid key came with the call",
    explanation:
      "Send Authorization: Bearer followed by a key, a GUID. The answer is the same for a missing, malformed, unknown, replaced or revoked key, for the key of an archived person, and for a demo key used from another machine.",
  },
  "no-control-token": {
    status: 401,
    title: "The control token is missing or wrong",
    explanation:
      "Everything under /_emulator/ but ready needs the token of this run of the emulator: X-Emulator-Token, or Authorization: Bearer. It is in the ready file as controlToken, and in the file beside the data that ends in .control.json.",
  },
  "not-signed-in": {
    status: 401,
    title: "Nobody is signed in",
    explanation:
      "The pages and their JSON API under /Chime/Admin/ need a session: sign in at /Chime/Admin/SignIn. A session ends after eight hours without a call, when its person is archived or gets another password, and when the emulator stops.",
  },
  "sign-in-refused": {
    status: 401,
    title: "Signing in was refused",
    explanation:
      "The answer is the same for an unknown person, a wrong password, a person without one, an archived person and one for whom there are no pages. chime-bi people set-password gives a person a password.",
  },
  "no-reports": {
    status: 403,
    title: "This person may read no reports",
    explanation: "Administrators read every queue, managers and reviewers their queues, agents no reports.",
  },
  "queue-not-readable": {
    status: 403,
    title: "This person may not read the queue",
    explanation:
      "The key's person neither manages nor reviews a queue with this number. The answer is the same whether or not there is one.",
  },
  "administrators-only": {
    status: 403,
    title: "Only for administrators",
    explanation:
      "Managers and reviewers see their queues; keys, the audit trail and the settings are for administrators.",
  },
  "cross-site-request": {
    status: 403,
    title: "The request does not come from a page of the emulator",
    explanation:
      "What changes something under /Chime/Admin/ has to come from a page of the emulator itself, with the token of its session: forms send it by themselves, programs send what Api/Me answers as X-CSRF-Token.",
  },
  "loopback-only": {
    status: 403,
    title: "Only for this machine",
    explanation: "The emulator's own routes under /_emulator/ answer on a loopback address only.",
  },
  "snapshot-not-found": {
    status: 404,
    title: "There is no such snapshot",
    explanation: "GET /_emulator/snapshots lists the snapshots there are.",
  },
  "queue-not-found": {
    status: 404,
    title: "There is no such queue",
    explanation: "Only administrators see this; the report Queues lists the queues there are.",
  },
  "report-not-found": {
    status: 404,
    title: "There is no such report",
    explanation: "The directories list the reports: /Chime/Report/GetAvailableGlobalReports and its five neighbours.",
  },
  "session-not-found": {
    status: 404,
    title: "There is no such session",
    explanation:
      "The answer is the same for a chat of a queue that the key's person may not see. ChatHistory lists sessionId.",
  },
  "route-not-found": {
    status: 404,
    title: "There is nothing at this address",
    explanation:
      "Reports are under /Chime/Report/; the start page lists them. SessionDetails is there on builds from 3.1.578 on. Under /Chime/Admin/ the answer is the same for what is not there and for what the person may not see.",
  },
  "not-recorded": {
    status: 404,
    title: "The recording holds no such call",
    explanation:
      "A recording answers the calls that were made while it was recorded. The detail tells the nearest one; stop the clock of the caller at the recording's instant, so that a named range asks for the same window.",
  },
  "method-not-allowed": {
    status: 405,
    title: "The address does not take this method",
    explanation:
      "The reporting API is read with GET; HEAD gives the headers alone. Allow names what the address takes.",
  },
  "request-timeout": {
    status: 408,
    title: "The request took too long to arrive",
    explanation: "The client did not send a whole request in time.",
  },
  "confirmation-needed": {
    status: 409,
    title: "It has to be confirmed",
    explanation:
      "The person has a key, and the old one stops working at once when another is generated. Send confirm: true to do so.",
  },
  "person-not-ready": {
    status: 409,
    title: "The person is not as it takes",
    explanation:
      "The detail says why: an archived person gets no key, there is no key to revoke, or nobody may archive themselves.",
  },
  "body-too-large": {
    status: 413,
    title: "The body is too large",
    explanation: "A body may have 256 KiB.",
  },
  "url-too-long": {
    status: 414,
    title: "The address is too long",
    explanation: "Path and query may have 8,192 characters together.",
  },
  "host-not-served": {
    status: 421,
    title: "The Host header names another host",
    explanation:
      "Against DNS rebinding the emulator answers only to localhost, to IP addresses and to the host it was told to listen on.",
  },
  "too-many-requests": {
    status: 429,
    title: "Too many calls",
    explanation:
      "Wait as long as Retry-After says, then call again. Power Query does so by itself, three times at most.",
  },
  "too-many-sign-ins": {
    status: 429,
    title: "Too many tries to sign in",
    explanation:
      "After three refused tries for a login, or ten from an address, each one has to wait twice as long as the one before; Retry-After says how many seconds. The answer is the same for a login that is not there.",
  },
  "headers-too-large": {
    status: 431,
    title: "The headers are too large",
    explanation: "Request line and headers may have 16 KiB together.",
  },
  "internal-error": {
    status: 500,
    title: "The emulator failed",
    explanation:
      "The fault is the emulator's, and its own output on the terminal says more; or one was asked for, by a rule for faults.",
  },
  "upstream-unreachable": {
    status: 502,
    title: "The server behind did not answer",
    explanation:
      "Calls are passed on to another server while they are recorded, and that one could not be reached; the detail says why.",
  },
  "too-busy": {
    status: 503,
    title: "Too many calls are under way",
    explanation:
      "Calls that are under way together have a limit, 1,000 unless the emulator was told otherwise. Call again in a second.",
  },
  unavailable: {
    status: 503,
    title: "The server takes no calls for now",
    explanation:
      "It is being looked after. Wait as long as Retry-After says, then call again. Power Query does so by itself, three times at most.",
  },
} as const satisfies Record<string, ProblemKind>;

/** The name of a problem in the closed list. */
export type ProblemName = keyof typeof problemKinds;
