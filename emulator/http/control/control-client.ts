import { request as requestPlain, type IncomingMessage } from "node:http";
import { request as requestSecure } from "node:https";
import { createInterface } from "node:readline";
import { controlFileOf, readControlFile, type ControlAccess } from "./control-file.ts";

/** Where the options of `chime-bi control` say that the emulator is. */
export type ControlOptions = { readonly data: string; readonly url?: string; readonly token?: string };

/** Finds out how to control: by the address and the token that were given, else by the file beside the data. */
export function findControl({ data, url, token }: ControlOptions): ControlAccess {
  if (url !== undefined && token !== undefined) return { url: url.replace(/\/+$/, ""), token };
  const found = readControlFile(data);
  if (found === undefined) {
    throw new Error(
      `could not find a running emulator: there is no "${controlFileOf(data)}"; start one with \`chime-bi serve\`, name its --data, or give --url and --token`,
    );
  }
  return { ...found, ...(url !== undefined && { url }), ...(token !== undefined && { token }) };
}

/**
 * Calls a control route and gives what it answers, from JSON.
 *
 * @throws Error when nothing answers, or the emulator refuses: with its reason.
 */
export async function callControl(
  access: ControlAccess,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const answer = await send(access, method, path, body);
  const text = await readText(answer);
  if (answer.statusCode === 200) return JSON.parse(text) as unknown;
  throw refusalOf(access, answer.statusCode ?? 0, text);
}

/** Gives the events of a control route as they come, until the emulator stops. */
export async function followControl(
  access: ControlAccess,
  path: string,
  onEvent: (event: unknown) => void,
): Promise<void> {
  const answer = await send(access, "GET", path, undefined);
  if (answer.statusCode !== 200) throw refusalOf(access, answer.statusCode ?? 0, await readText(answer));
  for await (const line of createInterface({ input: answer })) {
    if (line.startsWith("data: ")) onEvent(JSON.parse(line.slice("data: ".length)));
  }
}

async function send(
  { url, token, certificate }: ControlAccess,
  method: string,
  path: string,
  body: unknown,
): Promise<IncomingMessage> {
  const target = new URL(`${url}/_emulator/${path}`);
  const isSecure = target.protocol === "https:";
  const text = body === undefined ? "" : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const options = {
      method,
      agent: false,
      headers: {
        "X-Emulator-Token": token,
        ...(text !== "" && { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) }),
      },
    } as const;
    const sent = isSecure
      ? requestSecure(target, { ...options, ...(certificate !== undefined && { ca: certificate }) }, resolve)
      : requestPlain(target, options, resolve);
    sent.on("error", (cause: NodeJS.ErrnoException) => {
      const why =
        cause.code === "ECONNREFUSED"
          ? "nothing listens there; start it with `chime-bi serve`, or name another --data or --url"
          : cause.message;
      reject(new Error(`could not reach the emulator at ${url}: ${why}`, { cause }));
    });
    sent.end(text);
  });
}

async function readText(answer: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of answer) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}

function refusalOf({ url }: ControlAccess, status: number, text: string): Error {
  const detail = text.startsWith('{"type":"/problems/') ? (JSON.parse(text) as { detail: string }).detail : undefined;
  if (detail === undefined) {
    return new Error(
      `could not control ${url}: what answers there (${status}) is no emulator; name its --data or --url`,
    );
  }
  const advice = status === 401 ? "; it is another one each run: leave --token out to take it from beside --data" : "";
  return new Error(`the emulator at ${url} refused: ${detail}${advice}`);
}
