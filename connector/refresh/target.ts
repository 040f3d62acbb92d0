import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { PlacedSyntaxError, readExtension, readOutline, type Extension, type NamedText } from "../engine/index.ts";

/** Something that can be refreshed. */
export type Target =
  | {
      readonly kind: "connector";
      readonly file: string;
      readonly extension: Extension;
      /** The data source kind, as credentials are stored by it. */
      readonly dataSourceKind: string;
      /** The function that gives the navigation table: the first published one. */
      readonly entry: string;
    }
  | {
      readonly kind: "template";
      readonly file: string;
      readonly section: NamedText;
      readonly members: readonly string[];
    };

/** The connector that the program ships, as `npm run generate` emitted it. */
export function shippedConnector(): string {
  return createRequire(import.meta.url).resolve("#generated/Chime.mez");
}

/**
 * Reads what a path names: a connector (`.mez`, or a `.pq` whose members have a data source kind) or a template (a `.pq` section of
 * queries).
 *
 * @throws Error that says what was found instead and what a refresh takes.
 */
export async function readTarget(file: string): Promise<Target> {
  const extension = readExtension(file, readBytes(file));
  const outline = await readOutline(extension.text, extension.document).catch((cause: unknown) => {
    if (!(cause instanceof PlacedSyntaxError)) throw cause;
    const place = cause.place ? `, line ${cause.place.line}, column ${cause.place.column}` : "";
    throw new Error(`could not read "${file}"${place}: ${cause.message}`, { cause });
  });
  if (!outline) {
    throw new Error(
      `could not refresh "${file}": it is one expression, not a section document; evaluate it with: chime-bi evaluate "${file}"`,
    );
  }
  for (const { name, attributes } of outline.members) {
    const dataSourceKind = attributes["DataSource.Kind"];
    if (typeof dataSourceKind !== "string" || attributes["Publish"] === undefined) continue;
    return { kind: "connector", file, extension, dataSourceKind, entry: name };
  }
  const members = outline.members.filter((member) => member.isShared).map((member) => member.name);
  if (members.length === 0) throw new Error(`could not refresh "${file}": its section shares no member`);
  return { kind: "template", file, section: { document: extension.document, text: extension.text }, members };
}

function readBytes(file: string): Uint8Array {
  try {
    if (statSync(file).isDirectory()) {
      throw new Error(
        "it is a folder; a refresh takes a .mez or a .pq file (Power BI projects come with a later version)",
      );
    }
    return readFileSync(file);
  } catch (cause) {
    throw new Error(`could not read "${file}": ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
