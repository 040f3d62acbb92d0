import { notSupported } from "../../values/errors.ts";
import type { FunctionDeclaration } from "../declaration.ts";

/** An argument of each type, so that the example of a function that is not carried gets past the check of its arguments. */
const placeholders: Readonly<Record<string, string>> = {
  any: "null",
  text: '""',
  number: "0",
  logical: "true",
  record: "[]",
  list: "{}",
  table: "#table({}, {})",
  binary: "#binary({})",
  function: "each _",
  type: "type any",
};

/**
 * Declares functions that Microsoft publishes and this engine has not: their names are known and their arguments checked, and a
 * call raises an error that names the function.
 *
 * @param reason why they are not there, as the rest of "Not supported: …"
 */
export function notCarried(reason: string, signatures: readonly string[]): readonly FunctionDeclaration[] {
  return signatures.map((signature) => {
    const [, name = "", parameters = ""] = /^([\w.]+)\((.*)\) as /su.exec(signature) ?? [];
    const refusal = notSupported(name).message;
    return {
      signature,
      summary: "Not supported: a call raises an error that names the function.",
      difference: `Not supported: ${reason}.`,
      examples: [{ usage: `${name}(${placeholderArguments(parameters)})`, output: `error "${refusal}"` }],
      call: () => {
        throw notSupported(name);
      },
    };
  });
}

function placeholderArguments(parameters: string): string {
  return parameters
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "" && !part.startsWith("optional "))
    .map((part) => {
      const type = part.slice(part.indexOf(" as ") + " as ".length);
      return type.startsWith("nullable ") ? "null" : placeholders[type]!;
    })
    .join(", ");
}
