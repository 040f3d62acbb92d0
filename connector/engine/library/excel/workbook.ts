import { notSupported } from "../../values/errors.ts";
import { notRecognized, OfficePackage } from "./package.ts";
import { isOneCell, readRange, readReference, type Range } from "./range.ts";
import { filledRange, readSheet, unescapeText, type CellContext, type Sheet } from "./sheet.ts";
import { readDateStyles } from "./styles.ts";

/** What `Excel.Workbook` lists: a sheet, a table or a name for a range. */
export type WorkbookItem = {
  readonly name: string;
  /** What tells the item from others of its kind: names of one sheet alone carry it before them. */
  readonly item: string;
  readonly kind: "Sheet" | "Table" | "DefinedName";
  readonly isHidden: boolean;
  /** The sheet that holds it, read when first asked for. */
  readonly sheet: () => Sheet;
  /** Its cells; `undefined` for none. */
  readonly range: (infersDimensions: boolean) => Range | undefined;
  /** The names of a table's columns, whose first row in the range is below them. */
  readonly columns?: readonly string[];
};

type SheetEntry = {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
  readonly sheet: () => Sheet;
};

type DefinedName = {
  readonly name: string;
  readonly sheet: number | undefined;
  readonly isHidden: boolean;
  text: string;
};

/** Reads what a workbook holds; its sheets are read when they are asked for. @throws EvaluationError when it is no workbook. */
export function readWorkbook(bytes: Uint8Array): readonly WorkbookItem[] {
  const parts = new OfficePackage(bytes);
  const path = parts.relationships("").find(({ type }) => type === "officeDocument")?.path;
  if (path === undefined) throw notRecognized();
  if (path.endsWith(".bin")) throw notSupported("Excel.Workbook's reading of .xlsb");
  const related = parts.relationships(path);
  const pathOf = (wanted: string): string => related.find(({ type }) => type === wanted)?.path ?? "";
  const sheets: SheetEntry[] = [];
  const names: DefinedName[] = [];
  let is1904 = false;
  const context: CellContext = {
    strings: once(() => readStrings(parts, pathOf("sharedStrings"))),
    dateStyles: once(() => readDateStyles(parts, pathOf("styles"))),
    get is1904() {
      return is1904;
    },
  };
  let open: DefinedName | undefined;
  parts.scan(path, {
    open: (name, attribute) => {
      const isHidden = (attribute("state") ?? "visible") !== "visible" || isTrue(attribute("hidden"));
      if (name === "workbookPr") is1904 = isTrue(attribute("date1904"));
      else if (name === "sheet") {
        const sheetPath = related.find(({ id }) => id === attribute("id"))?.path ?? "";
        sheets.push({
          name: attribute("name") ?? "",
          path: sheetPath,
          isHidden,
          sheet: once(() => readSheet(parts, sheetPath, context)),
        });
      } else if (name === "definedName") {
        const local = attribute("localSheetId");
        open = {
          name: attribute("name") ?? "",
          sheet: local === undefined ? undefined : Number(local),
          isHidden,
          text: "",
        };
        names.push(open);
      }
    },
    text: (text) => {
      if (open) open.text += text;
    },
    close: (name) => {
      if (name === "definedName") open = undefined;
    },
  });
  return [
    ...sheets.map(sheetItem),
    ...sheets.flatMap((sheet) => tableItems(parts, sheet)),
    ...names.flatMap((name) => nameItem(name, sheets)),
  ];
}

function sheetItem({ name, isHidden, sheet }: SheetEntry): WorkbookItem {
  const range = (infersDimensions: boolean): Range | undefined => {
    const read = sheet();
    const { dimension } = read;
    if (infersDimensions || !dimension) return filledRange(read);
    if (!isOneCell(dimension)) return dimension;
    // One cell says no more than where the cells begin (Microsoft: Excel connector, "How to diagnose incorrect dimensions").
    const filled = filledRange(read);
    return (
      filled && {
        ...dimension,
        bottom: Math.max(dimension.bottom, filled.bottom),
        right: Math.max(dimension.right, filled.right),
      }
    );
  };
  return { name, item: name, kind: "Sheet", isHidden, sheet, range };
}

function tableItems(parts: OfficePackage, { path, isHidden, sheet }: SheetEntry): WorkbookItem[] {
  return parts
    .relationships(path)
    .filter(({ type }) => type === "table")
    .map((relationship) => {
      const columns: string[] = [];
      let name = "";
      let range: Range | undefined;
      parts.scan(relationship.path, {
        open: (element, attribute) => {
          if (element === "tableColumn") columns.push(unescapeText(attribute("name") ?? ""));
          else if (element === "table") {
            name = attribute("displayName") ?? attribute("name") ?? "";
            const whole = readRange(attribute("ref") ?? "");
            const headers = Number(attribute("headerRowCount") ?? 1);
            const totals = Number(attribute("totalsRowCount") ?? 0);
            range = whole && { ...whole, top: whole.top + headers, bottom: whole.bottom - totals };
          }
        },
        text: () => undefined,
        close: () => undefined,
      });
      return { name, item: name, kind: "Table", isHidden, sheet, range: () => range, columns };
    });
}

function nameItem({ name, sheet: local, isHidden, text }: DefinedName, sheets: readonly SheetEntry[]): WorkbookItem[] {
  const reference = readReference(text);
  const place = sheets.find((candidate) => candidate.name === reference?.sheet);
  if (!reference || !place) return [];
  const owner = local === undefined ? undefined : sheets[local];
  const item = owner === undefined ? name : `${owner.name}!${name}`;
  return [{ name, item, kind: "DefinedName", isHidden, sheet: place.sheet, range: () => reference.range }];
}

function readStrings(parts: OfficePackage, path: string): readonly string[] {
  const strings: string[] = [];
  let text = "";
  let isText = false;
  let isPhonetic = false;
  parts.scan(path, {
    open: (name) => {
      if (name === "si") text = "";
      else if (name === "t") isText = true;
      else if (name === "rPh") isPhonetic = true;
    },
    text: (part) => {
      if (isText && !isPhonetic) text += part;
    },
    close: (name) => {
      if (name === "si") strings.push(unescapeText(text));
      else if (name === "t") isText = false;
      else if (name === "rPh") isPhonetic = false;
    },
  });
  return strings;
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function once<Result extends object>(compute: () => Result): () => Result {
  let result: Result | undefined;
  return () => (result ??= compute());
}
