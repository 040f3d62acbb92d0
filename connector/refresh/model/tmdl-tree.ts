import type { SourceText } from "./model.ts";

/** A value in TMDL and the line that it stands on. */
type TmdlValue = { readonly text: string; readonly line: number };

/** An object of TMDL with what belongs to it. Types and names of properties are in lower case: TMDL is read without regard to it. */
export type TmdlObject = {
  readonly type: string;
  /** Without its quotes; empty for a type that has no names, such as `refreshPolicy`. */
  readonly name: string;
  readonly line: number;
  /** What stands behind the `=` of its declaration. */
  readonly expression: SourceText | undefined;
  readonly properties: ReadonlyMap<string, TmdlValue>;
  /** Properties that hold an expression, behind an `=`. */
  readonly expressions: ReadonlyMap<string, SourceText>;
  readonly children: readonly TmdlObject[];
};

type Line = { readonly number: number; readonly level: number; readonly indent: string; readonly text: string };

type Open = {
  readonly type: string;
  readonly name: string;
  readonly line: number;
  expression: SourceText | undefined;
  readonly properties: Map<string, TmdlValue>;
  readonly expressions: Map<string, SourceText>;
  readonly children: TmdlObject[];
};

/** A name as it stands: quoted, with quotes inside doubled, or bare. */
const namePart = /^(?:'((?:[^']|'')*)'|([^\s=:'"]+))/u;

/** Properties that hold an expression, so that they are no objects when nothing else tells: `name = …` has no type before it. */
const declaration = /^([A-Za-z]\w*)\s+(?=\S)/u;

/**
 * Reads a TMDL document (Microsoft: "TMDL overview"): objects by indentation, `property: value`, `property = expression`, flags, and
 * expressions of several lines with or without a fence of three backticks. Descriptions and `ref` lines are passed over.
 *
 * @throws Error with file and line for what is none of these.
 */
