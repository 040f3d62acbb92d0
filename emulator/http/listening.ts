import { createServer, STATUS_CODES, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { Certificate } from "./https/certificate.ts";
import { problemKinds, problemMediaType, toDocument, type ProblemName } from "./problems.ts";

/** What cannot be read as HTTP, and so never reaches the application: with what it was answered. */
type UnreadableCall = { readonly status: number; readonly bytes: number; readonly address: string };

type ListenOptions = {
  readonly host: string;
  /** 0: a free port. */
  readonly port: number;
  /** Speaks HTTPS with it; HTTP when `undefined`. */
  readonly certificate: Certificate | undefined;
  /** How long a request may take to arrive. */
  readonly requestTimeoutMs: number;
  readonly onUnreadable: (call: UnreadableCall) => void;
};

/** A server that takes calls. */
export type Listening = {
  /** Where it answers, without a slash at the end: `http://127.0.0.1:5178`. */
  readonly url: string;
  readonly port: number;
  /** Takes no more calls, gives those under way two seconds to end, and comes back when the last has. */
  readonly stop: () => Promise<void>;
};

const longestHeaders = 16 * 1024;
const longestHeaderWaitMs = 15_000;
const graceMs = 2000;

/**
 * Listens, and hands calls to the application.
 *
 * @throws Error when the host and port cannot be listened on.
 */
export async function startListening(
  application: RequestListener,
  { host, port, certificate, requestTimeoutMs, onUnreadable }: ListenOptions,
): Promise<Listening> {
  const limits = {
    maxHeaderSize: longestHeaders,
    // A call without a Host header is refused by the application, as every other foreign host.
    requireHostHeader: false,
    requestTimeout: requestTimeoutMs,
    headersTimeout: Math.min(requestTimeoutMs, longestHeaderWaitMs),
    connectionsCheckingInterval: Math.min(requestTimeoutMs, 5000),
  };
  const server =
    certificate === undefined
      ? createServer(limits, application)
      : createSecureServer({ ...limits, ...certificate }, application);
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
    const refused = refuseUnreadable(error, socket);
    if (refused !== undefined) onUnreadable(refused);
  });
  await listen(server, host, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: toUrl(certificate === undefined ? "http" : "https", host, taken),
    port: taken,
    stop: async () => {
      await stop(server);
      // A connection that was cut ends before its call does.
      await Promise.all(underWay);
    },
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
function toUrl(scheme: "http" | "https", host: string, port: number): string {
  if (host === "0.0.0.0" || host === "::") return `${scheme}://127.0.0.1:${port}`;
  return `${scheme}://${host.includes(":") ? `[${host}]` : host}:${port}`;
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

function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): UnreadableCall | undefined {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return undefined;
  }
  const kind = unreadable[error.code ?? ""] ?? "malformed-request";
  const { status, title } = problemKinds[kind];
  const document = toDocument(kind, title.toLowerCase());
  const bytes = Buffer.byteLength(document);
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: ${problemMediaType}\r\nContent-Length: ${bytes}\r\nConnection: close\r\n\r\n${document}`,
  );
  return { status, bytes, address: socket.remoteAddress ?? "" };
}
