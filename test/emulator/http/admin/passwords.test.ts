import { randomBytes, scryptSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { countWaiting, hashPassword, isPassword } from "../../../../emulator/http/admin/passwords.ts";

const least = { salt: randomBytes(16), cost: 16, blockSize: 1, parallelization: 1 };
const cheap = { ...least, hash: scryptSync("x", least.salt, 32, least) };

describe("a password", () => {
  it("is known by its hash, which differs each time", async () => {
    const [one, other] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")]);
    expect(one.hash.equals(other.hash)).toBe(false);
    expect(await isPassword("correct horse", one)).toBe(true);
    expect(await isPassword("Correct horse", one)).toBe(false);
    // Stands in for nobody's: no password is that of somebody who has none.
    expect(await isPassword("", undefined)).toBe(false);
  });

  it("is the same in whichever code points a keyboard gives it", async () => {
    expect(await isPassword("Zoe\u0308s Büro", await hashPassword("Zo\u00ebs Bu\u0308ro"))).toBe(true);
  });

  it("is compared with the cost that it was stored with", async () => {
    expect(await isPassword("x", cheap)).toBe(true);
    expect(await isPassword("x", { ...cheap, cost: 32 })).toBe(false);
  });

  it("waits for its turn while another is at it", async () => {
    const all = Array.from({ length: 5 }, () => isPassword("x", cheap));
    expect(countWaiting()).toBe(4);
    await Promise.all(all);
    expect(countWaiting()).toBe(0);
  });
});
