import type { ApiDocument, ApiOperation, ApiParameter, ApiResponse } from "../admin/index.ts";
import {
  directories,
  parameters,
  parametersOf,
  reportNames,
  reports,
  routeOf,
  session,
  sessionRoute,
  type ParameterName,
  type Report,
  type SessionList,
} from "../catalogue/index.ts";
import {
  cellsOf,
  closedObject,
  directorySchema,
  parameterSchemas,
  statusSchemas,
  type Schema,
} from "./openapi-schemas.ts";
import { problemKinds, type ProblemKind } from "./problems.ts";
import { hasSessionDetails } from "./session-router.ts";

/** What calls really answered, by the path of the operation: `npm run generate` asks a running emulator. */
export type Examples = Readonly<Record<string, { readonly json?: unknown; readonly csv?: string }>>;

/** The OpenAPI 3.1 document of what an emulator of this build serves under `/Chime/`, made from the catalogue. */
export function describeApi(build: string, examples: Examples): ApiDocument {
  const operations: Readonly<Record<string, ApiOperation>> = {
    ...Object.fromEntries(directories.map(({ route, title }) => [routeOf(route), describeDirectory(route, title)])),
    ...Object.fromEntries(reportNames.map((name) => [routeOf(name), describeReport(reports[name])])),
    ...(hasSessionDetails(build) && { [`${sessionRoute}/{SessionID}`]: describeSession() }),
    ...describeStatus(),
  };
  return {
    openapi: "3.1.0",
    info: {
      title: "Chime reporting API, as the emulator answers it",
      version: build,
      description:
        "Reports on the chats of a help desk, one chat in detail, and how the queues are now. The vendor publishes the routes and parameters of the reporting API and the answers of the status API; everything else here is the emulator's. Every route takes HEAD as well, and matches paths and the names of parameters without regard to case.",
    },
    servers: [{ url: "/" }],
    tags: [
      { name: "Directories", description: "Which reports there are." },
      ...directories.map(({ title }) => ({ name: title, description: `Reports: ${title.toLowerCase()}.` })),
      { name: "Session", description: "One chat." },
      { name: "Status", description: "How the queues are now. No key is needed." },
    ],
    paths: Object.fromEntries(
      Object.entries(operations).map(([path, operation]) => [path, { get: addExamples(operation, examples[path]) }]),
    ),
    components: {
      securitySchemes: {
        key: { type: "http", scheme: "bearer", bearerFormat: "GUID", description: "The API key of a person." },
      },
      schemas: {
        ...Object.fromEntries(
          reportNames.map((name) => [`${name}Row`, closedObject(cellsOf(reports[name].columns), reports[name].title)]),
        ),
        SessionDetails: describeSessionObject(),
        DirectoryEntry: directorySchema,
        ...statusSchemas,
      },
      responses: Object.fromEntries(problemStatuses.map((status) => [`Problem${status}`, describeProblem(status)])),
    },
  };
}

const kinds = Object.entries<ProblemKind>(problemKinds);
const problemStatuses = [...new Set(kinds.map(([, { status }]) => status))];

function describeProblem(status: number): ApiResponse {
  const members = kinds.filter(([, kind]) => kind.status === status);
  const schema: Schema = {
    type: "object",
    properties: {
      type: { type: "string", enum: members.map(([name]) => `/problems/${name}`) },
      title: { type: "string", enum: members.map(([, { title }]) => title) },
      status: { const: status },
      detail: { type: "string" },
      parameter: { type: "string", enum: Object.keys(parameters) },
    },
    required: ["type", "title", "status", "detail"],
    additionalProperties: false,
  };
  return {
    description: members.map(([, { title }]) => title).join("; "),
    ...(status === 401 && { headers: { "WWW-Authenticate": { schema: { const: "Bearer" } } } }),
    ...((status === 429 || status === 503) && { headers: { "Retry-After": retryAfter } }),
    content: { "application/problem+json": { schema } },
  };
}

const retryAfter = {
  description: "When to call again: seconds, or an HTTP date. A 503 may be without it.",
  schema: { type: "string" },
};

/** The refusals that an operation can meet; those of the connection itself everywhere. */
function describeProblems(...statuses: readonly number[]): Readonly<Record<string, ApiResponse>> {
  const all = [...statuses, 408, 414, 421, 429, 431, 500, 503].sort((one, other) => one - other);
  return Object.fromEntries(all.map((status) => [String(status), { $ref: `#/components/responses/Problem${status}` }]));
}

const ifNoneMatch: ApiParameter = {
  name: "If-None-Match",
  in: "header",
  required: false,
  description: "The ETag of an answer that the caller has: 304 when it would be the same again.",
  schema: { type: "string" },
};

/** The parameters of an operation; `isRequired` names those that it cannot do without. */
function describeParameters(names: readonly ParameterName[], required: readonly ParameterName[]): ApiParameter[] {
  return names.map((name) => ({
    name,
    in: "query",
    required: required.includes(name),
    description: parameters[name].description,
    schema: parameterSchemas[name],
  }));
}

const etag = { ETag: { description: "Stands for exactly these bytes.", schema: { type: "string" } } };

