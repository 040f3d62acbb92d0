import type { FaultState } from "../faults/faults.ts";
import { formatTable } from "../print.ts";
import type { ClockState } from "../clock.ts";
import type { RecentCall } from "./recent-calls.ts";
import type { Snapshot } from "../../store/index.ts";

/** The clock as `/_emulator/clock` tells it; instants are ISO-8601 in UTC, here and below. */
export type ClockJson = Omit<ClockState, "now"> & { readonly now: string };
/** The faults as `/_emulator/faults` tells them. */
export type FaultsJson = FaultState;
/** A snapshot as `/_emulator/snapshots` tells it. */
export type SnapshotJson = Omit<Snapshot, "savedAt"> & { readonly savedAt: string };
/** A call as `/_emulator/requests` tells it. */
export type CallJson = Omit<RecentCall, "at"> & { readonly at: string };

/** The clock in words. */
export function formatClock({ now, mode, speed }: ClockJson): string {
  const ways = {
    machine: "as the machine's clock goes",
    frozen: "standing still",
    running: `going ${speed === 1 ? "as fast as" : `${speed} times as fast as`} the machine's`,
  };
  return `${now}, ${ways[mode]}`;
}

/** The faults as a table. */
export function formatFaults({ scenario, seed, rules }: FaultsJson): string {
  if (rules.length === 0) return "Calls meet no faults.";
  const rows = rules.map(({ route = "/Chime/*", when, kind, calls, fired, ...details }) => [
    route,
    formatFields(when ?? {}) || "always",
    [kind, formatFields(details)].filter((part) => part !== "").join(", "),
    String(calls),
    String(fired),
  ]);
  const name = scenario === null ? "Rules of one's own" : `The scenario ${scenario}`;
  return `${name}, seed ${seed}:\n\n${formatTable(["Route", "When", "Fault", "Calls", "Fired"], rows)}`;
}

function formatFields(fields: object): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(", ");
}

/** Snapshots as a table. */
export function formatSnapshots(snapshots: readonly SnapshotJson[]): string {
  if (snapshots.length === 0) return "There are no snapshots.";
  return formatTable(
    ["Name", "Saved", "Bytes"],
    snapshots.map(({ name, savedAt, bytes }) => [name, savedAt, bytes.toLocaleString("en-US")]),
  );
}

/** Calls as a table. */
export function formatCalls(calls: readonly CallJson[]): string {
  if (calls.length === 0) return "There are no requests.";
  return formatTable(
    ["No.", "At", "Status", "Rows", "Bytes", "ms", "Faults", "Request"],
    calls.map(({ number, at, status, rows, bytes, milliseconds, faults, method, url }) => [
      String(number),
      at,
      String(status),
      rows === null ? "" : String(rows),
      String(bytes),
      milliseconds.toFixed(0),
      faults.join(", "),
      `${method} ${url}`,
    ]),
  );
}

/** A call on one line. */
export function formatCall({ at, status, milliseconds, method, url, faults }: CallJson): string {
  const fault = faults.length === 0 ? "" : ` (${faults.join(", ")})`;
  return `${at} ${status} ${milliseconds.toFixed(0)} ms ${method} ${url}${fault}`;
}
