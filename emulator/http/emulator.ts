import { createServer, STATUS_CODES, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { openStore, type Store } from "../store/index.ts";
import { createApplication } from "./application.ts";
import { createAuditTrail, type AuditTrail } from "./audit-trail.ts";
import type { CorsOrigins } from "./guards.ts";
import { createReportThreads } from "./report-threads.ts";
import { problemKinds, problemMediaType, toDocument, type ProblemName } from "./problems.ts";

/** How to start an emulator; everything may be left out. */
export type EmulatorOptions = {
  /** The data file, opened and closed with the emulator. Without `file` and `store`: an empty store in memory. */
  readonly file?: string;
  /** An open store in place of `file`; closing the emulator leaves it open. */
  readonly store?: Store;
  /** What to listen on; 127.0.0.1 when left out. */
  readonly host?: string;
  /** 0, or left out: a free port. */
  readonly port?: number;
  /** The build of Chime to stand in for; 3.1.578 when left out. */
  readonly build?: string;
  /** The clock: an instant in milliseconds since 1970 at which it stands still, or a function; the machine's when left out. */
  readonly now?: number | (() => number);
  /** Which origins' pages may call the API; all when left out. */
  readonly corsOrigins?: CorsOrigins;
  /** Told of failures that no caller should see; they go to standard error when left out. */
  readonly onError?: (error: unknown) => void;
};

/** A running emulator. */
export type Emulator = {
  /** Where it answers, without a slash at the end: `http://127.0.0.1:5178`. */
  readonly url: string;
  readonly port: number;
  readonly store: Store;
  /**
   * Takes no more calls, gives those under way two seconds to end, writes the audit trail and closes the store if the emulator
   * opened it. A second call waits for the first.
   */
  readonly close: () => Promise<void>;
};

/** The build of Chime that the emulator stands in for unless told otherwise: the first with SessionDetails. */
export const defaultBuild = "3.1.578";
const longestHeaders = 16 * 1024;
const graceMs = 2000;

/**
 * Starts an emulator and gives it once it listens.
 *
 * @throws StoreError when the file cannot be opened; Error when the host and port cannot be listened on.
 */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { now: clock, host = "127.0.0.1", port = 0, build = defaultBuild, corsOrigins = "*" } = options;
  const onError =
    options.onError ??
    ((error: unknown) => {
      console.error(error);
    });
  const now = typeof clock === "number" ? () => clock : (clock ?? Date.now);
  const store = options.store ?? openStore(options.file ?? ":memory:");
  const closeStore = (): void => {
    if (options.store === undefined) store.close();
  };
  const trail = createAuditTrail(store, onError);
  // What is in memory is seen by its own connection only.
  const threads = store.file === ":memory:" ? undefined : createReportThreads(store.file);
  const application = createApplication({ store, trail, threads, now, build, host, corsOrigins, onError });
  const server = createServer({ maxHeaderSize: longestHeaders, requireHostHeader: false }, application);
  const underWay = new Set<Promise<void>>();
  server.on("request", (_req, res) => {
    const ended = new Promise<void>((resolve) => {
      res.once("close", () => {
        underWay.delete(ended);
        resolve();
      });
    });
    underWay.add(ended);
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    refuseUnreadable(error, socket, trail, now());
  });
  try {
    await listen(server, host, port);
  } catch (error) {
    closeStore();
    throw error;
  }
  const address = server.address() as AddressInfo;
  let closing: Promise<void> | undefined;
  return {
    url: toUrl(host, address.port),
    port: address.port,
    store,
    close: () =>
      (closing ??= stop(server).then(async () => {
        // A connection that was cut ends before its call does, and a call is recorded when it ends.
        await Promise.all(underWay);
        await threads?.close();
        trail.close();
        closeStore();
      })),
  };
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      reject(new Error(`cannot listen on ${host}:${port}: ${explainListenError(cause)}`, { cause }));
    });
    server.listen({ host, port }, resolve);
  });
  server.removeAllListeners("error");
}

function explainListenError(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case "EADDRINUSE":
      return "the port is in use; stop the other program, or choose another port (0 takes a free one)";
    case "EACCES":
      return "the port may not be used by this account; choose one above 1023";
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return "the host is not an address of this machine";
    default:
      return error.message;
  }
}

/** Every address of the machine is told as the loopback one, which always is among them. */
function toUrl(host: string, port: number): string {
  if (host === "0.0.0.0" || host === "::") return `http://127.0.0.1:${port}`;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Ends the server: open calls get two seconds, and each connection ends with its call. */
async function stop(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    const closeIdle = setInterval(() => {
      server.closeIdleConnections();
    }, 20);
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, graceMs);
    server.close(() => {
      clearInterval(closeIdle);
      clearTimeout(cut);
      resolve();
    });
  });
}

const unreadable: Readonly<Record<string, ProblemName>> = {
  HPE_HEADER_OVERFLOW: "headers-too-large",
  ERR_HTTP_REQUEST_TIMEOUT: "request-timeout",
};

/** Answers what could not be read as HTTP, and so never reached the application. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket, trail: AuditTrail, at: number): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const kind = unreadable[error.code ?? ""] ?? "malformed-request";
  const { status, title } = problemKinds[kind];
  const document = toDocument(kind, title.toLowerCase());
  const bytes = Buffer.byteLength(document);
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: ${problemMediaType}\r\nContent-Length: ${bytes}\r\nConnection: close\r\n\r\n${document}`,
  );
  trail.add({
    at,
    personId: null,
    keyLastFour: null,
    method: "-",
    route: "-",
    query: "",
    status,
    rows: null,
    bytes,
    milliseconds: 0,
    address: socket.remoteAddress ?? "",
    userAgent: "",
  });
}
