import type { SyntaxTree } from "../syntax/node.ts";

/** One HTTP call that M asks for. */
export type HttpRequest = {
  readonly method: "GET" | "POST" | "HEAD";
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array | undefined;
  readonly timeoutMilliseconds: number;
  /** Whether M asked not to be given an answer that was kept (`IsRetry`). */
  readonly isRetry: boolean;
};

/** What came back. Redirects are not followed, error statuses are answers like others. */
export type HttpResponse = {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
};

/** Why there was no answer at all. */
export type HttpFailure = { readonly failure: "timeout" | "unreachable" | "refusedHost"; readonly message: string };

/** A file or folder in a granted folder. */
export type FolderEntry = {
  readonly name: string;
  readonly isFolder: boolean;
  /** In bytes; 0 for a folder. */
  readonly length: number;
  /** Milliseconds since 1970, as the next two. */
  readonly accessedAt: number;
  readonly modifiedAt: number;
  readonly createdAt: number;
};

/** Why a file or folder could not be read. */
export type FileFailure = { readonly failure: "notFound" | "refused" | "unreadable"; readonly message: string };

/** A stored credential: for which data source, and what of it. */
export type Credential = {
  /** The data source kind: `Web` for plain M, otherwise the connector's, such as `Chime`. */
  readonly dataSourceKind: string;
  /** The data source path; a URL covers everything below it. */
  readonly path: string;
  readonly fields:
    | { readonly AuthenticationKind: "Anonymous" }
    | { readonly AuthenticationKind: "Key"; readonly Key: string }
    | {
        readonly AuthenticationKind: "UsernamePassword" | "Windows";
        readonly Username: string;
        readonly Password: string;
      }
    /** Signed in elsewhere: the token as it was given. */
    | { readonly AuthenticationKind: "OAuth" | "OAuth2"; readonly access_token: string };
};

/**
 * Everything that M may ask of the world, and nothing else: the engine has no clock, no network and no files of its own.
 * All of it answers at once; inside a worker the calls that take time block on the main thread.
 */
export type Host = {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** The name of the local zone, as the IANA has it. */
  readonly zone: string;
  /** The local zone's offset at an instant, in minutes east of UTC. */
  readonly localOffsetAt: (instant: number) => number;
  /** The document's culture, a BCP 47 tag. */
  readonly culture: string;
  readonly http: (request: HttpRequest) => HttpResponse | HttpFailure;
  readonly sleep: (milliseconds: number) => void;
  readonly parse: (text: string, documentName: string) => SyntaxTree;
  /** The credential for a data source; `undefined` when none was given. */
  readonly credential: (dataSourceKind: string, path: string) => Credential | undefined;
  /** A file of an extension's package; `undefined` when it has none of that name. */
  readonly extensionFile: (extension: string, file: string) => Uint8Array | undefined;
  /** The bytes of a file below a granted folder, by its absolute path. */
  readonly readFile: (path: string) => Uint8Array | FileFailure;
  /** What lies directly in a folder that is granted or below one that is. */
  readonly readFolder: (path: string) => readonly FolderEntry[] | FileFailure;
  /** Whether an operation that a view does not do itself is an error, in place of being done over the view's rows. */
  readonly failsOnFoldingFailure: boolean;
  readonly trace: (entry: { readonly level: number; readonly message: string }) => void;
};
