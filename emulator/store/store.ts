import Database from "better-sqlite3";
import { explainFileError, refuseUnwritable, StoreError } from "./file-errors.ts";
import { migrations } from "./migrations.ts";

/** Where the program keeps its data unless told otherwise, relative to the current folder. */
export const defaultDataFile = ".chime-bi/chime.sqlite";

/** "CHIM": marks a SQLite file as ours. */
const applicationId = 0x4348494d;

/** An open data file. The connection is for this room only; other rooms call the functions at its door. */
export type Store = {
  /** The file's path, or `:memory:`. */
  readonly file: string;
  /** Of a store in memory another one after `replaceConnection`: to be read anew at each use, as compiled statements are. */
  readonly connection: Database.Database;
  /** How often the connection was replaced. */
  readonly generation: number;
  /** Closes the connection of a store in memory, and goes on with one that holds these bytes of a database. */
  readonly replaceConnection: (bytes: Buffer) => void;
  /** Closes the file; a second call does nothing. */
  readonly close: () => void;
};

/**
 * Runs in one transaction that is on the disk when this comes back: not even a power cut takes it back, nor a stopped operating system.
 * Any other transaction survives the end of the program, however it ends, but may be taken back by a power cut.
 */
export function writeDurably<T>({ connection }: Store, run: () => T): T {
  // A transaction that is under way is as durable as whoever began it wants it.
  if (connection.inTransaction) return run();
  connection.pragma("synchronous = FULL");
  try {
    return connection.transaction(run).immediate();
  } finally {
    connection.pragma("synchronous = NORMAL");
  }
}

type OpenOptions = {
  /** Opens a file that is there already and up to date, for reading beside the connection that writes. */
  readonly isReadOnly?: boolean;
};

/**
 * Opens a data file, making it when it is not there, and brings its schema up to date. `:memory:` gives an empty store that
 * lives as long as it is open.
 *
 * @throws StoreError when the file cannot be used, belongs to another program, or was made by a newer chime-bi.
 */
export function openStore(file: string, { isReadOnly = false }: OpenOptions = {}): Store {
  let connection: Database.Database | undefined;
  try {
    if (!isReadOnly) refuseUnwritable(file);
    connection = new Database(file, { readonly: isReadOnly });
    // Before anything is written: the file may be somebody else's.
    refuseForeign(connection, file);
    if (isReadOnly) return toStore(file, connection);
    connection.pragma("journal_mode = WAL");
    connection.pragma("synchronous = NORMAL");
    connection.pragma("foreign_keys = ON");
    migrate(connection);
  } catch (error) {
    connection?.close();
    throw explainFileError(error, file, "open");
  }
  return toStore(file, connection);
}

function toStore(file: string, opened: Database.Database): Store {
  let connection = opened;
  let generation = 0;
  return {
    file,
    get connection() {
      return connection;
    },
    get generation() {
      return generation;
    },
    replaceConnection: (bytes) => {
      const next = new Database(bytes);
      next.pragma("foreign_keys = ON");
      connection.close();
      connection = next;
      generation++;
    },
    close: () => connection.close(),
  };
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
  // Most files are up to date, and one that another program is writing to can be read all the same.
  if (readVersion(connection) === migrations.length) return;
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
