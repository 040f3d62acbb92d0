import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defineBuildCommand } from "../../../connector/generate/index.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "chime-bi-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(...words: readonly string[]): string {
  let written = "";
  const program = new Command("chime-bi").exitOverride();
  program.configureOutput({ writeOut: (text) => (written += text), writeErr: () => undefined });
  defineBuildCommand(program);
  program.parse(["build", ...words], { from: "user" });
  return written;
}

describe("chime-bi build", () => {
  it("writes the files, lists them, and says what to do with them", () => {
    const out = join(folder, "one", "two");
    const written = run("--out", out, "--url", "http://127.0.0.1:8080");
    expect(written).toMatch(/^Chime\.mez +\d+ bytes\n/);
    expect(written).toContain("Custom Connectors");
    expect(readFileSync(join(out, "Chime.pq"), "utf8")).toContain("section Chime;");
    expect(readFileSync(join(out, "template", "ChimeAddress.pq"), "utf8")).toContain('"http://127.0.0.1:8080"');
  });

  it("prints the files as JSON on request", () => {
    const out = join(folder, "json");
    const files = JSON.parse(run("--out", out, "--json")) as readonly { path: string; bytes: number }[];
    expect(files.map(({ path }) => path)).toContain("template/InboundVsAnsweredChats.pq");
    for (const { path, bytes } of files) expect(readFileSync(join(out, path))).toHaveLength(bytes);
  });

  it("knows the zones it was asked for beside the usual ones", () => {
    const out = join(folder, "zones");
    run("--out", out, "--zone", "Asia/Tashkent", "Africa/Tunis");
    const document = readFileSync(join(out, "Chime.pq"), "utf8");
    for (const zone of ["Asia/Tashkent", "Africa/Tunis", "America/New_York"])
      expect(document).toContain(`#"${zone}" = `);
  });

  it("refuses an unknown zone and what is no address", () => {
    expect(() => run("--out", folder, "--zone", "Mars/Base")).toThrow(/'Mars\/Base' is invalid/);
    expect(() => run("--out", folder, "--url", "chime")).toThrow(/'chime' is invalid/);
  });

  it("says where it could not write, and why", () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    expect(() => run("--out", file)).toThrow(/^build: the files could not be written to ".*file": /);
  });
});
