import { primitiveTypes } from "../types/type-value.ts";
import { BinaryValue } from "../values/binary.ts";
import { EvaluationError, expressionError } from "../values/errors.ts";
import { RecordValue } from "../values/record.ts";
import type { Value } from "../values/value.ts";
import type { Group } from "./declaration.ts";
import type { DataSource, Evaluation } from "./evaluation.ts";
import { readResources } from "./resources.ts";
import { requireCredential } from "./web/request.ts";

/** What only an extension may call: its credential and the files of its package. Bound to one extension at a time. */
export const extension: Group = {
  name: "Extension functions",
  functions: [
    {
      signature: "Extension.CurrentCredential(optional forceRefresh as nullable logical) as record",
      summary: "Gives the credential of the data source whose function is running, with the fields of its kind.",
      examples: [
        {
          usage: `Extension.CurrentCredential()[Key]`,
          output: `""`,
          notRun: "it needs an extension and its credential",
        },
      ],
      bind: (evaluation) => () => credentialRecord(sourceOf("Extension.CurrentCredential", evaluation), evaluation),
    },
    {
      signature: "Extension.Contents(file as text) as nullable binary",
      summary: "Gives a file of the extension's own package.",
      examples: [
        { usage: `Extension.Contents("Chime16.png")`, output: `#binary({})`, notRun: "it needs an extension" },
      ],
      bind: (evaluation) => (file: string) => {
        const bytes = evaluation.host.extensionFile(evaluation.extension!, file);
        if (bytes) return new BinaryValue(bytes);
        throw expressionError(`The file '${file}' wasn't found in the extension's package.`, file);
      },
    },
    {
      signature: "Extension.LoadString(string as text) as any",
      summary: "Gives a text of the extension's resources.resx by its name.",
      examples: [{ usage: `Extension.LoadString("ButtonTitle")`, output: `""`, notRun: "it needs an extension" }],
      bind: (evaluation) => (name: string) => {
        const file = evaluation.host.extensionFile(evaluation.extension!, "resources.resx");
        const text = file && readResources(Buffer.from(file).toString("utf8")).get(name);
        if (text !== undefined) return text;
        throw expressionError(`The resource '${name}' wasn't found in the extension's resources.`, name);
      },
    },
    {
      signature:
        "Extension.CredentialError(reason as text, optional message as nullable text, optional detail as nullable record) as record",
      summary: "Makes the record of a credential error, to be raised with `error`.",
      examples: [
        {
          usage: `Extension.CredentialError("Credential.AccessDenied", "no")[Reason]`,
          output: `"Credential.AccessDenied"`,
        },
      ],
      call: (reason: string, message: string | null, detail: Value) =>
        RecordValue.from({ Reason: reason, Message: message, Detail: detail }),
    },
  ],
  constants: [
    { name: "Credential.AccessDenied", value: "AccessDenied", summary: "The reason of a credential that is refused." },
    {
      name: "Credential.AccessForbidden",
      value: "AccessForbidden",
      summary: "The reason of a credential that may not do this.",
    },
    { name: "Uri.Type", value: primitiveTypes.text.with({ name: "Uri.Type" }), summary: "A text that is a URL." },
  ],
};

function sourceOf(name: string, evaluation: Evaluation): DataSource {
  const source = evaluation.dataSource();
  if (source) return source;
  throw new EvaluationError(
    "Expression.Error",
    `${name} can only be called in a data source function of an extension.`,
  );
}

function credentialRecord(source: DataSource, evaluation: Evaluation): RecordValue {
  const { fields } = requireCredential(source, evaluation);
  // Microsoft gives the key under both names.
  return RecordValue.from(fields.AuthenticationKind === "Key" ? { ...fields, Password: fields.Key } : { ...fields });
}
