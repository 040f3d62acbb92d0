import { dirname } from "node:path";
import { InvalidArgumentError, Option, type Command } from "commander";
import type { CorsOrigins } from "./guards.ts";
import { keepCertificate, readCertificate, type Certificate } from "./https/certificate.ts";
import { defaultRetention, type AuditRetention } from "./limits/audit-retention.ts";
import { defaultLimits, type Limits } from "./limits/limits.ts";

/** The options about who may call, how, and how much. */
export type AccessOptions = {
  readonly https?: boolean;
  readonly cert?: string;
  readonly key?: string;
  readonly allowHost?: readonly string[];
  readonly allowOrigin?: readonly string[];
  readonly rate?: number;
  readonly mostConcurrent: number;
  readonly requestTimeout: number;
};

/** Adds the options about who may call, how, and how much. */
export function addAccessOptions(command: Command): Command {
  return command
    .option("--https", "speak HTTPS, with a certificate for localhost that is made on first use")
    .option("--cert <file>", "speak HTTPS with one's own certificate, PEM; with --key")
    .option("--key <file>", "the private key of --cert, PEM, without a passphrase")
    .option("--allow-host <name>", "a name that the Host header may have, besides localhost; repeatable", collect)
    .option(
      "--allow-origin <origin>",
      "an origin whose pages may call the API (default: all); repeatable",
      collectOrigin,
    )
    .option("--rate <calls>", "the most calls a second of one key; more are answered 429 (default: no limit)", readRate)
    .option(
      "--most-concurrent <calls>",
      "the most calls under way together; more are answered 503",
      readCount,
      defaultLimits.concurrentCalls,
    )
    .option(
      "--request-timeout <seconds>",
      "how long a request may take to arrive",
      readCount,
      defaultLimits.requestTimeoutMs / 1000,
    );
}

/** Refuses options that do not fit together as wrong usage. */
export function checkAccessOptions({ cert, key }: AccessOptions, command: Command): void {
  if ((cert === undefined) !== (key === undefined)) {
    command.error("error: options '--cert <file>' and '--key <file>' need each other");
  }
}

/** Adds the option about how much of the audit trail is kept. */
export function addRetentionOption(command: Command): Command {
  return command.addOption(
    new Option(
      "--audit-retention <much>",
      "how much of the audit trail is kept: days (90d), calls (100000), both with a comma between, or off",
    )
      .default(defaultRetention, String(defaultRetention.calls))
      .argParser(readRetention),
  );
}

/** How a server is to be reached and what it takes, as `createEmulator` and `createRecordingServer` have it. */
export type ServingAccess = {
  readonly https: boolean | Certificate;
  readonly allowHosts: readonly string[];
  readonly corsOrigins: CorsOrigins;
  readonly limits: Limits;
  /** What people should know before they call. */
  readonly notes: readonly string[];
};

/**
 * What the options say. A certificate of the program's own is kept in the folder of `file`.
 *
 * @throws Error when a certificate cannot be used.
 */
export async function readServingAccess(options: AccessOptions, file: string): Promise<ServingAccess> {
  const { certificate, notes } = await chooseCertificate(options, file);
  const { allowHost = [], allowOrigin, rate, mostConcurrent, requestTimeout } = options;
  return {
    https: certificate ?? false,
    allowHosts: allowHost,
    corsOrigins: allowOrigin ?? "*",
    limits: {
      callsPerSecond: rate ?? Infinity,
      concurrentCalls: mostConcurrent,
      requestTimeoutMs: requestTimeout * 1000,
    },
    notes,
  };
}

async function chooseCertificate(
  { https, cert, key }: AccessOptions,
  file: string,
): Promise<{ readonly certificate: Certificate | undefined; readonly notes: readonly string[] }> {
  if (cert !== undefined && key !== undefined) {
    const { certificate, warning } = readCertificate(cert, key);
    return { certificate, notes: warning === undefined ? [] : [`Warning: ${warning}`] };
  }
  if (https !== true) return { certificate: undefined, notes: [] };
  const kept = await keepCertificate(dirname(file));
  const note = kept.isNew
    ? `A new certificate for localhost is in ${kept.file}: callers refuse it until they trust it.`
    : `The certificate for localhost is in ${kept.file}.`;
  return { certificate: kept, notes: [`${note} How: docs/guides/https.md`] };
}

/** Adds a value to those of a repeatable option. */
export function collect(value: string, others: readonly string[] = []): readonly string[] {
  return [...others, value];
}

function collectOrigin(value: string, others?: readonly string[]): readonly string[] {
  if (!URL.canParse(value) || new URL(value).origin !== value) {
    throw new InvalidArgumentError("give a scheme and a host, such as https://bi.example.com.");
  }
  return collect(value, others);
}

function readRate(text: string): number {
  const rate = Number(/^(\d+(?:\.\d+)?)(?:\/s)?$/.exec(text)?.[1] ?? 0);
  if (rate <= 0) throw new InvalidArgumentError("give calls a second, above 0, such as 10.");
  return rate;
}

function readCount(text: string): number {
  const count = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (count === 0) throw new InvalidArgumentError("give a whole number from 1 to 999999.");
  return count;
}

function readRetention(text: string): AuditRetention {
  if (text === "off") return {};
  const parts = text.split(",");
  const [days, calls] = [/^(\d{1,5})d$/, /^(\d{1,9})$/].map((form) =>
    parts.flatMap((part) => form.exec(part)?.[1] ?? []).map(Number),
  ) as [number[], number[]];
  const isRead = days.length < 2 && calls.length < 2 && days.length + calls.length === parts.length;
  if (!isRead || [...days, ...calls].includes(0)) {
    throw new InvalidArgumentError("give days such as 90d, calls such as 100000, both as 90d,100000, or off.");
  }
  return { ...(days[0] !== undefined && { days: days[0] }), ...(calls[0] !== undefined && { calls: calls[0] }) };
}
