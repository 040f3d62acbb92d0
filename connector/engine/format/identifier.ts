import { printTextLiteral } from "./text-literal.ts";

const regular =
  /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]*(?:\.[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]*)*$/u;

const keywords = new Set(
  "and as each else error false if in is let meta not null or otherwise section shared then true try type".split(" "),
);

/** A name as M writes it: as it is when it is a regular identifier and no keyword, otherwise quoted, `#"a b"`. */
export function printIdentifier(name: string): string {
  return regular.test(name) && !keywords.has(name) ? name : `#${printTextLiteral(name)}`;
}
