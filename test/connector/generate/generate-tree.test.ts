import { readdirSync } from "node:fs";
import { join } from "node:path";
import { inflateSync, crc32 } from "node:zlib";
import { DefaultSettings as FormatSettings, tryFormat } from "@microsoft/powerquery-formatter";
import { DefaultSettings, ResultUtils, TaskUtils, type Language } from "@microsoft/powerquery-parser";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { describeClocks, readSources } from "../../../connector/generate/index.ts";
import { connectorSourceNames, sourceNames } from "../../../connector/generate/source.ts";
import { datedBy } from "../../../connector/generate/report-text.ts";
import { reportNames, reports } from "../../../emulator/catalogue/index.ts";
import manifest from "../../../package.json" with { type: "json" };
import { generateAgain, readCommitted, readCommittedClocks } from "./read-committed.ts";

const tree = generateAgain({ version: manifest.version });
const text = (path: string): string => strFromU8(tree.get(path)!);

/** The section's members: what stands before the name, and the name. */
async function readMembers(document: string): Promise<ReadonlyMap<string, { shared: boolean; attributes: string }>> {
  const parsed = await TaskUtils.tryLexParse(DefaultSettings, document);
  if (!TaskUtils.isParseStageOk(parsed)) throw new Error("the document does not parse");
  const section = parsed.ast as Language.Ast.Section;
  return new Map(
    section.sectionMembers.elements.map(({ namePairedExpression, sharedConstant, literalAttributes }) => [
      namePairedExpression.key.literal,
      {
        shared: sharedConstant !== undefined,
        attributes: (literalAttributes?.content.elements ?? [])
          .map(({ node: { key, value } }) => `${key.literal}=${"literal" in value ? value.literal : ""}`)
          .join(" "),
      },
    ]),
  );
}

describe("the committed files", () => {
  it("are what the program generates from the catalogue, byte by byte", () => {
    const committed = readCommitted();
    expect([...committed.keys()].sort()).toEqual([...tree.keys()].sort());
    const differing = [...tree].filter(([path, bytes]) => Buffer.compare(bytes, committed.get(path)!) !== 0);
    expect(differing.map(([path]) => path)).toEqual([]);
  });

  it("tell the clocks of the past as the machine's zone data does", () => {
    // Changes are counted from one to the next: the first so many are the past.
    const hoursOf = (change: string): number => Number(/^\d+/.exec(change)?.[0] ?? 0);
    const pastOf = (clock: string): string => {
      let hours = 0;
      const past = clock.split(" ").filter((change, index) => {
        if (index > 0) hours += hoursOf(change);
        return hours < (Date.UTC(2024, 0) - Date.UTC(1989, 11, 1)) / 3_600_000;
      });
      return past.join(" ");
    };
    const committed = readCommittedClocks();
    const machine = describeClocks([...committed.keys()]);
    const differing = [...committed].filter(([zone, clock]) => pastOf(clock) !== pastOf(machine.get(zone)!));
    expect(differing.map(([zone]) => zone)).toEqual([]);
  });

  it("are the same bytes on a machine in another zone", () => {
    const before = process.env["TZ"];
    try {
      process.env["TZ"] = before === "Pacific/Apia" ? "America/New_York" : "Pacific/Apia";
      const elsewhere = generateAgain({ version: manifest.version });
      expect(Buffer.compare(elsewhere.get("Chime.mez")!, tree.get("Chime.mez")!)).toBe(0);
    } finally {
      process.env["TZ"] = before;
    }
  });

  it.each([...tree.keys()].filter((path) => path.endsWith(".pq")))(
    "%s says first where it comes from, and Microsoft's parser and formatter take it",
    async (path) => {
      const document = text(path);
      expect(document).toMatch(/^\/\/ Emitted by chime-bi build from .*; not edited by hand\.\n/);
      expect(document).not.toContain("\r");
      const parsed = await TaskUtils.tryLexParse(DefaultSettings, document);
      expect(TaskUtils.isParseStageOk(parsed)).toBe(true);
      const formatted = await tryFormat(FormatSettings, document);
      expect(ResultUtils.isOk(formatted)).toBe(true);
    },
  );
});