export function readTmdl(text: string, file: string): readonly TmdlObject[] {
  const lines = splitLines(text, file);
  const root: Open = open("", "", 0);
  let at = 0;

  const fail = (line: Line, why: string): Error => new Error(`"${file}", line ${line.number}: ${why}`);

  /** Lines of an expression: those from level on, or the ones between fences. Trailing blank lines do not count. */
  const takeExpression = (declared: Line, inline: string, column: number, level: number): SourceText => {
    const fence = /^```\s*$/u;
    if (inline !== "" && !fence.test(inline)) return { text: inline, file, line: declared.number, column };
    if (fence.test(inline)) return takeFenced(declared);
    const first = lines[at];
    if (first !== undefined && first.level >= level && fence.test(first.text)) {
      at++;
      return takeFenced(first);
    }
    const body: Line[] = [];
    while (at < lines.length && (lines[at]!.text === "" || lines[at]!.level >= level)) body.push(lines[at++]!);
    while (body.at(-1)?.text === "") body.pop();
    if (body.length === 0) throw fail(declared, `"${declared.text}" is followed by no expression`);
    return dedent(body, file);
  };
  const takeFenced = (declared: Line): SourceText => {
    const body: Line[] = [];
    while (at < lines.length && !lines[at]!.text.startsWith("```")) body.push(lines[at++]!);
    if (at === lines.length) throw fail(declared, "the expression that begins with ``` has no end");
    at++;
    if (body.length === 0) throw fail(declared, "there is nothing between ``` and ```");
    return dedent(body, file);
  };

  const readInto = (parent: Open, level: number): void => {
    while (at < lines.length) {
      const line = lines[at]!;
      if (line.text === "" || line.text.startsWith("///")) {
        at++;
        continue;
      }
      if (line.level < level) return;
      if (line.level > level) throw fail(line, `"${line.text}" is indented deeper than what it could belong to`);
      at++;
      readLine(parent, line);
    }
  };

  const readLine = (parent: Open, line: Line): void => {
    const property = /^([A-Za-z_]\w*)\s*(:|=(?!=))\s*(.*)$/su.exec(line.text);
    if (property) {
      const [, name, sign, rest] = property as unknown as [string, string, string, string];
      const key = name.toLowerCase();
      if (parent.properties.has(key) || parent.expressions.has(key)) throw fail(line, `"${name}" is there twice`);
      const column = line.indent.length + line.text.length - rest.length + 1;
      if (sign === ":") parent.properties.set(key, { text: unquote(rest), line: line.number });
      else parent.expressions.set(key, takeExpression(line, rest, column, line.level + 1));
      return;
    }
    const typed = declaration.exec(line.text);
    if (!typed) {
      const hasBody = lines.slice(at).find(({ text }) => text !== "")?.level === line.level + 1;
      if (!/^[A-Za-z]\w*$/u.test(line.text)) throw fail(line, `"${line.text}" is neither an object nor a property`);
      if (hasBody) parent.children.push(readObject(line, line.text, ""));
      else parent.properties.set(line.text.toLowerCase(), { text: "true", line: line.number });
      return;
    }
    const type = typed[1]!;
    if (type.toLowerCase() === "ref") return;
    parent.children.push(readObject(line, type, line.text.slice(typed[0].length)));
  };

  const readObject = (line: Line, type: string, rest: string): TmdlObject => {
    const named = namePart.exec(rest);
    if (rest !== "" && !named) throw fail(line, `"${rest}" is no name; one with blanks or signs stands in '…'`);
    const after = rest.slice(named?.[0].length ?? 0);
    const assigned = /^\s*=\s*/u.exec(after);
    if (after.trim() !== "" && !assigned && !after.startsWith(".")) {
      throw fail(line, `"${after.trim()}" stands where "=" was expected; a name with blanks stands in '…'`);
    }
    const object = open(type.toLowerCase(), named?.[1]?.replaceAll("''", "'") ?? named?.[2] ?? "", line.number);
    if (assigned) {
      const inline = after.slice(assigned[0].length);
      const column = line.indent.length + line.text.length - inline.length + 1;
      object.expression = takeExpression(line, inline, column, line.level + 2);
    }
    readInto(object, line.level + 1);
    return object;
  };

  readInto(root, 0);
  return root.children;
}

function open(type: string, name: string, line: number): Open {
  return { type, name, line, expression: undefined, properties: new Map(), expressions: new Map(), children: [] };
}

/** A level is a tab, or as many blanks as the first indented line has. */
function splitLines(text: string, file: string): readonly Line[] {
  const raw = text.replace(/^\uFEFF/u, "").split(/\r\n|\n|\r/u);
  const unit = raw.map((line) => /^(\t| +)\S/u.exec(line)?.[1]).find((indent) => indent !== undefined) ?? "\t";
  return raw.map((content, index) => {
    const indent = /^[\t ]*/u.exec(content)![0];
    const trimmed = content.slice(indent.length).trimEnd();
    const leading = unit === "\t" ? /^\t*/u.exec(indent)![0].length : indent.length / unit.length;
    if (trimmed !== "" && unit !== "\t" && indent.includes("\t")) {
      throw new Error(`"${file}", line ${index + 1}: it is indented by a tab where the lines before are by blanks`);
    }
    return { number: index + 1, level: Math.floor(leading), indent, text: trimmed };
  });
}

/** Cuts off what all lines have in common at their left. */
function dedent(body: readonly Line[], file: string): SourceText {
  const filled = body.filter(({ text }) => text !== "");
  const cut = Math.min(...filled.map(({ indent }) => indent.length));
  const text = body.map((line) => (line.text === "" ? "" : line.indent.slice(cut) + line.text)).join("\n");
  return { text, file, line: body[0]!.number, column: cut + 1 };
}

function unquote(text: string): string {
  return /^".*"$/su.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
}
