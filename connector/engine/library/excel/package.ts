import { createRequire } from "node:module";
import type * as Fflate from "fflate";
import { formatError, notSupported } from "../../values/errors.ts";
import { scanXml, type XmlScan } from "../xml/read-xml.ts";

/** A part's relationship to another part: the other's path and what it is, such as `table`. */
export type Relationship = { readonly id: string; readonly path: string; readonly type: string };

/** The parts of an Open XML file, unzipped one by one when they are asked for. */
export class OfficePackage {
  readonly #bytes: Uint8Array;

  /** @throws EvaluationError when the bytes are no zip. */
  constructor(bytes: Uint8Array) {
    if (isCompoundFile(bytes)) throw notSupported("Excel.Workbook's reading of .xls and of protected workbooks");
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw notRecognized();
    this.#bytes = bytes;
  }

  /** The text of a part; `undefined` when there is none of this path. @throws EvaluationError when the zip is damaged. */
  text(path: string): string | undefined {
    try {
      // Loaded when first used: most evaluations unzip nothing, and each of them pays for what is loaded at the start.
      const { unzipSync } = createRequire(import.meta.url)("fflate") as typeof Fflate;
      const found = unzipSync(this.#bytes, { filter: ({ name }) => name === path })[path];
      return found && new TextDecoder().decode(found);
    } catch (error) {
      throw notRecognized(error);
    }
  }

  /** Reads a part from beginning to end, if it is there. @throws EvaluationError when it is not well-formed. */
  scan(path: string, scan: XmlScan): void {
    const text = this.text(path);
    if (text === undefined) return;
    try {
      scanXml(text, scan);
    } catch (error) {
      throw notRecognized(error);
    }
  }

  /** What a part refers to; the whole package's relationships for the path `""`. */
  relationships(path: string): readonly Relationship[] {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const found: Relationship[] = [];
    this.scan(`${folder}_rels/${path.slice(folder.length)}.rels`, {
      open: (name, attribute) => {
        if (name !== "Relationship" || attribute("TargetMode") === "External") return;
        const type = attribute("Type") ?? "";
        found.push({
          id: attribute("Id") ?? "",
          path: resolve(folder, attribute("Target") ?? ""),
          type: type.slice(type.lastIndexOf("/") + 1),
        });
      },
      text: () => undefined,
      close: () => undefined,
    });
    return found;
  }
}

/** The error for bytes that are no workbook, in Microsoft's words. */
export function notRecognized(cause?: unknown): Error {
  const error = formatError("The input couldn't be recognized as a valid Excel document.");
  error.cause = cause;
  return error;
}

/** Old and encrypted workbooks are both compound files. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
}

function resolve(folder: string, target: string): string {
  return new URL(target, `file:///${folder}`).pathname.slice(1);
}
