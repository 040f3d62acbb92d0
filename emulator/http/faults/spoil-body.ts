import type { ServerResponse } from "node:http";
import { filterBody } from "./filter-body.ts";

/** Lets the first `afterBytes` of a body through, or the first half of what comes first, and then cuts the connection. */
export function cutBody(res: ServerResponse, afterBytes: number | undefined, cut: () => void): void {
  filterBody(res, (sink) => {
    let left = afterBytes;
    let isCut = false;
    return {
      write: (bytes) => {
        if (isCut) return true;
        left ??= Math.ceil(bytes.length / 2);
        if (bytes.length < left) {
          left -= bytes.length;
          return sink.write(bytes);
        }
        isCut = true;
        sink.write(bytes.subarray(0, left), cut);
        return true;
      },
      end: () => {
        if (!isCut) sink.end();
      },
    };
  });
}

/** Lets through what `spoil` makes of the beginning of a body, which is all of a short one; then the rest, unless it is to be kept back. */
export function spoilBody(res: ServerResponse, spoil: (beginning: string) => string, keepsRest: boolean): void {
  filterBody(res, (sink) => {
    let isBegun = false;
    return {
      write: (piece) => {
        if (isBegun) return keepsRest || sink.write(piece);
        isBegun = true;
        const bytes = Buffer.from(spoil(Buffer.from(piece).toString("utf8")));
        // It stands for other bytes, and a caller would keep these under it.
        res.removeHeader("ETag");
        if (res.hasHeader("Content-Length")) res.setHeader("Content-Length", bytes.length);
        return bytes.length === 0 || sink.write(bytes);
      },
      end: sink.end,
    };
  });
}

const dripMs = 100;

/** Lets a body through at so many bytes a second. */
export function dripBody(res: ServerResponse, bytesPerSecond: number): void {
  filterBody(res, (sink) => {
    const most = Math.max(1, Math.round((bytesPerSecond * dripMs) / 1000));
    let waiting = Buffer.alloc(0);
    let isEnding = false;
    let timer: NodeJS.Timeout | undefined;
    const drip = (): void => {
      if (res.destroyed) {
        clearInterval(timer);
        return;
      }
      if (waiting.length > 0) sink.write(waiting.subarray(0, most));
      waiting = waiting.subarray(most);
      if (waiting.length > 0) return;
      if (isEnding) {
        clearInterval(timer);
        sink.end();
      } else {
        // Who streams waits for this after each piece.
        res.emit("drain");
      }
    };
    const start = (): void => {
      timer ??= setInterval(drip, Math.max(dripMs, 1000 / bytesPerSecond));
    };
    return {
      write: (bytes) => {
        waiting = Buffer.concat([waiting, bytes]);
        start();
        return false;
      },
      end: () => {
        isEnding = true;
        start();
      },
    };
  });
}

/** The first half of a document, so that it is none: an array without its end, a table with an open quote. */
export function breakOff(beginning: string, isCsv: boolean): string {
  const half = beginning.slice(0, Math.ceil(beginning.length / 2));
  return isCsv ? `${half}\r\n"` : half;
}

/** Puts a text in place of the first number of the first row. */
export function putTextForNumber(beginning: string, isCsv: boolean): string {
  return isCsv
    ? beginning.replace(/(?<=\r\n(?:.*,)?)-?\d+(?:\.\d+)?(?=,|\r\n)/u, "n/a")
    : beginning.replace(/(?<=":)-?\d[\d.eE+-]*/u, '"n/a"');
}