describe("Chime.pq", () => {
  it("shares the functions that people call, under the kind Chime, and nothing else", async () => {
    const members = await readMembers(text("Chime.pq"));
    expect([...members].filter(([, { shared }]) => shared)).toEqual([
      ["Chime.Contents", { shared: true, attributes: 'DataSource.Kind="Chime" Publish="Chime.Publish"' }],
      ["Chime.Report", { shared: true, attributes: 'DataSource.Kind="Chime"' }],
      ["Chime.Session", { shared: true, attributes: 'DataSource.Kind="Chime"' }],
      ...["DateRange", "ToZone", "ToUtc", "StartOfDay", "StartOfWeek", "StartOfMonth"].map((name) => [
        `Chime.${name}`,
        { shared: true, attributes: "" },
      ]),
    ]);
    expect([...members.keys()]).toEqual(expect.arrayContaining(["Chime", "Chime.Publish", "Chime.Reports"]));
  });

  it("has a member for every hand-written file", async () => {
    const files = readdirSync(join(import.meta.dirname, "../../../connector/source"));
    expect(files.map((file) => file.replace(/\.pqm$/, "")).sort()).toEqual([...sourceNames].sort());
    const members = await readMembers(text("Chime.pq"));
    expect(connectorSourceNames.filter((name) => !members.has(name))).toEqual([]);
  });

  it("keeps its size near what a person can read", () => {
    expect(tree.get("Chime.pq")!.length).toBeLessThan(120_000);
  });

  it("is all used: no member is there that nobody calls or sees", async () => {
    const members = await readMembers(text("Chime.pq"));
    const code = text("Chime.pq").replaceAll(/\/\/.*|"(?:[^"]|"")*"/g, "");
    const unused = [...members].filter(
      ([name, { shared }]) =>
        !shared &&
        !["Chime", "Chime.Publish"].includes(name) &&
        [...code.matchAll(new RegExp(`(?<![\\w.])@?${name.replaceAll(".", "\\.")}(?![\\w.])`, "g"))].length < 2,
    );
    expect(unused.map(([name]) => name)).toEqual([]);
  });

  it.each(["Chime.pq", "ChimeReport.pq", "ChimeZones.pq", "template/ChimeTemplate.pq"])(
    "%s depends on no machine's zone, culture or code from elsewhere",
    (path) => {
      expect(text(path)).not.toMatch(
        /ToLocal|LocalNow|DateTime(Zone)?\.From\(|Date\.From\(|Expression\.Evaluate|#shared/,
      );
    },
  );
});

describe("the hand-written M", () => {
  it.each(Object.entries(readSources()))("%s is laid out as Microsoft's formatter does", async (_name, source) => {
    const written = `${source.comment}\n${source.expression}`;
    const formatted = await tryFormat(FormatSettings, written);
    expect(ResultUtils.assertOk(formatted).replaceAll("\r\n", "\n").trimEnd()).toBe(written);
  });
});

describe("Chime.mez", () => {
  const files = unzipSync(tree.get("Chime.mez")!);

  it("holds the document, the texts and the icons at its root", () => {
    expect(Object.keys(files).sort()).toEqual(
      ["Chime.pq", "resources.resx", ...[16, 20, 24, 32, 40, 48, 64, 80].map((size) => `Chime${size}.png`)].sort(),
    );
    expect(Buffer.compare(files["Chime.pq"]!, tree.get("Chime.pq")!)).toBe(0);
  });

  it("has every file and every text that the document asks for", () => {
    const document = strFromU8(files["Chime.pq"]!);
    const asked = [...document.matchAll(/Extension\.Contents\("([^"]+)"\)/g)].map(([, name]) => name!);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((name) => files[name] === undefined)).toEqual([]);
    const texts = [...document.matchAll(/Extension\.LoadString\("([^"]+)"\)/g)].map(([, name]) => name!);
    const resx = strFromU8(files["resources.resx"]!);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((name) => !resx.includes(`<data name="${name}"`))).toEqual([]);
  });

  it.each([16, 20, 24, 32, 40, 48, 64, 80])("the icon of %d pixels is a whole PNG with ink on it", (size) => {
    const png = Buffer.from(files[`Chime${size}.png`]!);
    expect(png.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
    const chunks = new Map<string, Buffer>();
    for (let at = 8; at < png.length;) {
      const length = png.readUInt32BE(at);
      expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(png.subarray(at + 4, at + 8 + length)));
      chunks.set(png.toString("latin1", at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
      at += 12 + length;
    }
    expect([...chunks.keys()]).toEqual(["IHDR", "IDAT", "IEND"]);
    expect([chunks.get("IHDR")!.readUInt32BE(0), chunks.get("IHDR")!.readUInt32BE(4)]).toEqual([size, size]);
    const rows = inflateSync(chunks.get("IDAT")!);
    expect(rows).toHaveLength(size * (size * 4 + 1));
    const alpha = Array.from({ length: size * size }, (_, i) => rows[Math.floor(i / size) + 1 + i * 4 + 3]!);
    const share = alpha.filter((value) => value > 127).length / alpha.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.7);
  });
});

describe("the template", () => {
  it("has a file a query, and the same queries shared in its whole", async () => {
    const members = await readMembers(text("template/ChimeTemplate.pq"));
    const files = [...tree.keys()].filter((path) => path.startsWith("template/") && !path.includes("ChimeTemplate"));
    expect([...members.keys()].map((name) => `template/${name}.pq`)).toEqual(files);
    expect([...members.values()].every(({ shared }) => shared)).toBe(true);
  });

  it.each(reportNames)("%s asks its own route of the constant address, with what the report takes", (name) => {
    const query = text(`template/${name}.pq`);
    const { scope, isWindowed } = reports[name];
    expect(query.match(/Web\.Contents\(\s*ChimeAddress,/g)).toHaveLength(1);
    expect(query).toContain(`RelativePath = "Chime/Report/${name}"`);
    expect(query).toContain('"Bearer " & ChimeKey');
    expect(query.includes("queueId = ChimeQueueId")).toBe(scope === "queue");
    expect(query.includes("start = ")).toBe(isWindowed);
    expect(query).toContain("zone = ChimeZone");
  });

  it.each(reportNames)("%s refers to no other query that reads a source", (name) => {
    const query = text(`template/${name}.pq`).replaceAll(/"[^"]*"|\/\/.*/g, "");
    const others = reportNames.filter((other) => other !== name && new RegExp(`\\b${other}\\b`).test(query));
    expect(others).toEqual([]);
  });

  it.each(reportNames)("%s has the partitions of an incremental refresh if its rows are dated", (name) => {
    const query = text(`template/${name}.pq`);
    expect(query.includes("RangeStart = RangeStart, RangeEnd = RangeEnd")).toBe(datedBy(reports[name]) !== undefined);
  });

  it("its parameters are what Power BI takes for parameters", () => {
    expect(text("template/ChimeQueueId.pq")).toMatch(
      /"1" meta \[IsParameterQuery = true, Type = "Text", IsParameterQueryRequired = true\]\n$/,
    );
    expect(text("template/ChimeStart.pq")).toMatch(/null meta \[.*IsParameterQueryRequired = false\]\n$/);
    expect(text("template/RangeStart.pq")).toMatch(
      /null meta \[.*Type = "DateTime", IsParameterQueryRequired = false\]\n$/,
    );
  });

  it("begins with the given address, as does the function that reads any report", () => {
    const elsewhere = generateAgain({ address: "http://127.0.0.1:8080" });
    expect(strFromU8(elsewhere.get("ChimeReport.pq")!)).toMatch(/Web\.Contents\(\s*"http:\/\/127\.0\.0\.1:8080",/);
    expect(strFromU8(elsewhere.get("template/ChimeAddress.pq")!)).toContain('"http://127.0.0.1:8080" meta');
  });
});
