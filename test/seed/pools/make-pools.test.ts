import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makePools } from "../../../seed/pools/make-pools.ts";
import { pools, poolsHash } from "../../../seed/pools/pools.ts";

const committed = readFileSync(new URL("../../../seed/pools/pools.ts", import.meta.url), "utf8").replaceAll(
  "\r\n",
  "\n",
);

describe("the pools", () => {
  it("are those that faker gives: a faker with other names is not let in unseen", () => {
    expect(makePools()).toBe(committed);
  });

  it("have the content that their hash says", () => {
    const body = /export const pools = (\{.*?\n\}) as const;/s.exec(committed)?.[1];
    expect(createHash("sha256").update(body!).digest("hex")).toBe(poolsHash);
    expect(poolsHash).toBe("a2be1ae30c5f63d7052897bf0dbe3b7edbeee85ea08fa5f1ba4998bfaa673473");
  });

  it("hold each name once, with nothing around it", () => {
    for (const lists of Object.values(pools)) {
      for (const list of Object.values<string>(lists)) {
        const names = list.replaceAll("\n", "").split("|");
        expect(new Set(names).size).toBe(names.length);
        expect(names.filter((name) => name.trim() !== name || name === "")).toEqual([]);
      }
    }
  });
});
