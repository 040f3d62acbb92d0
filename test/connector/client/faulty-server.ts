import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How one call is answered. */
export type Step = (res: ServerResponse, req: IncomingMessage) => void;

/** A server that answers its nth call by the nth step, and every later one by the last. */
export type FaultyServer = {
  readonly url: string;
  /** The calls so far, in order. */
  readonly calls: readonly { readonly url: string; readonly authorization: string | undefined }[];
  readonly close: () => Promise<void>;
};

/** Starts a server on a free port of this machine. */
export async function startFaultyServer(...steps: readonly Step[]): Promise<FaultyServer> {
  const calls: { url: string; authorization: string | undefined }[] = [];
  const server = createServer((req, res) => {
    const step = steps[Math.min(calls.length, steps.length - 1)]!;
    calls.push({ url: req.url!, authorization: req.headers.authorization });
    step(res, req);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** Answers with a body as JSON. */
export function answer(body: string, headers: Readonly<Record<string, string>> = {}): Step {
  return (res) => {
    res.writeHead(200, { "Content-Type": "application/json; charset=utf-8", ...headers }).end(body);
  };
}

/** Refuses with a status, and a problem document when one is given. */
export function refuse(status: number, headers: Readonly<Record<string, string>> = {}, problem?: object): Step {
  return (res) => {
    const type = problem === undefined ? "text/html" : "application/problem+json";
    res.writeHead(status, { "Content-Type": type, ...headers }).end(problem ? JSON.stringify(problem) : "<h1>No</h1>");
  };
}

/** Begins an answer, and cuts the connection after part of its body. */
export function breakOff(part: string, headers: Readonly<Record<string, string>> = {}): Step {
  return (res) => {
    res.writeHead(200, { "Content-Type": "application/json", ...headers });
    res.write(part, () => setTimeout(() => res.destroy(), 20));
  };
}

/** Cuts the connection without an answer. */
export const reset: Step = (_res, req) => {
  req.socket.resetAndDestroy();
};
