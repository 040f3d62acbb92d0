import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What a path answers in place of the server behind. */
export type Replacement = {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** A server that stands in front of another one. */
export type InFront = { readonly url: string; readonly close: () => Promise<void> };

/** Serves on a free port what a server behind answers, but for some paths. */
export async function serveInFront(behind: string, replaced: Readonly<Record<string, Replacement>>): Promise<InFront> {
  const server = createServer((request, response) => {
    const url = request.url ?? "/";
    const replacement = replaced[url.split("?", 1)[0]!];
    if (replacement !== undefined) {
      response.writeHead(replacement.status, replacement.headers).end(replacement.body);
      return;
    }
    const authorization = request.headers.authorization ?? "";
    fetch(behind + url, { headers: { authorization } })
      .then(async (answer) => {
        const body = await answer.text();
        response.writeHead(answer.status, { "Content-Type": answer.headers.get("content-type") ?? "" }).end(body);
      })
      .catch((error: unknown) => response.writeHead(502).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
