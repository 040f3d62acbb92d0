import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Somebody who is signed in. */
export type Session = {
  readonly personId: number;
  /** Whether the person was chosen on this machine, without a password. */
  readonly isLocal: boolean;
  /** When the password was set that the session was begun with; `null` when it was begun without one and there is none. */
  readonly passwordSetAt: number | null;
  /** What a request that changes something has to bring along. */
  readonly csrfToken: string;
};

/** The sessions of one running emulator; they end with it. */
export type Sessions = {
  /** Begins a session and gives its id, which is not kept. */
  readonly begin: (session: Omit<Session, "csrfToken">) => string;
  /** The session with this id, used now; `undefined` when there is none, or none any more. */
  readonly find: (id: string) => Session | undefined;
  readonly end: (id: string) => void;
};

const longestIdleMs = 8 * 3_600_000;
const mostSessions = 10_000;

/**
 * Keeps sessions in memory, by the hash of their ids. One ends after eight hours without use, by `steadyNow` in milliseconds: the
 * emulator's own clock may be moved. With too many, the one that was unused longest goes.
 */
export function createSessions(steadyNow: () => number = () => performance.now()): Sessions {
  const sessions = new Map<string, { readonly session: Session; readonly usedAt: number }>();
  const keyOf = (id: string): string => createHash("sha256").update(id).digest("base64");
  const use = (key: string, session: Session): void => {
    // Put at the end, so that the first one is the one that was unused longest.
    sessions.delete(key);
    sessions.set(key, { session, usedAt: steadyNow() });
  };
  return {
    begin(session) {
      const id = createSecret();
      use(keyOf(id), { ...session, csrfToken: createSecret() });
      const [oldest] = sessions.keys();
      if (sessions.size > mostSessions) sessions.delete(oldest!);
      return id;
    },
    find(id) {
      const key = keyOf(id);
      const found = sessions.get(key);
      if (found === undefined) return undefined;
      if (steadyNow() - found.usedAt > longestIdleMs) {
        sessions.delete(key);
        return undefined;
      }
      use(key, found.session);
      return found.session;
    },
    end(id) {
      sessions.delete(keyOf(id));
    },
  };
}

/** 256 bits that nobody can guess, as text for cookies and forms. */
function createSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Whether a text is the secret; it takes as long for every text of the same length. */
export function isSecret(text: string, secret: string): boolean {
  const [given, kept] = [Buffer.from(text), Buffer.from(secret)];
  return given.length === kept.length && timingSafeEqual(given, kept);
}
