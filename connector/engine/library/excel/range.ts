/** A rectangle of cells; rows and columns from 1, the last ones included. */
export type Range = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/** Whether a range is a single cell. */
export function isOneCell({ top, left, bottom, right }: Range): boolean {
  return top === bottom && left === right;
}

/** The place of a cell such as `B12`; `undefined` when the text is none. */
export function readPlace(text: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?(\d+)$/u.exec(text) ?? [];
  if (letters === undefined) return undefined;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(row), column };
}

/** A range such as `A1:C5` or a single cell; `undefined` when the text is neither. */
export function readRange(text: string): Range | undefined {
  const [first = "", last = first] = text.split(":");
  const from = readPlace(first);
  const to = readPlace(last);
  return from && to && { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

/** What a defined name refers to, such as `'My sheet'!$A$1:$B$2`; `undefined` when that is no one range. */
export function readReference(text: string): { readonly sheet: string; readonly range: Range } | undefined {
  const [, quoted, bare, place = ""] = /^(?:'((?:[^']|'')+)'|([^'!]+))!([^!,]+)$/u.exec(text) ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? bare;
  const range = readRange(place);
  return sheet === undefined || range === undefined ? undefined : { sheet, range };
}
