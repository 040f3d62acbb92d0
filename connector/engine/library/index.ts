/**
 * The library of M: one file or folder a group of Microsoft's reference, each function a declaration that is its signature, its
 * documentation, its examples and its code. It evaluates no syntax and reaches the world only through the host it is handed.
 *
 * | part | holds |
 * | --- | --- |
 * | `declaration.ts` | what a declaration is; the one place where arguments are checked |
 * | `evaluation.ts` | what a function may ask of the evaluation it runs in |
 * | `view-handlers.ts` | what the views of tables, binaries and values have in common |
 * | all others | a group each, in Microsoft's order |
 */
import { binary } from "./binary/index.ts";
import { binaryFormat } from "./binary-format/index.ts";
import { combiner } from "./combiner.ts";
import { comparer } from "./comparer.ts";
import { crypto } from "./crypto.ts";
import { csv } from "./csv/index.ts";
import { date } from "./date/index.ts";
import { datetime } from "./datetime.ts";
import { datetimezone } from "./datetimezone.ts";
import type { Group } from "./declaration.ts";
import { diagnostics } from "./diagnostics.ts";
import { duration } from "./duration.ts";
import { error } from "./error.ts";
import { excel } from "./excel/index.ts";
import { expression } from "./expression.ts";
import { extension } from "./extension.ts";
import { file } from "./file.ts";
import { functions } from "./function.ts";
import { fuzzy } from "./fuzzy/index.ts";
import { html } from "./html/index.ts";
import { json } from "./json/index.ts";
import { lines } from "./lines.ts";
import { list } from "./list/index.ts";
import { logical } from "./logical.ts";
import { number } from "./number/index.ts";
import { odata } from "./odata/index.ts";
import { actions, extensionOnly, sources } from "./published/index.ts";
import { parquet } from "./parquet/index.ts";
import { record } from "./record/index.ts";
import { replacer } from "./replacer.ts";
import { splitter } from "./splitter/index.ts";
import { surroundings } from "./surroundings.ts";
import { table } from "./table/index.ts";
import { text } from "./text/index.ts";
import { time } from "./time.ts";
import { type } from "./type.ts";
import { uri } from "./uri.ts";
import { value } from "./value/index.ts";
import { web } from "./web/index.ts";
import { xml } from "./xml/index.ts";

/** The groups that all M sees, in the order of Microsoft's reference. */
export const groups: readonly Group[] = [
  web,
  json,
  csv,
  xml,
  html,
  excel,
  parquet,
  odata,
  file,
  lines,
  binary,
  binaryFormat,
  combiner,
  comparer,
  date,
  datetime,
  datetimezone,
  duration,
  diagnostics,
  error,
  expression,
  functions,
  list,
  logical,
  number,
  record,
  replacer,
  splitter,
  table,
  fuzzy,
  text,
  time,
  type,
  uri,
  value,
  surroundings,
  sources,
  actions,
];

/** The groups that only the code of an extension sees. */
export const extensionGroups: readonly Group[] = [extension, crypto, extensionOnly];