/** The answers of what can be had as JSON or CSV, and asked for again. */
function describeAnswers(description: string, json: Schema): Readonly<Record<string, ApiResponse>> {
  return {
    "200": {
      description,
      headers: etag,
      content: {
        "application/json": { schema: json },
        "text/csv": { schema: { type: "string", description: "RFC 4180, UTF-8, with a header; the same cells." } },
      },
    },
    "304": { description: "The caller has this answer already.", headers: etag },
  };
}

const withKey = { security: [{ key: [] }] };

function describeReport(report: Report): ApiOperation {
  const isPerQueue = report.scope === "queue";
  return {
    operationId: report.name,
    summary: report.title,
    description: `${report.description} ${report.definition}`,
    tags: [directories.find(({ category }) => category === report.category)!.title],
    ...withKey,
    parameters: [...describeParameters(parametersOf(report), isPerQueue ? ["queueId"] : []), ifNoneMatch],
    responses: {
      ...describeAnswers("The rows of the report.", {
        type: "array",
        items: { $ref: `#/components/schemas/${report.name}Row` },
      }),
      ...(isPerQueue ? describeProblems(400, 401, 403, 404) : describeProblems(400, 401, 403)),
    },
  };
}

function describeDirectory(route: string, title: string): ApiOperation {
  return {
    operationId: route,
    summary: `Directory: ${title.toLowerCase()}`,
    description: `Lists the reports of the group that the key's person may read.`,
    tags: ["Directories"],
    ...withKey,
    parameters: [...describeParameters(["csv"], []), ifNoneMatch],
    responses: {
      ...describeAnswers("A report an entry.", {
        type: "array",
        items: { $ref: "#/components/schemas/DirectoryEntry" },
      }),
      ...describeProblems(400, 401),
    },
  };
}

function describeSessionObject(): Schema {
  const lists = Object.values<SessionList>(session.lists).map(({ name, description, columns }) => [
    name,
    { type: "array", description, items: closedObject(cellsOf(columns)) },
  ]);
  return closedObject({ ...cellsOf(session.columns), ...(Object.fromEntries(lists) as Record<string, Schema>) });
}

function describeSession(): ApiOperation {
  return {
    operationId: "SessionDetails",
    summary: "One chat with everything that is known of it",
    description:
      "The chat's own cells, its offers, transcript, tags, transfers and files; as CSV its own cells alone, in one row. A chat of a queue that the person may not see is answered as one that is not there.",
    tags: ["Session"],
    ...withKey,
    parameters: [
      {
        name: "SessionID",
        in: "path",
        required: true,
        description: "The chat's number, the sessionId of ChatHistory.",
        schema: { type: "integer", minimum: 1 },
      },
      ...describeParameters(["csv", "zone"], []),
      ifNoneMatch,
    ],
    responses: {
      ...describeAnswers("The chat.", { $ref: "#/components/schemas/SessionDetails" }),
      ...describeProblems(400, 401, 404),
    },
  };
}

function describeStatus(): Readonly<Record<string, ApiOperation>> {
  const operations = {
    IsQueueAvailable: ["Whether a guest who comes now can be answered", "QueueAvailability", true],
    GetQueueWaitTime: ["How long the guests who wait now have waited", "QueueWaitTime", true],
    GetQueueInfo: ["One queue as it is now", "QueueInfo", true],
    GetQueues: ["All queues as they are now", "QueueInfos", false],
    "Health/Status/HealthMonitor": ["The health of the system and its queues", "Health", false],
  } as const;
  const queueId = describeParameters(["queueId"], ["queueId"]).map((parameter) => ({ ...parameter, name: "queueID" }));
  const running = (description: string): ApiResponse => ({
    description,
    content: { "text/plain": { schema: { type: "string" } } },
  });
  return {
    ...Object.fromEntries(
      Object.entries(operations).map(([name, [summary, schema, isPerQueue]]) => [
        `/Chime/Api/${name}`,
        {
          operationId: name.replaceAll("/", ""),
          summary,
          description: `${summary}.`,
          tags: ["Status"],
          security: [],
          parameters: isPerQueue ? queueId : [],
          responses: {
            "200": {
              description: `${summary}.`,
              content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } },
            },
            ...(isPerQueue ? describeProblems(400, 404) : describeProblems()),
          },
        },
      ]),
    ),
    "/Chime/Api/Health/Status/Queue/{id}": {
      operationId: "HealthStatusQueue",
      summary: "Whether a queue runs",
      description: "200 when the queue runs. 500 when it is switched off, or not there.",
      tags: ["Status"],
      security: [],
      parameters: [
        {
          name: "id",
          in: "path",
          required: true,
          description: "The queue's number.",
          schema: { type: "integer", minimum: 1 },
        },
      ],
      responses: {
        "200": running("The queue runs."),
        ...describeProblems(404),
        "500": running("The queue does not run."),
      },
    },
  };
}

/** Puts what a call answered beside the schema that describes it. */
function addExamples(operation: ApiOperation, example: Examples[string] | undefined): ApiOperation {
  const ok = operation.responses["200"];
  if (example === undefined || ok?.content === undefined) return operation;
  const values: Readonly<Record<string, unknown>> = {
    "application/json": example.json,
    "text/csv": example.csv,
    "text/plain": example.csv,
  };
  const content = Object.fromEntries(
    Object.entries(ok.content).map(([mediaType, media]) => [
      mediaType,
      values[mediaType] === undefined ? media : { ...media, example: values[mediaType] },
    ]),
  );
  return { ...operation, responses: { ...operation.responses, "200": { ...ok, content } } };
}
