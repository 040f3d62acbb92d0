import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterAll, describe, expect, inject, it } from "vitest";
import { projectWriter } from "./refreshing.ts";

const workflow = readFileSync(join("examples", "github-actions", "refresh.yml"), "utf8");
const writeProject = projectWriter();
const folder = mkdtempSync(join(tmpdir(), "chime-bi-ci-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The commands of the workflow's steps by their names, as a runner would hand them to a shell. */
function commandsOf(text: string): ReadonlyMap<string, string> {
  const steps = text.split(/^ {6}- /mu).slice(1);
  return new Map(
    steps.flatMap((step) => {
      const name = /^name: (.+)$/mu.exec(step)?.[1];
      const [, inline, block] = /^ {8}run: (?:\|\n((?: {10}.*\n)+)|(.+))$/mu.exec(`${step}\n`) ?? [];
      const command = block ?? inline?.replaceAll(/^ {10}/gmu, "");
      return name !== undefined && command !== undefined ? [[name, command] as const] : [];
    }),
  );
}

describe("the example for GitHub Actions", () => {
  const commands = commandsOf(workflow);

  it("has the steps that a refresh needs, in order", () => {
    expect([...commands.keys()]).toEqual([
      "Install chime-bi",
      "Make a help desk",
      "Serve it",
      "Refresh as the Service would",
    ]);
    expect(workflow).toMatch(/^on: push$/mu);
    expect(workflow).not.toContain("\t");
  });

  it.skipIf(process.platform === "win32")(
    "refreshes a project as it is written, with the program of this folder in place of the installed one",
    () => {
      const project = writeProject([{ name: "Queues", query: 'Chime.Report(ServerUrl, "Queues")' }]);
      symlinkSync(project, join(folder, "Chime"));
      const programs = join(folder, "programs");
      mkdirSync(programs);
      const program = resolve("dist", "cli.js");
      // A shell function of the name would not reach the background; a file of the name does.
      writeFileSync(join(programs, "npx"), `#!/bin/sh\nshift\nexec "${process.execPath}" "${program}" "$@"\n`, {
        mode: 0o755,
      });
      const port = 20_000 + (process.pid % 20_000);
      // The help desk that the workflow makes is the one that the tests have already.
      expect(commands.get("Make a help desk")).toBe("npx chime-bi seed --data ci.sqlite --until 2026-11-01T00:00:00Z");
      copyFileSync(inject("demoFile"), join(folder, "ci.sqlite"));
      const script = [...commands]
        .filter(([name]) => ["Serve it", "Refresh as the Service would"].includes(name))
        .map(([, command]) => command)
        .join("\n")
        .replaceAll("5178", String(port));
      const environment = {
        ...process.env,
        PATH: `${programs}${delimiter}${process.env["PATH"]!}`,
        PROJECT: "Chime",
        CHIME_URL: `http://127.0.0.1:${port}`,
        CHIME_KEY: /CHIME_KEY: (\S+)/u.exec(workflow)![1]!,
        CHIME_PARAMETER_ChimeKey: "unused",
      };
      const out = execFileSync("bash", ["-ec", `trap 'kill %1' EXIT\n${script}`], {
        cwd: folder,
        env: environment,
        encoding: "utf8",
      });
      expect(out).toMatch(/^Queues +6 .* ok$/mu);
      expect(readFileSync(join(folder, "refresh.xml"), "utf8")).toContain('failures="0"');
      expect(readFileSync(join(folder, "refresh.html"), "utf8")).toContain("/Chime/Report/Queues");
    },
    120_000,
  );
});
