import Database from "better-sqlite3";
import { migrations } from "./migrations.ts";

/** Where the program keeps its data unless told otherwise, relative to the current folder. */
export const defaultDataFile = ".chime-bi/chime.sqlite";

/** "CHIM": marks a SQLite file as ours. */
const applicationId = 0x4348494d;

/** An open data file. The connection is for this room only; other rooms call the functions at its door. */
export type Store = {
  /** The file's path, or `:memory:`. */
  readonly file: string;
  readonly connection: Database.Database;
  /** Closes the file; a second call does nothing. */
  readonly close: () => void;
};

/** Why a file could not be opened as a store. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

type OpenOptions = {
  /** Opens a file that is there already and up to date, for reading beside the connection that writes. */
  readonly isReadOnly?: boolean;
};

/**
 * Opens a data file, making it when it is not there, and brings its schema up to date. `:memory:` gives an empty store that
 * lives as long as it is open.
 *
 * @throws StoreError when the file is no database, belongs to another program, or was made by a newer chime-bi.
 */
export function openStore(file: string, { isReadOnly = false }: OpenOptions = {}): Store {
  let connection: Database.Database | undefined;
  try {
    connection = new Database(file, { readonly: isReadOnly });
    // Before anything is written: the file may be somebody else's.
    refuseForeign(connection, file);
    if (isReadOnly) return toStore(file, connection);
    connection.pragma("journal_mode = WAL");
    connection.pragma("synchronous = NORMAL");
    connection.pragma("foreign_keys = ON");
    migrate(connection);
  } catch (cause) {
    connection?.close();
    if (cause instanceof StoreError) throw cause;
    throw new StoreError(`cannot open "${file}": ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  return toStore(file, connection);
}

function toStore(file: string, connection: Database.Database): Store {
  return { file, connection, close: () => connection.close() };
}

function refuseForeign(connection: Database.Database, file: string): void {
  const version = readVersion(connection);
  const owner = connection.pragma("application_id", { simple: true });
  const isNew = version === 0 && connection.prepare("SELECT 1 FROM sqlite_schema").get() === undefined;
  if (!isNew && owner !== applicationId) {
    throw new StoreError(
      `cannot open "${file}": it is another program's SQLite file; name a file of chime-bi, or a new one`,
    );
  }
  if (version > migrations.length) {
    throw new StoreError(
      `cannot open "${file}": its schema is version ${version}, this program knows ${migrations.length}; update chime-bi, or seed a new file`,
    );
  }
}

function migrate(connection: Database.Database): void {
  // The version is read under the write lock, so that two programs opening a new file do not both make it.
  connection
    .transaction(() => {
      migrations.slice(readVersion(connection)).forEach((step) => connection.exec(step));
      connection.pragma(`application_id = ${applicationId}`);
      connection.pragma(`user_version = ${migrations.length}`);
    })
    .immediate();
}

function readVersion(connection: Database.Database): number {
  return connection.pragma("user_version", { simple: true }) as number;
}
