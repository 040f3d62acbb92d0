import { nameOf, type Group } from "../../../../connector/engine/library/declaration.ts";

/** A source of random numbers that a seed fixes: the same seed gives the same texts. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    // mulberry32
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }
}

/** Values by the kind that a parameter asks for; those of `any` are all of them and some that are errors. */
const values: Readonly<Record<string, readonly string[]>> = {
  null: ["null"],
  logical: ["true", "false"],
  number: [
    "0",
    "1",
    "-1",
    "2.5",
    "1e300",
    "-0",
    "#nan",
    "#infinity",
    "0x7F",
    "100",
    "-3",
    "Order.Descending",
    "5e-324",
  ],
  text: [
    ...[
      '""',
      '"a"',
      '"A,b;c"',
      '"#(lf)#(0041)"',
      '"2020-11-01"',
      '"12:30"',
      '"{}"',
      '"😀"',
      '"en-US"',
      '"%"',
      '"#{0}"',
    ],
    ...['"yyyy-MM-dd"', '"N2"', '"a[b]?c=d"', '"http://h/p?q=1"', '"1.02:03:04"', '"#(0000)"', '"AQID"', '"İ"', '"b"'],
  ],
  date: ["#date(2020, 11, 1)", "#date(1, 1, 1)", "#date(9999, 12, 31)"],
  time: ["#time(24, 0, 0)", "#time(9, 30, 0.5)"],
  datetime: [
    "#datetime(2020, 11, 1, 12, 0, 0)",
    "#datetime(1, 1, 1, 0, 0, 0)",
    "#datetime(9999, 12, 31, 23, 59, 59.9999999)",
  ],
  datetimezone: ["#datetimezone(2020, 11, 1, 12, 0, 0, -14, 0)", "#datetimezone(1, 1, 1, 0, 0, 0, 14, 0)"],
  duration: ["#duration(1, 2, 3, 4.5)", "#duration(-1, 0, 0, 0)", "#duration(0, 0, 0, 0)"],
  binary: [
    "#binary({})",
    "#binary({1, 200, 255})",
    'Text.ToBinary("a,b#(lf)1,2")',
    'Text.ToBinary("{""a"": [1, null]}")',
  ],
  list: [
    ...[
      "{}",
      "{1, 2, 3}",
      '{"a", "B", null}',
      '{{"a", 1}}',
      '{{"a", "c"}}',
      "{1..5}",
      '{error "item"}',
      "{{1, 2}, {3, 4}}",
    ],
    ...[
      '{"a"}',
      '{[a = 1], [a = "x"]}',
      "{null}",
      "{each [a], Order.Descending}",
      '{{"s", each List.Count(_), type number}}',
    ],
  ],
  record: [
    "[]",
    '[a = 1, b = "x"]',
    '[a = error "cell"]',
    '[Culture = "de-DE"]',
    '[Name = "n", Value = 1]',
    "[a = [b = {1}]]",
  ],
  table: [
    ...["#table({}, {})", '#table({"a", "b"}, {{1, "x"}, {2, null}})', "#table(type table [a = number], {{1}, {1}})"],
    ...[
      '#table({"a", "b"}, {{[c = 1], {1, 2}}, {error "cell", #table({"z"}, {{1}})}})',
      '#table({"Name", "Value"}, {{"n", 1}})',
    ],
  ],
  type: [
    "type text",
    "type nullable number",
    "type table [a = number]",
    "type {text}",
    "type [a = number, ...]",
    "Int64.Type",
  ],
  function: [
    ...["each _", "each [a]", "(x, y) => x", "() => 1", 'each error "call"', "each true", "Text.From", "List.Count"],
    ...["Comparer.OrdinalIgnoreCase", "Value.Compare", "(x) => x + 1", "Splitter.SplitTextByWhitespace()", "each null"],
  ],
};

const errors = ["...", "x", 'error [Reason = "r"]', "1 meta [m = 1]"];

const scalars = [...Object.values(values).flat(), ...errors];

const operators = ["+", "-", "*", "/", "&", "=", "<>", "<", "<=", ">", ">=", "and", "or", "??", "meta"];
const typeNames = [
  "any",
  "number",
  "text",
  "nullable list",
  "record",
  "table",
  "function",
  "type",
  "none",
  "anynonnull",
];

