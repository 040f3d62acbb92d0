/**
 * The schema as a list of steps; `PRAGMA user_version` says how many a file has behind it. A published step is never edited:
 * a change is a new step.
 *
 * Instants are integer milliseconds since 1970 in UTC, names end in `At`. Logicals are 0 and 1. A chat belongs to the queue in
 * which it began.
 */
export const migrations: readonly string[] = [
  `
  -- Facts about the file itself: profile, seed, until, contentHash, sampleKey, and 'complete' once a history is whole.
  CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    firstName TEXT NOT NULL, lastName TEXT NOT NULL, login TEXT NOT NULL UNIQUE, sip TEXT NOT NULL, email TEXT,
    accountType TEXT NOT NULL CHECK (accountType IN ('Testing', 'Development', 'Production')),
    mostChatsADay INTEGER NOT NULL DEFAULT 0,        -- 0: no limit
    mostConcurrentChats INTEGER NOT NULL DEFAULT 1,
    isAdministrator INTEGER NOT NULL DEFAULT 0,
    archivedAt INTEGER
  ) STRICT;

  CREATE TABLE queue (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE, description TEXT, mode TEXT NOT NULL, language TEXT NOT NULL,
    webClient INTEGER NOT NULL, dispatcher TEXT NOT NULL, enabled INTEGER NOT NULL,
    zone TEXT NOT NULL,                              -- IANA zone of the opening hours
    serviceLevelSeconds INTEGER NOT NULL,
    schedule TEXT NOT NULL                           -- JSON: seven lists of [open, close) minutes since local midnight, Monday first
  ) STRICT;

  CREATE TABLE queue_role (
    queueId INTEGER NOT NULL REFERENCES queue, personId INTEGER NOT NULL REFERENCES person,
    role TEXT NOT NULL CHECK (role IN ('Agent', 'Manager', 'Reviewer')),
    priority INTEGER NOT NULL DEFAULT 1,             -- 1 is offered first
    PRIMARY KEY (queueId, personId, role)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX queue_role_by_person ON queue_role (personId, role, queueId);

  CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE person_tag (
    personId INTEGER NOT NULL REFERENCES person, tagId INTEGER NOT NULL REFERENCES tag, PRIMARY KEY (personId, tagId)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE key (
    id INTEGER PRIMARY KEY,
    personId INTEGER NOT NULL REFERENCES person,
    hash BLOB NOT NULL UNIQUE,                       -- SHA-256 of the GUID in lower case
    lastFour TEXT NOT NULL,
    isWellKnown INTEGER NOT NULL DEFAULT 0,          -- published or derived from the seed: accepted on loopback only
    madeAt INTEGER NOT NULL, lastUsedAt INTEGER, revokedAt INTEGER
  ) STRICT;
  -- One valid key a person at most.
  CREATE UNIQUE INDEX key_valid ON key (personId) WHERE revokedAt IS NULL;

  CREATE TABLE guest (
    id INTEGER PRIMARY KEY,
    firstName TEXT NOT NULL, lastName TEXT NOT NULL, email TEXT, location TEXT
  ) STRICT;

  CREATE TABLE chat (
    id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    queueId INTEGER NOT NULL REFERENCES queue,
    guestId INTEGER NOT NULL REFERENCES guest,
    agentId INTEGER REFERENCES person,               -- who answered
    startedAt INTEGER NOT NULL,
    queuedAt INTEGER,                                -- asked for an agent
    answeredAt INTEGER, firstResponseAt INTEGER,
    endedAt INTEGER NOT NULL,
    wrappedUpAt INTEGER,                             -- end of the agent's work after the chat
    outcome TEXT NOT NULL CHECK (outcome IN ('answered', 'abandoned', 'missed', 'deflected', 'leftBot')),
    missedBecause TEXT CHECK (missedBecause IN ('closed', 'noAgent', 'allBusy', 'offline')),
    endedBy TEXT NOT NULL CHECK (endedBy IN ('guest', 'agent', 'error', 'system')),
    throughBot INTEGER NOT NULL,
    intent TEXT, confidence REAL,                    -- what the bot made of the question
    resolved INTEGER,
    entryPoint TEXT NOT NULL CHECK (entryPoint IN ('Teams', 'Web client')),
    authenticated INTEGER NOT NULL,
    referringPage TEXT, host TEXT, platform TEXT, zoneOffsetMinutes INTEGER,
    question TEXT NOT NULL,
    CHECK (endedAt >= startedAt),
    CHECK ((outcome IN ('answered', 'abandoned', 'missed')) = (queuedAt IS NOT NULL)),
    CHECK ((outcome = 'answered') = (answeredAt IS NOT NULL)),
    CHECK ((answeredAt IS NULL) = (agentId IS NULL))
  ) STRICT;
  CREATE INDEX chat_by_queue_and_start ON chat (
    queueId, startedAt, outcome, queuedAt, answeredAt, firstResponseAt, endedAt, wrappedUpAt, agentId, endedBy, throughBot
  );

  CREATE TABLE offer (
    chatId INTEGER NOT NULL REFERENCES chat, position INTEGER NOT NULL,
    personId INTEGER NOT NULL REFERENCES person,
    offeredAt INTEGER NOT NULL, settledAt INTEGER NOT NULL,
    response TEXT NOT NULL CHECK (response IN ('accepted', 'declined', 'ignored')),
    PRIMARY KEY (chatId, position), CHECK (settledAt >= offeredAt)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE message (
    chatId INTEGER NOT NULL REFERENCES chat, position INTEGER NOT NULL,
    sentAt INTEGER NOT NULL,
    sender TEXT NOT NULL CHECK (sender IN ('guest', 'bot', 'agent', 'system')),
    personId INTEGER REFERENCES person,
    text TEXT NOT NULL,
    PRIMARY KEY (chatId, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE chat_tag (
    chatId INTEGER NOT NULL REFERENCES chat, tagId INTEGER NOT NULL REFERENCES tag, PRIMARY KEY (chatId, tagId)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE survey (
    chatId INTEGER PRIMARY KEY REFERENCES chat,
    rating INTEGER CHECK (rating BETWEEN 1 AND 5), comment TEXT, sentAt INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE transfer (
    chatId INTEGER NOT NULL REFERENCES chat, position INTEGER NOT NULL,
    transferredAt INTEGER NOT NULL,
    fromPersonId INTEGER NOT NULL REFERENCES person,
    toPersonId INTEGER REFERENCES person, toQueueId INTEGER REFERENCES queue,
    PRIMARY KEY (chatId, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE file_sent (
    chatId INTEGER NOT NULL REFERENCES chat, position INTEGER NOT NULL,
    sentAt INTEGER NOT NULL, sender TEXT NOT NULL CHECK (sender IN ('guest', 'agent')),
    name TEXT NOT NULL, bytes INTEGER NOT NULL,
    PRIMARY KEY (chatId, position)
  ) STRICT, WITHOUT ROWID;

  -- When an agent was online and offered chats.
  CREATE TABLE shift (
    personId INTEGER NOT NULL REFERENCES person, startedAt INTEGER NOT NULL, endedAt INTEGER NOT NULL,
    PRIMARY KEY (personId, startedAt), CHECK (endedAt > startedAt)
  ) STRICT, WITHOUT ROWID;

  -- One row a call, refused ones included. Not part of the history: seeding leaves it empty.
  CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    personId INTEGER, keyLastFour TEXT,
    method TEXT NOT NULL, route TEXT NOT NULL, query TEXT NOT NULL,
    status INTEGER NOT NULL, rows INTEGER, bytes INTEGER NOT NULL, milliseconds REAL NOT NULL,
    address TEXT NOT NULL, userAgent TEXT NOT NULL
  ) STRICT;
  CREATE INDEX audit_by_instant ON audit (at);
  `,
  `
  -- What people sign in to the pages with from other machines; most have none. The hash is scrypt's, its cost beside it.
  CREATE TABLE password (
    personId INTEGER PRIMARY KEY REFERENCES person,
    salt BLOB NOT NULL, hash BLOB NOT NULL,
    cost INTEGER NOT NULL, blockSize INTEGER NOT NULL, parallelization INTEGER NOT NULL,   -- N, r and p of RFC 7914
    setAt INTEGER NOT NULL
  ) STRICT;

  -- The audit trail of one person, the newest call first: the row's number is the last part of every index.
  CREATE INDEX audit_by_person ON audit (personId) WHERE personId IS NOT NULL;
  `,
];
