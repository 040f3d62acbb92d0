import type { ServerResponse } from "node:http";
import { callOf } from "../call.ts";

/** Where the bytes of an answer go: `write` tells whether more may come at once, and calls `sent` when they have left. */
export type Sink = {
  readonly write: (bytes: Uint8Array, sent?: () => void) => boolean;
  readonly end: () => void;
};

/**
 * Puts a filter between an answer and its connection. Whole answers come in one piece, long ones in several; the headers leave
 * with the first piece that the filter passes on. The audit trail tells the bytes that it let through.
 */
export function filterBody(res: ServerResponse, makeFilter: (sink: Sink) => Sink): void {
  // To a caller who has the answer already nothing would be sent.
  delete res.req.headers["if-none-match"];
  const write = res.write.bind(res);
  const end = res.end.bind(res);
  const call = callOf(res);
  call.passedBytes = 0;
  const filter = makeFilter({
    write: (bytes, sent) => {
      call.passedBytes! += bytes.length;
      return write(bytes, sent);
    },
    end: () => {
      end();
    },
  });
  res.write = ((piece: Uint8Array | string) => filter.write(Buffer.from(piece))) as typeof res.write;
  res.end = ((piece?: unknown) => {
    if (typeof piece === "string" || piece instanceof Uint8Array) filter.write(Buffer.from(piece));
    filter.end();
    return res;
  }) as typeof res.end;
}
