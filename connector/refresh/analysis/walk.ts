import type { Expression } from "../../engine/index.ts";

/** What a name stands for: an expression with the names around it, or an argument that only a call knows. */
export type Meaning = { readonly expression: Expression; readonly names: Names } | "argument";

/** The names in reach of an expression. */
export class Names {
  readonly #own: ReadonlyMap<string, Expression | "argument">;
  readonly #outer: Names | undefined;

  constructor(own: ReadonlyMap<string, Expression | "argument">, outer?: Names) {
    this.#own = own;
    this.#outer = outer;
  }

  /** What a name means here; `undefined` for one of the library or of an extension. */
  find(name: string, from?: Expression): Meaning | undefined {
    const found = this.#own.get(name);
    // A member does not see itself: [url = url] takes the outer one.
    if (found === undefined || found === from) return this.#outer?.find(name, from);
    return found === "argument" ? found : { expression: found, names: this };
  }

  within(own: readonly (readonly [string, Expression | "argument"])[]): Names {
    return new Names(new Map(own), this);
  }
}

/** Told of every expression; `isCallee` says that it stands where a function is called. */
export type Visit = (expression: Expression, names: Names, isCallee: boolean) => void;

/** Goes through an expression and all that is in it, types aside. */
export function walk(expression: Expression, names: Names, visit: Visit, isCallee = false): void {
  visit(expression, names, isCallee);
  const into = (inner: Expression): void => {
    walk(inner, names, visit);
  };
  switch (expression.kind) {
    case "literal":
    case "name":
    case "notImplemented":
    case "type":
      return;
    case "let": {
      const inner = names.within(expression.bindings.map(({ name, value }) => [name, value]));
      walkMembers(expression.bindings, names, visit);
      walk(expression.body, inner, visit);
      return;
    }
    case "record":
      walkMembers(expression.fields, names, visit);
      return;
    case "function": {
      const inner = names.within(expression.parameters.map(({ name }) => [name, "argument"]));
      walk(expression.body, inner, visit);
      return;
    }
    case "list":
      for (const item of expression.items) {
        if (item.kind === "item") into(item.value);
        else [item.from, item.to].forEach(into);
      }
      return;
    case "call":
      walk(expression.callee, names, visit, true);
      expression.args.forEach(into);
      return;
    case "if":
      [expression.condition, expression.then, expression.otherwise].forEach(into);
      return;
    case "field":
    case "project":
      into(expression.of);
      return;
    case "item":
      [expression.of, expression.index].forEach(into);
      return;
    case "unary":
      into(expression.operand);
      return;
    case "binary":
    case "lazy":
      [expression.left, expression.right].forEach(into);
      return;
    case "is":
    case "as":
      into(expression.value);
      return;
    case "try":
      into(expression.body);
      if (expression.otherwise) into(expression.otherwise);
      if (expression.handler) into(expression.handler);
      return;
    case "raise":
      into(expression.error);
  }
}

type Member = { readonly name: string; readonly value: Expression };

/** Each of the members sees the others, and not itself. */
function walkMembers(members: readonly Member[], names: Names, visit: Visit): void {
  for (const member of members) {
    const others = members.filter((other) => other !== member);
    walk(member.value, names.within(others.map(({ name, value }) => [name, value])), visit);
  }
}
