import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { InvalidArgumentError, type Command } from "commander";
import { reportNames, reports } from "../../emulator/catalogue/index.ts";
import { isZone } from "../../zones/index.ts";
import { describeClocks } from "./clocks.ts";
import { allZones, defaultZones } from "./default-zones.ts";
import { generateTree, type GeneratedTree } from "./generate-tree.ts";
import { readSources } from "./source.ts";

type Options = {
  readonly out: string;
  readonly zone: readonly string[];
  readonly allZones?: true;
  readonly url: string;
  readonly json?: true;
};

/** Adds `chime-bi build`: writes the connector and the template for Power BI. */
export function defineBuildCommand(program: Command): void {
  program
    .command("build")
    .description("write the Power BI connector (Chime.mez) and the template of plain queries")
    .option("--out <folder>", "folder to write to", "chime-bi-build")
    .option("--zone <zone...>", "IANA zones to know beside the usual ones", addZone, [])
    .option("--all-zones", "know every IANA zone; the files grow by the clocks of some 440 zones")
    .option(
      "--url <address>",
      "address that the template's ChimeAddress begins with",
      parseAddress,
      "https://example.com",
    )
    .option("--json", "print the files as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  chime-bi build --out chime-bi-build --zone Asia/Tashkent --url https://chime.example.com",
    )
    .action((options: Options, command: Command) => {
      const zones = options.allZones ? allZones() : defaultZones;
      const tree = generateTree({
        reports: reportNames.map((name) => reports[name]),
        clocks: describeClocks([...zones, ...options.zone]),
        sources: readSources(),
        address: options.url,
        version: readVersion(),
      });
      writeTree(tree, options.out);
      command.configureOutput().writeOut?.(options.json ? `${treeAsJson(tree)}\n` : describeTree(tree, options.out));
    });
}

function writeTree(tree: GeneratedTree, folder: string): void {
  try {
    for (const [path, bytes] of tree) {
      const file = join(folder, ...path.split("/"));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`build: the files could not be written to "${folder}": ${reason}`, { cause });
  }
}

function describeTree(tree: GeneratedTree, folder: string): string {
  const width = Math.max(...[...tree.keys()].map((path) => path.length));
  const rows = [...tree].map(([path, bytes]) => `${path.padEnd(width)}  ${String(bytes.length).padStart(8)} bytes`);
  const steps = [
    `Wrote ${tree.size} files to ${folder}.`,
    "",
    "Connector: copy Chime.mez to Documents/Power BI Desktop/Custom Connectors, allow uncertified connectors under",
    "Options > Security > Data Extensions, restart Power BI Desktop, and choose Get data > Chime reports.",
    "Template: make a blank query for each file in template, named as the file, and paste the file into its Advanced Editor;",
    "ChimeTemplate.pq holds all of them at once and is not pasted. ChimeReport.pq is one function for every report; ChimeZones.pq",
    "has the functions for time zones alone, for any model.",
  ];
  return `${rows.join("\n")}\n\n${steps.join("\n")}\n`;
}

function treeAsJson(tree: GeneratedTree): string {
  return JSON.stringify([...tree].map(([path, { length }]) => ({ path, bytes: length })));
}

function readVersion(): string {
  const manifest = createRequire(import.meta.url).resolve("#package");
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}

function addZone(zone: string, zones: readonly string[]): readonly string[] {
  if (!isZone(zone)) throw new InvalidArgumentError("Use an IANA name such as America/New_York.");
  return [...zones, zone];
}

function parseAddress(text: string): string {
  if (!URL.canParse(text) || !/^https?:/.test(text)) {
    throw new InvalidArgumentError("Use an address such as https://chime.example.com.");
  }
  return text;
}
