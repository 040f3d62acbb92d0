import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readBimModel } from "./bim-model.ts";
import type { Model } from "./model.ts";
import { readTmdlModel } from "./tmdl-model.ts";

/**
 * Reads the semantic model of a Power BI project: its folder, its `.pbip` file, a `*.SemanticModel` folder, its `definition`, or a
 * `model.bim`.
 *
 * @throws Error that says what was looked for, or where the model is wrong.
 */
export function readProject(path: string): Model {
  if (/\.bim$/iu.test(path)) return readBimModel(readFileSync(path, "utf8"), path);
  const folder = /\.pbip$/iu.test(path) ? dirname(path) : path;
  const found = findModel(folder, /\.pbip$/iu.test(path) ? basename(path).slice(0, -".pbip".length) : undefined);
  if (found.endsWith(".bim")) return readBimModel(readFileSync(found, "utf8"), found);
  const files = readdirSync(found, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tmdl"))
    .sort();
  return readTmdlModel(
    files.map((name) => ({ file: join(found, name), text: readFileSync(join(found, name), "utf8") })),
  );
}

/** Where a model's definition is: a folder of TMDL or a file of JSON. A `.pbip` prefers the model of its own name. */
function findModel(folder: string, name: string | undefined): string {
  const models = [folder, ...subfolders(folder).filter((each) => each.endsWith(".SemanticModel"))].flatMap(
    definitionIn,
  );
  const own = models.filter((each) => name !== undefined && each.includes(`${name}.SemanticModel`));
  const [model, second] = own.length > 0 ? own : models;
  if (model === undefined) {
    throw new Error(
      `could not refresh "${folder}": it has no semantic model; a Power BI project holds one in *.SemanticModel, as definition/*.tmdl or model.bim`,
    );
  }
  if (second !== undefined) {
    throw new Error(`could not refresh "${folder}": it has several semantic models; name one of ${models.join(", ")}`);
  }
  return model;
}

function definitionIn(folder: string): readonly string[] {
  if (existsSync(join(folder, "definition", "model.tmdl"))) return [join(folder, "definition")];
  if (existsSync(join(folder, "model.tmdl"))) return [folder];
  if (existsSync(join(folder, "model.bim"))) return [join(folder, "model.bim")];
  return [];
}

function subfolders(folder: string): readonly string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true);
}
