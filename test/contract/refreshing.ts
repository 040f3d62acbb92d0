import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A table of a project: TMDL from its columns and properties on, without the partition, and the query of that. */
export type ProjectTable = { readonly name: string; readonly body?: string; readonly query: string };

const parameters = `expression ServerUrl = null meta [IsParameterQuery=true, Type="Text", IsParameterQueryRequired=true]

expression ChimeKey = null meta [IsParameterQuery=true, Type="Text", IsParameterQueryRequired=true]

expression RangeStart = #datetime(2020, 11, 1, 0, 0, 0) meta [IsParameterQuery=true, Type="DateTime", IsParameterQueryRequired=true]

expression RangeEnd = #datetime(2020, 11, 3, 0, 0, 0) meta [IsParameterQuery=true, Type="DateTime", IsParameterQueryRequired=true]
`;

/** A way of writing Power BI projects, which are removed when the tests of the file are done. */
export function projectWriter(): (tables: readonly ProjectTable[], expressions?: string) => string {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });
  return (tables, expressions = "") => {
    const folder = mkdtempSync(join(tmpdir(), "chime-bi-project-"));
    folders.push(folder);
    const definition = join(folder, "Demo.SemanticModel", "definition");
    mkdirSync(join(definition, "tables"), { recursive: true });
    writeFileSync(join(definition, "model.tmdl"), "model Model\n\tculture: en-US\n");
    writeFileSync(join(definition, "expressions.tmdl"), `${parameters}\n${expressions}`);
    for (const { name, body = "", query } of tables) {
      const source = query.replaceAll(/^/gmu, "\t\t\t\t");
      const text = `table '${name}'\n${body}\n\tpartition '${name}' = m\n\t\tmode: import\n\t\tsource =\n${source}\n`;
      writeFileSync(join(definition, "tables", `${name.replaceAll("/", "_")}.tmdl`), text);
    }
    return folder;
  };
}

/** Chats of queue 1 by plain M, which sends the range as it reads it: in UTC, or in a zone. */
export function chatsBetween(zone: string | undefined): string {
  const format = zone === undefined ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff";
  return `let
    isoText = [Format = "${format}", Culture = "en-US"],
    answer = Web.Contents(ServerUrl, [
        RelativePath = "Chime/Report/ChatHistory",
        Query = [
            queueId = "1",
            zone = "${zone ?? "UTC"}",
            start = DateTime.ToText(RangeStart, isoText),
            stop = DateTime.ToText(RangeEnd - #duration(0, 0, 0, 0.001), isoText)
        ],
        Headers = [Authorization = "Bearer " & ChimeKey]
    ])
in
    Table.FromRecords(
        Json.Document(answer),
        type table [sessionId = Int64.Type, startedAt = text, outcome = text],
        MissingField.UseNull
    )`;
}

/** The same chats by the connector, which sends what the filter says; by the clock of a zone, UTC when left out. */
export function foldedChats(zone = "UTC"): string {
  return `Table.SelectColumns(
    Table.SelectRows(
        Chime.Report(ServerUrl, "ChatHistory", [QueueId = 1, Zone = "${zone}"]),
        each [startedAt] >= RangeStart and [startedAt] < RangeEnd
    ),
    {"sessionId", "startedAt", "outcome"}
)`;
}

/** What is done to a call in place of letting it through. */
export type Fault = "throttled" | "unavailable" | "cut" | "reset" | "malformed" | "refused";

/** A server in front of another one, which spoils the calls that it is told to. */
export type Spoiler = {
  readonly url: string;
  /** The fault of each call to come, by its number from 0 since this was set. */
  faultOf: (call: number) => Fault | undefined;
  readonly calls: () => number;
  readonly close: () => Promise<void>;
};

/** Starts one on a free port. */
export async function startSpoiler(behind: string): Promise<Spoiler> {
  let calls = 0;
  let faultOf: Spoiler["faultOf"] = () => undefined;
  const server = createServer((request, response) => {
    // A connection that was kept open and is reset is asked again, as one that the server had closed meanwhile.
    response.shouldKeepAlive = false;
    const fault = faultOf(calls++);
    if (fault === "throttled") return response.writeHead(429, { "Retry-After": "0" }).end("{}");
    if (fault === "unavailable") return response.writeHead(503, { "Retry-After": "0" }).end("{}");
    if (fault === "refused") return response.writeHead(401, { "WWW-Authenticate": "Bearer" }).end("{}");
    if (fault === "reset") return request.socket.destroy();
    const headers = { authorization: request.headers.authorization ?? "" };
    void fetch(behind + request.url!, { headers }).then(async (answer) => {
      const body = Buffer.from(await answer.arrayBuffer());
      response.writeHead(answer.status, { "Content-Type": "application/json", "Content-Length": body.length });
      if (fault === "cut") response.write(body.subarray(0, body.length / 2), () => request.socket.destroy());
      else response.end(fault === "malformed" ? Buffer.concat([body.subarray(0, -1), Buffer.from(",")]) : body);
    });
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get faultOf() {
      return faultOf;
    },
    set faultOf(next) {
      calls = 0;
      faultOf = next;
    },
    calls: () => calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
