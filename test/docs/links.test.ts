import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

const pages = [
  "README.md",
  "CHANGELOG.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file)),
];

/** The anchor that a heading gets on the usual hosts. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_\- ]/gu, "")
    .replaceAll(" ", "-");
}

function anchorsOf(page: string): Set<string> {
  const text = readFileSync(page, "utf8").replaceAll(/^```.*?^```/gmsu, "");
  return new Set([...text.matchAll(/^#{1,6} (.+)$/gmu)].map(([, heading]) => anchorOf(heading!)));
}

describe("the docs", () => {
  it.each(pages)("%s links to what is there", (page) => {
    const text = readFileSync(page, "utf8").replaceAll(/^```.*?^```/gmsu, "");
    for (const [, link] of text.matchAll(/\]\(([^)\s]+)\)/gu)) {
      if (/^https?:/u.test(link!)) continue;
      const [file = "", anchor] = link!.split("#");
      const target = file === "" ? page : normalize(join(dirname(page), file));
      expect(existsSync(target), `${page} links to ${link!}`).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(target), `${page} links to ${link!}`).toContain(anchor);
    }
  });

  it("draws the table of rooms as dependency-cruiser enforces it", async () => {
    const config = join("..", "..", "dependency-cruiser.config.mjs");
    const { rooms } = (await import(config)) as { rooms: Record<string, string[]> };
    const architecture = readFileSync(join("docs", "architecture.md"), "utf8");
    const drawn = [...architecture.matchAll(/^\| `([\w/]+)` +\|[^|]*\| ([^|]*?) +\|$/gmu)].map(([, room, imports]) => [
      room,
      imports === "nothing" ? [] : imports!.split(", ").map((name) => name.replaceAll("`", "")),
    ]);
    expect(Object.fromEntries(drawn)).toEqual(rooms);
  });

  it("name every command of the program in the README", () => {
    const readme = readFileSync("README.md", "utf8");
    for (const file of readdirSync(".", { recursive: true, encoding: "utf8" })) {
      const command = /(?:^|[/\\])([a-z]+)-command\.ts$/u.exec(file)?.[1];
      if (command === undefined || /node_modules|dist/u.test(file)) continue;
      expect(readme).toContain(`chime-bi ${command}`);
    }
  });
});
