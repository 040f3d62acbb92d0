import { setImmediate } from "node:timers/promises";
import { pipeline } from "node:stream/promises";
import type { Request, Response } from "express";
import { callOf } from "./call.ts";

/** Answers with a whole text; a HEAD call gets its headers alone. */
export function sendText(req: Request, res: Response, status: number, mediaType: string, text: string): void {
  const body = Buffer.from(text);
  res.status(status).set({ "Content-Type": mediaType, "Content-Length": String(body.length) });
  if (req.method === "HEAD") {
    res.end();
    return;
  }
  callOf(res).bytes += body.length;
  res.end(body);
}

const chunkLength = 64 * 1024;

/**
 * Answers with pieces of text as they come, in chunks of about 64 KiB, no faster than the caller reads; one chunk goes as a whole.
 * The first two are made before anything is sent, so that a failure in them is still a problem document. Other calls get their
 * turn between two chunks. A HEAD call gets the headers that are known without making the pieces.
 */
export async function sendPieces(
  req: Request,
  res: Response,
  mediaType: string,
  pieces: Iterable<string>,
): Promise<void> {
  if (req.method === "HEAD") {
    res.status(200).set("Content-Type", mediaType).end();
    return;
  }
  const chunks = joinPieces(pieces);
  const first = chunks.next();
  const second = chunks.next();
  if (second.done) {
    sendText(req, res, 200, mediaType, first.value ?? "");
    return;
  }
  const call = callOf(res);
  const count = (chunk: string): Buffer => {
    const bytes = Buffer.from(chunk);
    call.bytes += bytes.length;
    return bytes;
  };
  async function* send(): AsyncGenerator<Buffer, void> {
    yield* [first.value ?? "", second.value ?? ""].map(count);
    for (const chunk of chunks) {
      await setImmediate();
      yield count(chunk);
    }
  }
  res.status(200).set("Content-Type", mediaType);
  try {
    await pipeline(send(), res);
  } catch (error) {
    if (!isCallerGone(error)) throw error;
  }
}

function* joinPieces(pieces: Iterable<string>): Generator<string, void> {
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

function isCallerGone(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ERR_STREAM_PREMATURE_CLOSE" || code === "ECONNRESET" || code === "EPIPE";
}
