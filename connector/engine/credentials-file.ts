import type { Credential } from "./host/host.ts";

type Kind = Credential["fields"]["AuthenticationKind"];

/** The texts that each kind of credential has beside `AuthenticationKind`. */
const textsOf: Readonly<Record<Kind, readonly string[]>> = {
  Anonymous: [],
  Key: ["Key"],
  UsernamePassword: ["Username", "Password"],
  Windows: ["Username", "Password"],
  OAuth: ["access_token"],
  OAuth2: ["access_token"],
};

/**
 * Reads a file of credentials: a JSON array of `{dataSourceKind, path, fields}`, where `fields` is what
 * `Extension.CurrentCredential` gives.
 *
 * @throws Error that names the file and what is wrong in it.
 */
export function readCredentials(text: string, file: string): readonly Credential[] {
  const wrong = (why: string): Error => new Error(`could not read the credentials in "${file}": ${why}`);
  let items: unknown;
  try {
    items = JSON.parse(text);
  } catch (cause) {
    // The parser's message may quote the file, and with it a secret.
    throw new Error(`could not read the credentials in "${file}": it is no JSON`, { cause });
  }
  if (!Array.isArray(items)) throw wrong("an array of {dataSourceKind, path, fields} was expected");
  return items.map((item: unknown, index) => {
    const { dataSourceKind, path, fields } = asRecord(item);
    if (typeof dataSourceKind !== "string" || typeof path !== "string") {
      throw wrong(`number ${index + 1} needs the texts dataSourceKind and path`);
    }
    const given = asRecord(fields);
    const kind = given["AuthenticationKind"];
    if (typeof kind !== "string" || !Object.hasOwn(textsOf, kind)) {
      throw wrong(`the AuthenticationKind of number ${index + 1} must be one of ${Object.keys(textsOf).join(", ")}`);
    }
    const missing = textsOf[kind as Kind].find((name) => typeof given[name] !== "string");
    if (missing !== undefined) throw wrong(`number ${index + 1} is of kind ${kind} and needs the text ${missing}`);
    return { dataSourceKind, path, fields: given as Credential["fields"] };
  });
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
