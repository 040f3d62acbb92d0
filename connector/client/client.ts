import { directories, reports, routeOf, type ReportName } from "../../emulator/catalogue/index.ts";
import { checkConnection, type Connection, type Request } from "./connection.ts";
import { readDirectory, type Category, type ListedReport } from "./directory.ts";
import { toSearch, type LooseQuery, type ReportQuery, type ReportRow } from "./report-query.ts";
import type { WeekDay } from "./resolve-range.ts";
import { defaultRetries, type Retries } from "./retry.ts";
import { createRows, type Rows } from "./rows.ts";
import { readSession, type Session } from "./session.ts";
import { createStatusClient, type StatusClient } from "./status.ts";

/** How to call Chime; only the address and the key have to be given. */
export type ClientOptions = {
  /** The address of Chime, such as `https://chime.example.com`. */
  readonly url: string;
  /** An API key, a GUID. It goes to this address only, and into no error. */
  readonly key: string;
  /** In place of the global `fetch`, for a proxy or certificates of one's own. */
  readonly fetch?: typeof globalThis.fetch;
  /** The IANA zone where a query names none; UTC when left out. */
  readonly zone?: string;
  /** The first day of a week in ranges such as `previous week`; Monday when left out. */
  readonly weekStart?: WeekDay;
  readonly retries?: Partial<Retries>;
  /** The clock that named ranges are counted from, in milliseconds since 1970; the machine's when left out. */
  readonly now?: () => number;
};

/** What a call without a query of its own may be given. */
export type CallOptions = {
  /** The IANA zone of returned instants; the client's when left out. */
  readonly zone?: string;
  readonly signal?: AbortSignal;
};

type Arguments<N extends ReportName> = "queue" extends (typeof reports)[N]["scope"]
  ? [query: ReportQuery<N>]
  : [query?: ReportQuery<N>];

/**
 * A client of the reporting API. Its calls throw ChimeProblem for a refusal, ChimeConnectionError where no whole answer came,
 * ChimeAnswerError for an answer that the catalogue does not describe, and the reason of a signal that aborted.
 */
export type Client = {
  /**
   * The rows of a report, typed by its name; the call is made when they are read. Throws at once, with an Error, for a query that
   * could not be meant.
   */
  readonly report: <N extends ReportName>(name: N, ...query: Arguments<N>) => Rows<ReportRow<N>>;
  /** The reports of a category that the key's person may read. */
  readonly directory: (category: Category, options?: Pick<CallOptions, "signal">) => Promise<readonly ListedReport[]>;
  /** Everything known of one chat. An unknown one and a hidden one both are a ChimeProblem with the status 404. */
  readonly session: (sessionId: number, options?: CallOptions) => Promise<Session>;
  /** The public status API; the key is not sent there. */
  readonly status: StatusClient;
};

/** Makes a client; nothing is called yet. Throws an Error for an address or a key that cannot be used. */
export function createClient(options: ClientOptions): Client {
  const connection = connect(options);
  const { zone: usualZone = "UTC", weekStart = "monday", now = Date.now } = options;
  return {
    report: (name, ...[query]) => {
      if (!Object.hasOwn(reports, name)) throw new Error(`there is no report "${name}"`);
      // The types of a query follow from the name, which is not known here.
      const loose = (query ?? {}) as LooseQuery & CallOptions;
      const search = toSearch(reports[name], loose, { zone: usualZone, weekStart, now });
      return createRows(connection, requestReport(name, search, loose.signal), reports[name].columns);
    },
    directory: async (category, { signal } = {}) => {
      const directory = directories.find((known) => known.category === category);
      if (directory === undefined) throw new Error(`there is no category "${category as string}" of reports`);
      return readDirectory(connection, directory.route, signal);
    },
    session: (sessionId, { zone = usualZone, signal } = {}) => readSession(connection, sessionId, zone, signal),
    status: createStatusClient(connection),
  };
}

/** Where and how the options say to call. Throws an Error for an address or a key that cannot be used. */
export function connect({ url, key, fetch = globalThis.fetch, retries }: ClientOptions): Connection {
  return { url: checkConnection(url, key), key, fetch, retries: { ...defaultRetries, ...retries } };
}

/** The call for a report. */
export function requestReport(
  name: string,
  search: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Request {
  return { what: `the report ${name}`, path: routeOf(name), search, hasKey: true, signal };
}
