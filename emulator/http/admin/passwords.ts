import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import type { PasswordHash } from "../../store/index.ts";

/** The fewest characters of a password; what is shorter is guessed. */
export const shortestPassword = 12;
/** The most characters of a password: more would only keep the machine busy. */
export const longestPassword = 1000;

/** As strong as OWASP asks for, in 32 MiB: about a quarter of a second a try. */
const cost = { cost: 2 ** 15, blockSize: 8, parallelization: 3 };
const hashLength = 32;

/** What is stored in place of a password. */
export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(16);
  return { salt, hash: await derive(password, { salt, ...cost }), ...cost };
}

/** Stands in for the password of somebody who has none, so that the answer takes as long. */
const nobody: PasswordHash = { salt: Buffer.alloc(16), hash: Buffer.alloc(hashLength), ...cost };

/** Whether a password is the stored one; without one to compare with it is not, and that takes as long. */
export async function isPassword(password: string, stored: PasswordHash | undefined): Promise<boolean> {
  const expected = stored ?? nobody;
  const made = await derive(password, expected);
  return timingSafeEqual(made, expected.hash) && stored !== undefined;
}

/** Whether a derivation is under way, and those that wait for their turn. */
let isBusy = false;
const waiting: (() => void)[] = [];

/** How many derivations wait: past a number of them the caller should not begin another. */
export function countWaiting(): number {
  return waiting.length;
}

async function derive(
  password: string,
  { salt, cost, blockSize, parallelization }: Omit<PasswordHash, "hash">,
): Promise<Buffer> {
  // One at a time, whatever is asked: with two, on two cores, the slowest twentieth of reports took four times as long (110 ms).
  if (isBusy) await new Promise<void>((resolve) => waiting.push(resolve));
  isBusy = true;
  try {
    return await new Promise((resolve, reject) => {
      const options = { cost, blockSize, parallelization, maxmem: 256 * blockSize * (cost + parallelization + 2) };
      // The same password typed on two keyboards may come in different code points.
      scrypt(password.normalize("NFKC"), salt, hashLength, options, (error, key) => {
        if (error) reject(error);
        else resolve(key);
      });
    });
  } finally {
    // The turn goes on to the one that waited longest, and nobody comes between.
    const next = waiting.shift();
    if (next === undefined) isBusy = false;
    else next();
  }
}