/** Calls that wait or ask the world: they would test something else. */
const leftOut = new Set(["Function.InvokeAfter", "Web.Contents", "Web.Headers"]);

/** An expression of M of so many levels, with calls of the library's functions. */
export function makeExpression(random: Random, calls: readonly FuzzedCall[], levels: number): string {
  const inner = (): string => makeExpression(random, calls, levels - 1);
  if (levels <= 0) return random.pick(scalars);
  switch (random.below(18)) {
    case 0:
      return `(${inner()}) ${random.pick(operators)} (${inner()})`;
    case 1:
      return `if (${inner()}) then ${inner()} else ${inner()}`;
    case 2:
      return `let x = ${inner()}, y = ${inner()} in (x) ${random.pick(operators)} y`;
    case 3:
      return `[a = ${inner()}, b = ${random.pick(["a", "@b", inner()])}][${random.pick(["a", "b", "c"])}]${random.pick(["", "?"])}`;
    case 4:
      return `{${inner()}, ${inner()}}{${random.pick(["0", "1", "2", "-1"])}}${random.pick(["", "?"])}`;
    case 5:
      return `try ${inner()} ${random.pick(["", `otherwise ${inner()}`, "catch (e) => e[Message]"])}`;
    case 6:
      return `((x${random.pick(["", " as any", " as nullable number"])}) => ${inner()})(${inner()})`;
    case 7:
      return `(${inner()}) ${random.pick(["is", "as"])} ${random.pick(typeNames)}`;
    case 8:
      return `${random.pick(["-", "+", "not "])}(${inner()})`;
    case 9:
      return `{${random.pick(["0", "1", '"a"'])}..(${inner()})}{0}?`;
    default:
      return makeCall(random, random.pick(calls), inner);
  }
}

/** A call with arguments that mostly are what the function asks for. */
function makeCall(random: Random, { name, required, kinds }: FuzzedCall, inner: () => string): string {
  const count = random.below(20) === 0 ? random.below(5) : required + random.below(kinds.length - required + 1);
  const args = Array.from({ length: count }, (_, index) => {
    const fitting = values[kinds[index] ?? ""];
    return fitting && random.below(8) > 0 ? random.pick(fitting) : inner();
  });
  return `${name}(${args.join(", ")})`;
}

/** A function of the library with the kinds of its parameters. */
export type FuzzedCall = { readonly name: string; readonly required: number; readonly kinds: readonly string[] };

/** The functions of the library that expressions are made with. */
export function fuzzedCalls(groups: readonly Group[]): readonly FuzzedCall[] {
  return groups
    .flatMap((group) => group.functions)
    .map((declaration) => {
      const parameters = declaration.signature.slice(
        declaration.signature.indexOf("("),
        declaration.signature.lastIndexOf(")"),
      );
      const parts = parameters
        .slice(1)
        .split(",")
        .filter((part) => part.trim() !== "");
      return {
        name: nameOf(declaration),
        required: parts.filter((part) => !part.includes("optional ")).length,
        kinds: parts.map((part) => / as (?:nullable )?([\w.]+)/u.exec(part)?.[1] ?? "any"),
      };
    })
    .filter(({ name }) => !leftOut.has(name));
}

const tokens = [
  ...[
    "let",
    "in",
    "each",
    "if",
    "then",
    "else",
    "try",
    "otherwise",
    "catch",
    "error",
    "type",
    "table",
    "section",
    "shared",
  ],
  ...[
    "=>",
    "..",
    "...",
    "=",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    ",",
    ";",
    "@",
    "#",
    '#"',
    '"',
    "#(",
    "/*",
    "//",
    "\n",
    "\0",
    "\uD800",
  ],
  ...[
    "a",
    "_",
    "1",
    "0x",
    "1e",
    "and",
    "is",
    "as",
    "meta",
    "?",
    "??",
    "&",
    "<>",
    "é",
    "😀",
    "#table",
    "#shared",
    "#sections",
  ],
];

/** Text that is hardly ever M: tokens in any order, or characters in any order. */
export function makeNoise(random: Random): string {
  const length = 1 + random.below(40);
  if (random.below(2) === 0) return Array.from({ length }, () => random.pick(tokens)).join(random.pick(["", " "]));
  return Array.from({ length }, () => String.fromCharCode(random.below(random.pick([128, 0x10000])))).join("");
}
