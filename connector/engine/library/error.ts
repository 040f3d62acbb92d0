import { RecordValue } from "../values/record.ts";
import type { ListValue } from "../values/list.ts";
import type { Value } from "../values/value.ts";
import type { Group } from "./declaration.ts";

/** The function of Microsoft's group "Error functions" that makes error records. */
export const error: Group = {
  name: "Error functions",
  functions: [
    {
      signature:
        "Error.Record(reason as text, optional message as nullable text, optional detail as any, optional parameters as nullable list, optional errorCode as nullable text) as record",
      summary: "Makes the record that `error` raises; with parameters the message is a format with #{0} for each.",
      examples: [
        {
          usage: `Error.Record("Chat.Missing", "no such chat", 17)[Detail]`,
          output: `17`,
        },
        {
          usage: `(try error Error.Record("Chat.Missing", "no chat #{0}", null, {17}))[Error][Message]`,
          output: `"no chat 17"`,
        },
      ],
      call: (
        reason: string,
        message: string | null,
        detail: Value,
        parameters: ListValue | null,
        errorCode: string | null,
      ) =>
        RecordValue.from({
          Reason: reason,
          Message: message,
          Detail: detail,
          "Message.Format": parameters === null ? null : message,
          "Message.Parameters": parameters,
          ErrorCode: errorCode,
        }),
    },
  ],
};
