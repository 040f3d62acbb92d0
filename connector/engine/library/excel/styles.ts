import type { OfficePackage } from "./package.ts";

/** The number formats of Excel that show a date or a time and that no workbook spells out (ECMA-376, 18.8.30). */
const builtInDates: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Which cell styles of a workbook, by their number, show their number as a date or a time. */
export function readDateStyles(parts: OfficePackage, path: string): readonly boolean[] {
  const custom = new Map<number, string>();
  const styles: boolean[] = [];
  let isInCellFormats = false;
  parts.scan(path, {
    open: (name, attribute) => {
      if (name === "numFmt") custom.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      else if (name === "cellXfs") isInCellFormats = true;
      else if (name === "xf" && isInCellFormats) styles.push(isDate(Number(attribute("numFmtId") ?? 0), custom));
    },
    text: () => undefined,
    close: (name) => {
      if (name === "cellXfs") isInCellFormats = false;
    },
  });
  return styles;
}

function isDate(id: number, custom: ReadonlyMap<number, string>): boolean {
  const code = custom.get(id);
  return code === undefined ? builtInDates.some(([first, last]) => id >= first && id <= last) : showsDate(code);
}

/** Whether a format code has a part of a date outside quotes, escapes, colours and conditions. */
function showsDate(code: string): boolean {
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, "");
  return !/general/iu.test(bare) && /[dmyhs]/iu.test(bare.split(";")[0]!);
}
