import { tooManySignIns } from "../problems.ts";

/** Keeps those who guess passwords waiting, by login and by address. */
export type SignInLimits = {
  /**
   * Counts a try before it is decided, so that many at once gain nothing. Throws a problem that names the seconds to wait.
   * What it gives is called when the try was let in: it no longer counts, nor do those before for the login.
   */
  readonly begin: (login: string, address: string) => () => void;
};

type Tries = { count: number; freeAt: number };
type Limit = { readonly free: number; readonly longestMs: number };

// A login can be kept waiting by anybody, so not for long; an address only by those who are at it.
const byLogin: Limit = { free: 3, longestMs: 60_000 };
const byAddress: Limit = { free: 10, longestMs: 900_000 };

const mostRemembered = 10_000;
const forgottenAfterMs = 3_600_000;

/** Limits on signing in, by `steadyNow` in milliseconds. They forget after an hour without a try. */
export function createSignInLimits(steadyNow: () => number = () => performance.now()): SignInLimits {
  const logins = createCounter(byLogin, steadyNow);
  const addresses = createCounter(byAddress, steadyNow);
  return {
    begin(login, address) {
      const folded = login.toLowerCase();
      const network = networkOf(address);
      const waitMs = Math.max(logins.waitMs(folded), addresses.waitMs(network));
      if (waitMs > 0) throw tooManySignIns(Math.ceil(waitMs / 1000));
      logins.add(folded);
      addresses.add(network);
      return () => {
        logins.forget(folded);
        // Not forgotten: whoever knows one password could otherwise guess others for ever.
        addresses.takeBack(network);
      };
    },
  };
}

function createCounter({ free, longestMs }: Limit, steadyNow: () => number) {
  const tries = new Map<string, Tries>();
  const find = (name: string): Tries | undefined => {
    const found = tries.get(name);
    if (found === undefined || steadyNow() - found.freeAt < forgottenAfterMs) return found;
    tries.delete(name);
    return undefined;
  };
  const delayMs = (count: number): number => (count < free ? 0 : Math.min(1000 * 2 ** (count - free), longestMs));
  return {
    waitMs: (name: string): number => Math.max(0, (find(name)?.freeAt ?? 0) - steadyNow()),
    add(name: string): void {
      const count = (find(name)?.count ?? 0) + 1;
      tries.delete(name);
      tries.set(name, { count, freeAt: steadyNow() + delayMs(count) });
      const [oldest] = tries.keys();
      if (tries.size > mostRemembered) tries.delete(oldest!);
    },
    takeBack(name: string): void {
      const found = find(name);
      if (found === undefined) return;
      found.count--;
      found.freeAt = steadyNow();
    },
    forget(name: string): void {
      tries.delete(name);
    },
  };
}

/** What one caller has: an IPv4 address, or the first half of an IPv6 one. */
function networkOf(address: string): string {
  if (!address.includes(":") || address.startsWith("::ffff:")) return address;
  const [head = "", tail] = address.split("%")[0]!.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill("0");
  return [...before, ...zeros, ...after].slice(0, 4).join(":");
}
