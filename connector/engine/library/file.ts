import { toLocalZone } from "../format/index.ts";
import type { FileFailure, FolderEntry } from "../host/host.ts";
import { cannotConvert } from "../types/convert.ts";
import { nullableOf, primitiveTypes } from "../types/type-value.ts";
import { BinaryValue } from "../values/binary.ts";
import type { Cell } from "../values/cell.ts";
import { EvaluationError, formatError, notSupported, type Reason } from "../values/errors.ts";
import { RecordValue } from "../values/record.ts";
import { TableValue, type Row } from "../values/table.ts";
import { DateTimeZoneValue, fromUnixMilliseconds, type DateTimeValue } from "../values/temporal.ts";
import type { Group } from "./declaration.ts";
import type { Evaluation } from "./evaluation.ts";
import { checkOptions, readOption } from "./list/arguments.ts";

const notRun = "it reads a folder that has to be granted";

/** What reads files and folders, of those that were granted (Microsoft's group "Accessing data functions"). */
export const file: Group = {
  name: "Accessing data functions",
  functions: [
    {
      signature: "File.Contents(path as text, optional options as nullable record) as binary",
      summary: "A file as a binary, which is read when it is asked for.",
      examples: [{ usage: 'File.Contents("/data/chats.csv")', output: "#binary({})", notRun }],
      bind: (evaluation) => (path: string, options: RecordValue | null) => {
        checkReadOptions(options, "File.Contents");
        checkAbsolute(path, "file");
        return fileAt(path, evaluation);
      },
    },
    {
      signature: "Folder.Contents(path as text, optional options as nullable record) as table",
      summary: "The files and folders right in a folder, a row each; the content of a folder is such a table again.",
      examples: [{ usage: 'Folder.Contents("/data")[Name]', output: '{"chats.csv", "old"}', notRun }],
      difference: "Attributes are only the size and whether it is a folder.",
      bind: (evaluation) => (path: string, options: RecordValue | null) => {
        checkReadOptions(options, "Folder.Contents");
        checkAbsolute(path, "folder");
        return folderTable(() => entriesIn(path, evaluation), evaluation);
      },
    },
    {
      signature: "Folder.Files(path as text, optional options as nullable record) as table",
      summary: "The files in a folder and in all folders below it, a row each.",
      examples: [{ usage: 'Folder.Files("/data")[Name]', output: '{"chats.csv", "chats-2019.csv"}', notRun }],
      difference: "Attributes are only the size and whether it is a folder.",
      bind: (evaluation) => (path: string, options: RecordValue | null) => {
        checkReadOptions(options, "Folder.Files");
        checkAbsolute(path, "folder");
        return folderTable(() => filesBelow(path, evaluation), evaluation);
      },
    },
  ],
};

/** Microsoft publishes one option, for use of its own: whether reading leaves the times of access as they were. */
function checkReadOptions(options: RecordValue | null, functionName: string): void {
  const name = "PreserveLastAccessTimes";
  checkOptions(options, [name], functionName);
  const preserves = readOption(options, name);
  if (preserves !== null && typeof preserves !== "boolean") throw cannotConvert(preserves, primitiveTypes.logical);
  if (preserves === true) throw notSupported(`The ${functionName} option '${name}'`);
}

/** An entry and the folder it stands in, with the separator at its end. */
type Placed = { readonly entry: FolderEntry; readonly folder: string };

function checkAbsolute(path: string, what: "file" | "folder"): void {
  if (/^(?:[\\/]|[A-Za-z]:[\\/])/u.test(path)) return;
  throw formatError(`The supplied ${what} path must be a valid absolute path.`, path);
}

function fileAt(path: string, evaluation: Evaluation): BinaryValue {
  return new BinaryValue(() => {
    const answer = evaluation.host.readFile(path);
    if ("failure" in answer) throw failed(answer, path, "DataSource.Error", `Could not find file '${path}'.`);
    return answer;
  });
}

function* entriesIn(path: string, evaluation: Evaluation): Generator<Placed> {
  const answer = evaluation.host.readFolder(path);
  if ("failure" in answer) {
    throw failed(answer, path, "DataSource.NotFound", `File or Folder: We couldn't find the folder '${path}'.`);
  }
  const folder = /[\\/]$/u.test(path) ? path : `${path}${path.includes("\\") ? "\\" : "/"}`;
  for (const entry of answer) yield { entry, folder };
}

function* filesBelow(path: string, evaluation: Evaluation): Generator<Placed> {
  for (const placed of entriesIn(path, evaluation)) {
    if (placed.entry.isFolder) yield* filesBelow(placed.folder + placed.entry.name, evaluation);
    else yield placed;
  }
}

/** The error for a failure; `reason` and `whenMissing` are Microsoft's words for what is not there. */
function failed({ failure, message }: FileFailure, path: string, reason: Reason, whenMissing: string): EvaluationError {
  if (failure === "notFound") return new EvaluationError(reason, whenMissing, { detail: path });
  return new EvaluationError("DataSource.Error", message, { detail: path });
}

function folderTable(enumerate: () => Iterable<Placed>, evaluation: Evaluation): TableValue {
  const { any, text, record } = primitiveTypes;
  const datetime = nullableOf(primitiveTypes.datetime);
  return TableValue.from({
    columns: [
      "Content",
      "Name",
      "Extension",
      "Date accessed",
      "Date modified",
      "Date created",
      "Attributes",
      "Folder Path",
    ],
    types: [any, text, text, datetime, datetime, datetime, record, text],
    keys: [{ columns: ["Folder Path", "Name"], primary: true }],
    rows: function* (): Iterable<Row> {
      for (const { entry, folder } of enumerate()) {
        const path = folder + entry.name;
        const content: Cell = entry.isFolder
          ? folderTable(() => entriesIn(path, evaluation), evaluation)
          : fileAt(path, evaluation);
        yield [
          content,
          entry.name,
          entry.isFolder ? "" : (/\.[^.]*$/u.exec(entry.name)?.[0] ?? ""),
          localReading(entry.accessedAt, evaluation),
          localReading(entry.modifiedAt, evaluation),
          localReading(entry.createdAt, evaluation),
          RecordValue.from({ Size: entry.length, Directory: entry.isFolder }),
          folder,
        ];
      }
    },
  });
}

function localReading(milliseconds: number, evaluation: Evaluation): DateTimeValue {
  const utc = new DateTimeZoneValue(fromUnixMilliseconds(Math.floor(milliseconds)), 0);
  return toLocalZone(utc, evaluation.host.localOffsetAt).local;
}
