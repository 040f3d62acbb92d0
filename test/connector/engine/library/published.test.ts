import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nameOf, type FunctionDeclaration, type Group } from "../../../../connector/engine/library/declaration.ts";
import { extensionGroups, groups } from "../../../../connector/engine/library/index.ts";

/** What is read of a symbol of Microsoft's language server. */
type Symbol = {
  readonly name: string;
  readonly documentation: { readonly category: string | null } | null;
  readonly functionParameters:
    readonly { readonly name: string; readonly type: string; readonly isRequired: boolean }[] | null;
};

const folder = new URL("../../../../../shared/m-symbols/", import.meta.url);
const missing = existsSync(folder) ? undefined : "no folder ../shared/m-symbols with Microsoft's symbols";

if (missing !== undefined) console.info(`published names are not compared: ${missing}`);

/** Where the symbols are known to lag behind or to leave out what Microsoft's page says. */
const otherwisePublished: Readonly<Record<string, string>> = {
  "Action.Sequence": "actions are of type any here: there are none",
  "Action.Try": "actions are of type any here: there are none",
  "Action.View": "actions are of type any here: there are none",
  "Action.WithErrorContext": "actions are of type any here: there are none",
  "Cdm.Contents": "the symbols have no parameters",
  "DeltaLake.Table": "the symbols have no parameters",
  "Parquet.Document": "the symbols have no parameters",
  "Parquet.Metadata": "the symbols have no parameters",
  "Pdf.Tables": "the symbols have no parameters",
  "Table.TransformColumnTypes": "its page lets the culture be a record of options",
};

function readSymbols(file: string): readonly Symbol[] {
  return missing === undefined ? (JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Symbol[]) : [];
}

function declaredNames(all: readonly Group[]): ReadonlyMap<string, FunctionDeclaration | undefined> {
  return new Map(
    all.flatMap((group): [string, FunctionDeclaration | undefined][] => [
      ...group.functions.map((declaration): [string, FunctionDeclaration] => [nameOf(declaration), declaration]),
      ...(group.constants ?? []).map(({ name }): [string, undefined] => [name, undefined]),
    ]),
  );
}

/** An enumeration's type is a number, and what a list holds is not said in a signature. */
function bareType(type: string): string {
  return type.replaceAll(/ \{\w+\}/gu, "").replaceAll(/\b\w+\.Type\b/gu, "number");
}

function parametersOf({ signature }: FunctionDeclaration): readonly string[] {
  const text = signature.slice(signature.indexOf("(") + 1, signature.lastIndexOf(") as "));
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => bareType(part.includes(" as ") ? part : `${part} as any`));
}

const declared = declaredNames([...groups, ...extensionGroups]);
const symbols = readSymbols("standard-enUs.json");

describe.skipIf(missing !== undefined)(
  `published names${missing === undefined ? "" : ` (skipped: ${missing})`}`,
  () => {
    it("are all known", () => {
      const known = declaredNames(groups);
      expect(symbols.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
    });

    it("of the SDK are all known to extensions", () => {
      const names = readSymbols("sdk-enUs.json").map(({ name }) => name);
      expect(names.filter((name) => !declared.has(name))).toEqual([]);
    });

    it("have the published parameters", () => {
      const compared = readSymbols("sdk-enUs.json").flatMap(({ name, functionParameters }) => {
        const declaration = declared.get(name);
        if (!functionParameters || !declaration || name in otherwisePublished) return [];
        const expected = functionParameters.map(
          (parameter) => `${parameter.isRequired ? "" : "optional "}${parameter.name} as ${bareType(parameter.type)}`,
        );
        return [{ name, ours: parametersOf(declaration), expected }];
      });
      expect(compared.length).toBeGreaterThan(600);
      expect(compared.map(({ name, ours }) => [name, ours])).toEqual(
        compared.map(({ name, expected }) => [name, expected]),
      );
    });

    it("are carried as far as this prints", () => {
      const coverage = new Map<string, { carried: number; published: number }>();
      for (const { name, documentation, functionParameters } of symbols) {
        if (!functionParameters) continue;
        const group = (documentation?.category ?? "other").split(".")[0]!;
        const count = coverage.get(group) ?? { carried: 0, published: 0 };
        count.published++;
        if (declared.get(name)?.difference?.startsWith("Not supported") !== true) count.carried++;
        coverage.set(group, count);
      }
      const lines = [...coverage].map(([group, { carried, published }]) => `${group}: ${carried} of ${published}`);
      console.info(`functions carried by group\n  ${lines.join("\n  ")}`);
      const carried = [...coverage.values()].reduce((sum, count) => sum + count.carried, 0);
      expect(carried).toBeGreaterThan(540);
    });
  },
);
