import { dirname } from "node:path";
import { openStore, StoreError, type AuditRow, type Snapshot, type Store } from "../store/index.ts";
import { createApplication } from "./application.ts";
import { createAuditTrail } from "./audit-trail.ts";
import { createClock, type Clock } from "./clock.ts";
import { createAnswersUnderWay } from "./control/answers-under-way.ts";
import { makeControlToken } from "./control/control-token.ts";
import { createRecentCalls, type RecentCall, type RecentFilter } from "./control/recent-calls.ts";
import { createStates, type OtherWriter } from "./control/states.ts";
import type { FaultPlan } from "./faults/fault-rule.ts";
import { createFaults, type Faults } from "./faults/faults.ts";
import type { ScenarioName } from "./faults/scenarios.ts";
import type { CorsOrigins } from "./guards.ts";
import { keepCertificate, makeCertificate, type Certificate } from "./https/certificate.ts";
import { defaultRetention, keepAuditBounded, type AuditRetention } from "./limits/audit-retention.ts";
import { defaultLimits, type Limits } from "./limits/limits.ts";
import { startListening, type Listening } from "./listening.ts";
import { createCallRecorder } from "./record-calls.ts";
import { createReportThreads } from "./report-threads.ts";

/** How to start an emulator; everything may be left out. */
export type EmulatorOptions = {
  /** The data file, opened and closed with the emulator. Without `file` and `store`: an empty store in memory. */
  readonly file?: string;
  /** An open store in place of `file`; closing the emulator leaves it open. */
  readonly store?: Store;
  /** What to listen on; 127.0.0.1 when left out. */
  readonly host?: string;
  /** 0, or left out: a free port. */
  readonly port?: number;
  /** The build of Chime to stand in for; 3.1.578 when left out. */
  readonly build?: string;
  /** The clock: an instant in milliseconds since 1970 at which it stands still, or a function; the machine's when left out. */
  readonly now?: number | (() => number);
  /** A clock in place of `now`. */
  readonly clock?: Clock;
  /** The faults that calls meet from the start; none when left out. */
  readonly faults?: FaultPlan | ScenarioName;
  /**
   * Keeps how the data is at the start, to go back to by `reset`: a second copy as long as it runs. Left out: for a store in memory
   * and for one that the emulator opens by `file`.
   */
  readonly isResettable?: boolean;
  /** What else writes to the store through this program: paused while the data is put back to a snapshot or to the start. */
  readonly writer?: OtherWriter;
  /** Which origins' pages may call the API; all when left out. */
  readonly corsOrigins?: CorsOrigins;
  /** Names that the Host header may have beside `localhost`, IP addresses and `host`: what a proxy or DNS calls this machine. */
  readonly allowHosts?: readonly string[];
  /**
   * Whether signing in to the pages takes a password on this machine too. When left out: where `allowHosts` names others, since
   * something then passes calls on.
   */
  readonly askPasswords?: boolean;
  /**
   * HTTPS in place of HTTP: with a certificate for localhost that is kept in the folder of `file` (`true`; with a store in memory
   * it is made anew each time), or with one's own.
   */
  readonly https?: boolean | Certificate;
  /** How much is taken at once; what is left out has its default. */
  readonly limits?: Partial<Limits>;
  /** How much of the audit trail is kept: a million calls when left out. */
  readonly auditRetention?: AuditRetention;
  /** Told of failures that no caller should see; they go to standard error when left out. */
  readonly onError?: (error: unknown) => void;
};

/** A running emulator. */
export type Emulator = {
  /** Where it answers, without a slash at the end: `http://127.0.0.1:5178`. */
  readonly url: string;
  readonly port: number;
  readonly store: Store;
  /** With HTTPS, the certificate as PEM: what a caller has to trust. */
  readonly certificate: string | undefined;
  /** What calls under `/_emulator/` have to bring; another one each run. */
  readonly controlToken: string;
  readonly clock: Clock;
  /** What calls meet: `faults.set("throttled")`, `faults.set({ seed: 1, rules: [...] })`. */
  readonly faults: Pick<Faults, "read" | "set" | "clear">;
  /** States of the data under names; one that is restored leaves the audit trail as it is. */
  readonly snapshots: {
    readonly save: (name: string) => Promise<Snapshot>;
    readonly list: () => readonly Snapshot[];
    /** Throws SnapshotError when there is none of this name. */
    readonly restore: (name: string) => Promise<void>;
    /** Throws SnapshotError when there is none of this name. */
    readonly remove: (name: string) => void;
  };
  /** Puts data, clock and faults back to how they were at the start, and forgets the recent requests. */
  readonly reset: () => Promise<void>;
  /** The latest 1,000 calls but those of control, in the order in which they were answered. */
  readonly requests: (filter?: RecentFilter) => readonly RecentCall[];
  /**
   * Takes no more calls, gives those under way two seconds to end, writes the audit trail and closes the store if the emulator
   * opened it. A second call waits for the first.
   */
  readonly close: () => Promise<void>;
};

