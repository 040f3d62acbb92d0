import { request, type Agent, type IncomingHttpHeaders } from "node:http";
import { createEmulator, type Emulator, type EmulatorOptions } from "../../emulator/http/index.ts";
import { keys } from "./fixture.ts";

/** A call's answer, read to its end. */
export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

type CallOptions = {
  readonly method?: string;
  /** Keeps connections for many calls; a connection a call when left out. */
  readonly agent?: Agent;
  /** A key's GUID; `null` for a call without one, an administrator's when left out. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** Calls an emulator by path, query and headers exactly as given. */
export async function call(
  url: string,
  path: string,
  { method = "GET", key, headers, agent, body }: CallOptions = {},
): Promise<Answer> {
  const authorization = key === null ? {} : { Authorization: `Bearer ${key ?? keys.administrator}` };
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request(
      {
        hostname: hostname.replace(/^\[|\]$/g, ""),
        port,
        path,
        method,
        headers: { ...authorization, ...headers },
        agent: agent ?? false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks).toString() });
        });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Runs with an emulator that ends with the run. */
export async function withEmulator<T>(options: EmulatorOptions, run: (emulator: Emulator) => Promise<T>): Promise<T> {
  const emulator = await createEmulator(options);
  try {
    return await run(emulator);
  } finally {
    await emulator.close();
  }
}
