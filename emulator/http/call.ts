import type { ServerResponse } from "node:http";
import type { Access } from "../store/index.ts";
import type { FaultKind } from "./faults/fault-rule.ts";

/** Who calls, once the key was accepted. */
export type Reader = {
  readonly personId: number;
  /** Left out for a person who is signed in to the pages. */
  readonly keyId?: number;
  readonly access: Access;
};

/** What is known of a call while it is being answered; the audit trail keeps it. */
export type Call = {
  /** The emulator's clock when the call arrived, in milliseconds since 1970, UTC. */
  readonly at: number;
  /** A steady clock when the call arrived, in milliseconds. */
  readonly startedAt: number;
  reader?: Reader;
  /** Whose key it was, also when the key was refused. */
  personId: number | null;
  keyLastFour: string | null;
  rows: number | null;
  /** Bytes of the body handed to the connection so far. */
  bytes: number;
  /** How many of them a fault let pass to the connection. */
  passedBytes?: number;
  /** The faults that it met because a rule said so. */
  faults: readonly FaultKind[];
};

const calls = new WeakMap<ServerResponse, Call>();

/** Notes that a call arrived. */
export function beginCall(res: ServerResponse, at: number): Call {
  const call: Call = {
    at,
    startedAt: performance.now(),
    personId: null,
    keyLastFour: null,
    rows: null,
    bytes: 0,
    faults: [],
  };
  calls.set(res, call);
  return call;
}

/** The call that this response answers. Throws before `beginCall`. */
export function callOf(res: ServerResponse): Call {
  const call = calls.get(res);
  if (call === undefined) throw new Error("the call was not begun");
  return call;
}

/** Who calls. Throws where no key is asked for. */
export function readerOf(res: ServerResponse): Reader {
  const { reader } = callOf(res);
  if (reader === undefined) throw new Error("the call has no reader");
  return reader;
}
