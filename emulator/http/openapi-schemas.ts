import type { Column, ColumnKind, ParameterName } from "../catalogue/index.ts";

/** A schema in the dialect of OpenAPI 3.1, JSON Schema 2020-12. */
export type Schema = Readonly<Record<string, unknown>>;

const instantPattern = String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}[+-]\d{2}:\d{2}$`;

/** What a cell of each kind is in a JSON answer. */
const cellSchemas: Readonly<Record<ColumnKind, Schema & { readonly type: string }>> = {
  text: { type: "string" },
  guid: { type: "string", format: "uuid" },
  integer: { type: "integer" },
  decimal: { type: "number" },
  seconds: { type: "number", minimum: 0 },
  ratio: { type: "number", minimum: 0, maximum: 1 },
  logical: { type: "boolean" },
  instant: { type: "string", format: "date-time", pattern: instantPattern },
  date: { type: "string", format: "date" },
};

function schemaOfColumn({ kind, nullable, unit, description }: Column): Schema {
  const { type, ...facets } = cellSchemas[kind];
  return {
    type: nullable ? [type, "null"] : type,
    ...facets,
    description: unit === undefined ? description : `${description} Unit: ${unit}.`,
  };
}

/** An object that has exactly these members. */
export function closedObject(properties: Readonly<Record<string, Schema>>, description?: string): Schema {
  return {
    type: "object",
    ...(description !== undefined && { description }),
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

/** The cells of a row, by the columns' names. */
export function cellsOf(columns: readonly Column[]): Readonly<Record<string, Schema>> {
  return Object.fromEntries(columns.map((column) => [column.name, schemaOfColumn(column)]));
}

/** What each query parameter takes. An instant is text: a date, or a date-time with or without an offset. */
export const parameterSchemas: Readonly<Record<ParameterName, Schema>> = {
  start: { type: "string", examples: ["2020-11-01T04:00:00.000Z", "2020-11-01"] },
  stop: { type: "string", examples: ["2020-12-01T04:59:59.999Z", "2020-12-01"] },
  csv: { type: "boolean", default: false },
  queueId: { type: "integer", minimum: 1, examples: [1] },
  zone: { type: "string", default: "UTC", examples: ["America/New_York"] },
};

const text = { type: "string" };
const flag = { type: "boolean" };
const span = { type: "string", pattern: String.raw`^(\d+\.)?\d{2}:\d{2}:\d{2}$`, description: "A .NET TimeSpan." };
const waits = { averageWaitTime: span, longestWaitTime: span };
const info = { queueName: text, isAvailable: flag, onlineAgentCount: { type: "integer", minimum: 0 }, ...waits };
const state = closedObject({ Status: flag, Details: { type: ["string", "null"] } });
const system = ["Service", "ServiceAccount", "Smtp", "SQL", "ActiveDirectory", "ChimeHub", "WebClient"];

/** What the routes of the status API answer. */
export const statusSchemas = {
  QueueAvailability: closedObject({ isAvailable: flag }),
  QueueWaitTime: closedObject(waits),
  QueueInfo: closedObject({ queueID: { type: "integer" }, ...info }),
  QueueInfos: { type: "array", items: closedObject({ id: { type: "integer" }, ...info }) },
  Health: closedObject({
    Ok: flag,
    System: closedObject({ ...Object.fromEntries(system.map((name) => [name, state])), OK: flag }),
    Queues: {
      type: "array",
      items: closedObject({ Process: state, Routing: state, Id: { type: "integer" }, Name: text, OK: flag }),
    },
  }),
} as const satisfies Record<string, Schema>;

/** An entry of a directory. */
export const directorySchema = closedObject({
  name: text,
  title: text,
  description: text,
  category: text,
  scope: { type: "string", enum: ["global", "queue"] },
  route: text,
  parameters: { type: "array", items: { type: "string", enum: Object.keys(parameterSchemas) } },
  columns: {
    type: "array",
    items: closedObject({
      name: text,
      type: { type: "string", enum: Object.keys(cellSchemas) },
      unit: { type: ["string", "null"] },
      description: text,
    }),
  },
});
