import { readFileSync } from "node:fs";
import type { Credential } from "../engine/index.ts";
import { parsePolicy, readPolicy, type RefreshPolicy } from "./policy/policy.ts";

/** What a refresh is given beside its target; each part may be missing. */
export type Settings = {
  readonly url?: string;
  readonly key?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly credentials?: readonly Credential[];
  readonly policies?: Readonly<Record<string, RefreshPolicy>>;
};

type Json = Readonly<Record<string, unknown>>;

const known = ["url", "key", "parameters", "credentials", "policies"];

/** Reads a settings file. @throws Error that names the file and the field, and never shows a value. */
export function readSettings(file: string): Settings {
  const fail = (why: string): Error => new Error(`could not read the settings "${file}": ${why}`);
  const content = readObject(file);
  for (const name of Object.keys(content)) {
    if (!known.includes(name)) throw fail(`there is no setting "${name}"; there are ${known.join(", ")}`);
  }
  const text = (name: string): string | undefined => {
    const value = content[name];
    if (value === undefined || typeof value === "string") return value;
    throw fail(`"${name}" is no text`);
  };
  const { parameters = {}, credentials = [], policies = {} } = content;
  if (!isObject(parameters)) throw fail('"parameters" is no object of names and values');
  if (!Array.isArray(credentials)) throw fail('"credentials" is no list');
  if (!isObject(policies)) throw fail('"policies" is no object of tables and policies');
  const [url, key] = [text("url"), text("key")];
  return {
    ...(url !== undefined && { url }),
    ...(key !== undefined && { key }),
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)])),
    credentials: credentials.map((item: unknown, index) => {
      const credential = isObject(item) ? toCredential(item) : undefined;
      if (credential) return credential;
      throw fail(
        `"credentials", item ${index + 1}: write {"kind", "path", "key"}, {"kind", "path", "username", "password"}, or {"kind", "path"} for an anonymous one`,
      );
    }),
    policies: readPolicies(policies, fail),
  };
}

/** What the environment says: `CHIME_URL`, `CHIME_KEY`, and `CHIME_PARAMETER_<name>` for each parameter. */
export function settingsOf(environment: Readonly<Record<string, string | undefined>>): Settings {
  const prefix = "CHIME_PARAMETER_";
  const { CHIME_URL: url, CHIME_KEY: key } = environment;
  const parameters = Object.entries(environment).flatMap(([name, value]) =>
    name.startsWith(prefix) && value !== undefined ? [[name.slice(prefix.length), value] as const] : [],
  );
  return {
    ...(url !== undefined && { url }),
    ...(key !== undefined && { key }),
    parameters: Object.fromEntries(parameters),
  };
}

/** Puts settings together; of two that say something, the later one counts. */
export function mergeSettings(settings: readonly Settings[]): Settings {
  return settings.reduce((before, after) => ({
    ...before,
    ...after,
    parameters: { ...before.parameters, ...after.parameters },
    credentials: [...(before.credentials ?? []), ...(after.credentials ?? [])],
    policies: { ...before.policies, ...after.policies },
  }));
}

/**
 * Reads a credential written as `Kind@path=key:KEY`, `Kind@path=basic:USER:PASSWORD` or `Kind@path=anonymous`.
 *
 * @throws Error that shows the forms and not what was given.
 */
export function parseCredential(text: string): Credential {
  const [, kind, path, rest] = /^([^@]+)@(.+?)=((?:key:|basic:).*|anonymous)$/su.exec(text) ?? [];
  const [, how, first, second] = /^(key|basic):([^:]*)(?::(.*))?$/su.exec(rest ?? "") ?? [];
  const credential =
    kind === undefined || path === undefined
      ? undefined
      : toCredential({
          kind,
          path,
          ...(how === "key" && { key: rest!.slice("key:".length) }),
          ...(how === "basic" && { username: first, password: second }),
        });
  if (credential && (how !== "basic" || second !== undefined)) return credential;
  throw new Error("write a credential as Kind@path=key:KEY, Kind@path=basic:USER:PASSWORD or Kind@path=anonymous");
}

/**
 * Reads `--policy`: a policy in short for all tables that use the range parameters, `Table=policy` for one, or the name of a JSON file of
 * tables and policies.
 *
 * @throws Error that shows the form.
 */
export function parsePolicyFlag(text: string): Readonly<Record<string, RefreshPolicy>> {
  if (/\.json$/iu.test(text)) {
    return readPolicies(readObject(text), (why) => new Error(`could not read the policies "${text}": ${why}`));
  }
  const [, table = "*", policy = text] = /^([^=]+)=(.*)$/su.exec(text) ?? [];
  return { [table.trim()]: parsePolicy(policy) };
}

function readPolicies(policies: Json, fail: (why: string) => Error): Readonly<Record<string, RefreshPolicy>> {
  return Object.fromEntries(
    Object.entries(policies).map(([table, policy]) => {
      try {
        if (typeof policy === "string") return [table, parsePolicy(policy)];
        if (!isObject(policy)) throw new Error("it is neither a text nor an object");
        const properties = Object.entries(policy).map(([name, value]) => [name, String(value)] as const);
        return [table, readPolicy(Object.fromEntries(properties))];
      } catch (cause) {
        throw fail(`the policy of "${table}": ${cause instanceof Error ? cause.message : String(cause)}`);
      }
    }),
  );
}

function toCredential({ kind, path, key, username, password, ...rest }: Json): Credential | undefined {
  if (typeof kind !== "string" || typeof path !== "string" || Object.keys(rest).length > 0) return undefined;
  const of = { dataSourceKind: kind, path };
  if (typeof key === "string") return { ...of, fields: { AuthenticationKind: "Key", Key: key } };
  if (typeof username === "string" && typeof password === "string") {
    return { ...of, fields: { AuthenticationKind: "UsernamePassword", Username: username, Password: password } };
  }
  const isBare = key === undefined && username === undefined && password === undefined;
  return isBare ? { ...of, fields: { AuthenticationKind: "Anonymous" } } : undefined;
}

function readObject(file: string): Json {
  try {
    const content: unknown = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/u, ""));
    if (isObject(content)) return content;
  } catch (cause) {
    throw new Error(`could not read "${file}": ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  throw new Error(`could not read "${file}": it holds no object`);
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
