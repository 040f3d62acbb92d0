/** An instant as ISO-8601 in UTC, as the JSON API has it: `2026-11-22T08:00:00.000Z`. */
export type InstantText = string;

/** Who looks at a page. */
export type Viewer = {
  readonly personId: number;
  readonly name: string;
  readonly isAdministrator: boolean;
  /** Whether there are queues whose people the viewer sees. */
  readonly isManager: boolean;
  /** What every form brings along. */
  readonly csrfToken: string;
};

/** A queue as it is at this moment. */
export type QueueFacts = {
  readonly queueId: number;
  readonly name: string;
  readonly isRunning: boolean;
  readonly isAvailable: boolean;
  readonly onlineAgents: number;
  readonly waitingGuests: number;
  readonly longestWaitSeconds: number;
  /** The local day of the queue's zone up to this moment. */
  readonly today: {
    readonly dayOn: string;
    readonly inbound: number;
    readonly answered: number;
    readonly missed: number;
  };
};

/** The queues that a viewer may see, and for administrators the calls. */
export type OverviewFacts = {
  readonly now: InstantText;
  readonly build: string;
  readonly queues: readonly QueueFacts[];
  readonly callsInTheLastHour: { readonly calls: number; readonly refused: number } | null;
};

/** One queue in full. */
export type QueueDetails = QueueFacts & {
  readonly description: string | null;
  readonly language: string;
  readonly zone: string;
  readonly serviceLevelSeconds: number;
  /** Seven lists of opening hours as `08:00–18:00`, Monday first. */
  readonly schedule: readonly (readonly string[])[];
  /** Left out for a viewer who does not manage the queue. */
  readonly people?: readonly QueueMember[];
};

/** A person's part in a queue. */
export type QueueMember = {
  readonly personId: number;
  readonly name: string;
  readonly login: string;
  readonly role: string;
  readonly isArchived: boolean;
};

/** A key as it may be shown. */
type KeyFacts = {
  readonly lastFour: string;
  readonly madeAt: InstantText;
  readonly lastUsedAt: InstantText | null;
};

/** A person as a viewer may see one: a manager sees the roles in the managed queues only, and nothing of keys. */
export type PersonFacts = {
  readonly personId: number;
  readonly name: string;
  readonly login: string;
  readonly email: string | null;
  readonly sip: string;
  readonly accountType: string;
  /** 0: no limit. */
  readonly mostChatsADay: number;
  readonly mostConcurrentChats: number;
  readonly skills: readonly string[];
  readonly isArchived: boolean;
  readonly roles: readonly { readonly queueId: number; readonly queue: string; readonly role: string }[];
  /** For administrators only. */
  readonly account?: {
    readonly isAdministrator: boolean;
    readonly maySignIn: boolean;
    readonly hasPassword: boolean;
    readonly archivedAt: InstantText | null;
    /** The number of the key goes with a confirmation, so that it is about the key that was seen. */
    readonly key: (KeyFacts & { readonly keyId: number }) | null;
  };
};

/** A key beside the person that it is bound to. */
export type ListedKeyFacts = KeyFacts & {
  readonly personId: number;
  readonly person: string;
  readonly login: string;
  readonly roles: readonly string[];
};

/** What the emulator is set to. */
export type SettingsFacts = {
  readonly build: string;
  readonly clock: {
    readonly now: InstantText;
    /** As the machine's goes; standing still; or going on from where it was put. */
    readonly mode: "machine" | "frozen" | "running";
    readonly speed: number;
  };
  readonly listensOn: string;
  /** How much of the audit trail is kept; `null` where nothing limits it. */
  readonly auditRetention: { readonly calls: number | null; readonly days: number | null };
  readonly history: {
    readonly profile: string | null;
    readonly seed: string | null;
    readonly endsAt: InstantText | null;
  };
};

/** A call as the audit trail keeps it. */
export type CallFacts = {
  readonly id: number;
  readonly at: InstantText;
  readonly person: string | null;
  readonly login: string | null;
  readonly keyLastFour: string | null;
  readonly method: string;
  readonly route: string;
  readonly query: string;
  readonly status: number;
  readonly rows: number | null;
  readonly bytes: number;
  readonly milliseconds: number;
  readonly address: string;
  readonly userAgent: string;
};
