import type { FaultKind } from "../faults/fault-rule.ts";

/** A call as it was answered. */
export type RecentCall = {
  /** Counted from 1 since the emulator started. */
  readonly number: number;
  /** Milliseconds since 1970, UTC, by the emulator's clock. */
  readonly at: number;
  readonly method: string;
  /** Path and query, decoded; of what looks like a key the last four characters only. */
  readonly url: string;
  /** 499 when the connection ended before there was an answer. */
  readonly status: number;
  readonly rows: number | null;
  readonly bytes: number;
  readonly milliseconds: number;
  /** The kinds of the faults that it met because a rule said so. */
  readonly faults: readonly FaultKind[];
};

/** Which calls to list; what is left out does not narrow. */
export type RecentFilter = {
  /** Only calls with greater numbers. */
  readonly since?: number;
  readonly status?: number;
  /** A part of the path and query, in any case. */
  readonly route?: string;
};

/** The latest calls, those of control left out. */
export type RecentCalls = {
  readonly add: (call: Omit<RecentCall, "number">) => void;
  /** In the order in which they were answered. */
  readonly list: (filter?: RecentFilter) => readonly RecentCall[];
  readonly clear: () => void;
  /** Is told of every call from now on, and of the end; gives what stops it. */
  readonly follow: (listener: { readonly call: (call: RecentCall) => void; readonly end: () => void }) => () => void;
  /** Tells all who follow that it is over. */
  readonly close: () => void;
};

/** How many calls are kept. */
const mostCalls = 1000;

/** Whether a call is one that a filter lets through. */
export function passesFilter(call: RecentCall, { since = 0, status, route = "" }: RecentFilter): boolean {
  return (
    call.number > since &&
    (status === undefined || call.status === status) &&
    call.url.toLowerCase().includes(route.toLowerCase())
  );
}

/** Keeps the latest 1,000 calls in memory. */
export function createRecentCalls(): RecentCalls {
  let calls: RecentCall[] = [];
  let count = 0;
  const listeners = new Set<Parameters<RecentCalls["follow"]>[0]>();
  return {
    add: (answered) => {
      const call = { number: ++count, ...answered };
      calls.push(call);
      if (calls.length > mostCalls) calls.shift();
      for (const listener of listeners) listener.call(call);
    },
    list: (filter = {}) => calls.filter((call) => passesFilter(call, filter)),
    clear: () => {
      calls = [];
    },
    follow: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: () => {
      for (const listener of listeners) listener.end();
      listeners.clear();
    },
  };
}