/** The build of Chime that the emulator stands in for unless told otherwise: the first with SessionDetails. */
export const defaultBuild = "3.1.578";

/**
 * Starts an emulator and gives it once it listens.
 *
 * @throws StoreError when the file cannot be opened; Error when the host and port cannot be listened on, or no certificate can be kept.
 */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const {
    host = "127.0.0.1",
    port = 0,
    build = defaultBuild,
    corsOrigins = "*",
    allowHosts = [],
    askPasswords = allowHosts.length > 0,
    auditRetention = defaultRetention,
  } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const onError =
    options.onError ??
    ((error: unknown) => {
      // What a disk does has its sentence; anything else is a fault of ours, and its stack helps to find it.
      console.error(error instanceof Error && error.cause instanceof StoreError ? error.message : error);
    });
  const clock = options.clock ?? createClock(options.now === undefined ? {} : { now: options.now });
  const { now } = clock;
  const faults = createFaults(options.faults);
  const store = options.store ?? openStore(options.file ?? ":memory:");
  const closeStore = (): void => {
    if (options.store === undefined) store.close();
  };
  const trail = createAuditTrail(store, onError);
  // What is in memory is seen by its own connection only.
  const threads = store.file === ":memory:" ? undefined : createReportThreads(store.file);
  const recent = createRecentCalls();
  const record = createCallRecorder(trail, recent);
  const answers = createAnswersUnderWay();
  const states = createStates({
    store,
    trail,
    clock,
    faults,
    recent,
    answers,
    isResettable: options.isResettable ?? (options.store === undefined || store.file === ":memory:"),
    writer: options.writer,
    onError,
  });
  const controlToken = makeControlToken();
  const application = createApplication({
    store,
    record,
    threads,
    controls: { token: controlToken, clock, faults, states, recent },
    answers,
    build,
    hosts: [host, ...allowHosts],
    askPasswords,
    limits,
    auditRetention,
    corsOrigins,
    onError,
  });
  let certificate: Certificate | undefined;
  let listening: Listening;
  try {
    certificate = await chooseCertificate(options.https ?? false, store);
    listening = await startListening(application, {
      host,
      port,
      certificate,
      requestTimeoutMs: limits.requestTimeoutMs,
      onUnreadable: ({ status, bytes, address }) => {
        const row: AuditRow = {
          at: now(),
          personId: null,
          keyLastFour: null,
          method: "-",
          route: "-",
          query: "",
          status,
          rows: null,
          bytes,
          milliseconds: 0,
          address,
          userAgent: "",
        };
        record(row, []);
      },
    });
  } catch (error) {
    await Promise.all([threads?.close(), states.close()]);
    closeStore();
    throw error;
  }
  const retention = keepAuditBounded(store, auditRetention, now, onError);
  let closing: Promise<void> | undefined;
  return {
    url: listening.url,
    port: listening.port,
    store,
    certificate: certificate?.cert,
    controlToken,
    clock,
    faults,
    snapshots: states,
    reset: states.reset,
    requests: recent.list,
    close: () => {
      // Who follows would be waited for.
      recent.close();
      return (closing ??= listening.stop().then(async () => {
        retention.close();
        await Promise.all([threads?.close(), states.close()]);
        try {
          trail.close();
        } finally {
          closeStore();
        }
      }));
    },
  };
}

async function chooseCertificate(https: boolean | Certificate, store: Store): Promise<Certificate | undefined> {
  if (typeof https === "object") return https;
  if (!https) return undefined;
  return store.file === ":memory:" ? makeCertificate() : keepCertificate(dirname(store.file));
}
