import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import {
  generateTree,
  readSources,
  type Clocks,
  type GeneratedTree,
  type TreeInput,
} from "../../../connector/generate/index.ts";
import { reportNames, reports } from "../../../emulator/catalogue/index.ts";

const folder = join(import.meta.dirname, "../../../connector/generated");

/** The committed files by their path with forward slashes. */
export function readCommitted(): ReadonlyMap<string, Uint8Array> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [relative(folder, file).split(sep).join("/"), new Uint8Array(readFileSync(file))];
    }),
  );
}

/** Packed clocks with every reference put as the changes that it stands for. */
export function unpackClocks(packed: readonly string[]): readonly string[] {
  const isSpelled = (word: string): boolean => !word.startsWith("@");
  return packed.map((text) =>
    text
      .split(" ")
      .flatMap((word) => {
        if (isSpelled(word)) return [word];
        const [clock, first, count] = word.slice(1).split(":").map(Number) as [number, number, number];
        const spelled = packed[clock]!.split(" ").slice(1).filter(isSpelled);
        return spelled.slice(first, first + count);
      })
      .join(" "),
  );
}

/** The clocks that the committed connector knows: newer zone data may tell other ones, and that is no change of the generator. */
export function readCommittedClocks(): Clocks {
  const text = readFileSync(join(folder, "Chime.pq"), "utf8");
  const section = (name: string): string => text.slice(text.indexOf(`\n${name} = `)).split(";\n", 1)[0]!;
  const packed = [...section("Chime.Clocks").matchAll(/"([-+0-9:@ ]+)"/g)].map(([, clock]) => clock!);
  const texts = unpackClocks(packed);
  const zones = [...section("Chime.Zones").matchAll(/^ +(?:#"([^"]+)"|(\w+)) = Chime\.ReadClock\((\d+)\),?$/gm)];
  return new Map(zones.map(([, quoted, plain, number]) => [(quoted ?? plain)!, texts[Number(number)]!]));
}

/** What `npm run generate` generates, with some of its input replaced. */
export function generateAgain(input: Partial<TreeInput> = {}): GeneratedTree {
  return generateTree({
    reports: reportNames.map((name) => reports[name]),
    clocks: readCommittedClocks(),
    sources: readSources(),
    address: "https://example.com",
    version: "0.1.0",
    ...input,
  });
}
