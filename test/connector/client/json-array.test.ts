import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ChimeAnswerError, ChimeConnectionError } from "../../../connector/client/index.ts";
import { readJsonArray } from "../../../connector/client/json-array.ts";

/** Reads a text that arrives in pieces of the given lengths, the last of them as often as needed. */
async function readPieces(text: string, lengths: readonly number[]): Promise<unknown[]> {
  async function* pieces(): AsyncGenerator<string, void> {
    let at = 0;
    for (let index = 0; at < text.length; index++) {
      const length = lengths[Math.min(index, lengths.length - 1)]!;
      yield await Promise.resolve(text.slice(at, at + length));
      at += length;
    }
  }
  const all: unknown[] = [];
  for await (const elements of readJsonArray(pieces(), "it")) all.push(...elements);
  return all;
}

const arrays = fc.array(fc.jsonValue({ depthSize: "small" }), { maxLength: 12 });
const lengths = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 });
const spaces = fc.constantFrom<string | undefined>(undefined, " ", "\t", "  ");

describe("an array that arrives in pieces", () => {
  it("is the array that JSON.parse gives, wherever it is cut into pieces", async () => {
    await fc.assert(
      fc.asyncProperty(arrays, lengths, spaces, async (array, pieces, space) => {
        const text = JSON.stringify(array, undefined, space);
        expect(await readPieces(`\n ${text}\r\n`, pieces)).toEqual(JSON.parse(text));
      }),
    );
  });

  it("that ends too soon is an error, wherever it ends", async () => {
    const text = JSON.stringify([{ name: 'a "b" \\ [c] }', list: [1, [2]] }, { name: "}],", list: [] }, { name: "" }]);
    for (let length = 0; length < text.length; length++) {
      for (const piece of [1, 7, 1000]) {
        await expect(readPieces(text.slice(0, length), [piece]), `${length} of ${text.length}`).rejects.toThrow(
          ChimeConnectionError,
        );
      }
    }
  });

  it.each([
    ["an object", '{"rows": []}', "it begins with"],
    ["a page", "<!doctype html>", "it begins with"],
    ["a text", '"[]"', "it begins with"],
    ["more after its end", "[1] [2]", "follows its array"],
    ["a comma too many", "[1, 2,]", "JSON array as it should be"],
    ["two commas", "[1,, 2]", "JSON"],
    ["a comma alone", "[,]", "JSON array as it should be"],
    ["a bracket that was never opened", "[1}", "its array ends with }"],
    ["brackets that do not match", "[{1], 2]", "JSON"],
    ["two elements without a comma", "[{} {}]", "JSON"],
    ["a line break in a text", '["a\nb"]', "JSON"],
  ])("with %s is refused", async (_claim, text, why) => {
    for (const piece of [1, 3, 1000]) {
      const failure = readPieces(text, [piece]);
      await expect(failure).rejects.toThrow(ChimeAnswerError);
      await expect(failure).rejects.toThrow(why);
    }
  });

  it("whose element never ends is refused before it fills the memory", async () => {
    const text = `[{"comment": "${"x".repeat(5 * 1024 * 1024)}"}]`;
    await expect(readPieces(text, [65_536])).rejects.toThrow("one of its elements has more than");
  });
});
