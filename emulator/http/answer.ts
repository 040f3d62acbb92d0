import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from "node:zlib";
import type { Request, Response } from "express";
import { callOf } from "./call.ts";
import { hasTag } from "./entity-tag.ts";

/** Answers with a whole text, as it is; a HEAD call gets its headers alone. */
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

/** A part of an answer, and how many rows of a table it holds; null where there is no table. */
export type Chunk = { readonly bytes: Uint8Array<ArrayBuffer>; readonly rows: number | null };

/** What an answer is made of. */
export type Content = {
  readonly mediaType: string;
  /** What the bytes follow from, as a tagger says it: the same text, the same bytes. */
  readonly basis: string;
  /** Makes the bytes. Not called for HEAD, nor where the caller has them already. */
  readonly chunks: () => AsyncGenerator<Chunk, void>;
};

/** Content that is at hand as one text. */
export async function* wholeText(text: string, rows: number | null = null): AsyncGenerator<Chunk, void> {
  yield await Promise.resolve({ bytes: Buffer.from(text), rows });
}

/**
 * Answers 200 with content as it comes, no faster than the caller reads, compressed as the caller wishes; or 304 when the caller
 * has it already. The first two chunks are made before anything is sent, so that a failure in them is still a problem document.
 * One chunk goes as a whole. HEAD gets the headers that are known without making the content.
 */
export async function sendContent(req: Request, res: Response, { mediaType, basis, chunks }: Content): Promise<void> {
  const coding = codingOf(req);
  // Bytes differ by their coding, and a strong tag stands for bytes.
  const tag = coding === "identity" ? `"${basis}"` : `"${basis}-${coding}"`;
  // What callers keep they have to ask about, with their key, before they use it again; nobody between may keep it.
  res.set({ ETag: tag, "Cache-Control": "private, no-cache" }).vary("Accept-Encoding");
  if (hasTag(req.headers["if-none-match"], tag)) {
    res.removeHeader("Content-Disposition");
    res.status(304).end();
    return;
  }
  const head = { "Content-Type": mediaType, ...(coding !== "identity" && { "Content-Encoding": coding }) };
  if (req.method === "HEAD") {
    res.status(200).set(head).end();
    return;
  }
  const made = chunks();
  const first = await made.next();
  const second = first.done ? first : await made.next();
  const call = callOf(res);
  const open = ({ bytes, rows }: Chunk): Uint8Array => {
    if (rows !== null) call.rows = (call.rows ?? 0) + rows;
    return bytes;
  };
  if (second.done) {
    const coded = await codings[coding].whole(first.done ? new Uint8Array() : open(first.value));
    call.bytes += coded.length;
    res.status(200).set({ ...head, "Content-Length": String(coded.length) });
    res.end(coded);
    return;
  }
  async function* send(): AsyncGenerator<Uint8Array, void> {
    for (const each of [first, second]) if (!each.done) yield open(each.value);
    for await (const chunk of made) yield open(chunk);
  }
  async function* countBytes(coded: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
    for await (const bytes of coded) {
      call.bytes += bytes.length;
      yield bytes;
    }
  }
  res.status(200).set(head);
  try {
    const coder = codings[coding].stream();
    if (coder === undefined) await pipeline(send(), countBytes, res);
    else await pipeline(send(), coder, countBytes, res);
  } catch (error) {
    if (!isCallerGone(error)) throw error;
  }
}

type Coding = "identity" | "gzip" | "br";

/**
 * The fast end of each compressor, on the threads of zlib: the emulator's callers are near, and it is their waiting that counts.
 */
const gzipOptions = { level: 3 };
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } };

const codings = {
  identity: { whole: (bytes: Uint8Array) => Promise.resolve(bytes), stream: () => undefined },
  gzip: {
    whole: (bytes: Uint8Array) => promisify(gzip)(bytes, gzipOptions),
    stream: () => createGzip(gzipOptions),
  },
  br: {
    whole: (bytes: Uint8Array) => promisify(brotliCompress)(bytes, brotliOptions),
    stream: () => createBrotliCompress(brotliOptions),
  },
} as const;

/** The coding that the caller likes best; none when it does not say, or takes none of these. */
function codingOf(req: Request): Coding {
  const best = req.acceptsEncodings(["gzip", "br", "identity"]);
  return best === "gzip" || best === "br" ? best : "identity";
}

function isCallerGone(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isCallerGone);
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ERR_STREAM_PREMATURE_CLOSE" || code === "ECONNRESET" || code === "EPIPE";
}
