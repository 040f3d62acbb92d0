import { RecordValue } from "../../values/record.ts";
import type { Group } from "../declaration.ts";
import type { Evaluation } from "../evaluation.ts";
import { readWebOptions, type WebFunction } from "./options.ts";
import { checkUrl, contentsOf, headersRecord, send, type WebCall } from "./request.ts";

/** What asks the web (Microsoft's group "Accessing data functions"). */
export const web: Group = {
  name: "Accessing data functions",
  functions: [
    {
      signature: "Web.Contents(url as text, optional options as nullable record) as binary",
      summary:
        "Gives what a URL answers, as a binary that is fetched when it is read; its metadata holds the status and the headers.",
      examples: [
        {
          usage: `Web.Contents("https://example.com", [RelativePath = "Chime/Report/Queues", Query = [zone = "UTC"]])`,
          output: `#binary({})`,
          notRun: "it asks the network",
        },
      ],
      bind: (evaluation) => (url: string, options: RecordValue | null) =>
        contentsOf(webCall("Web.Contents", url, options, evaluation), evaluation),
    },
    {
      signature: "Web.Headers(url as text, optional options as nullable record) as record",
      summary: "Asks only for the headers of a URL and gives them as a record, whose metadata holds the status.",
      examples: [{ usage: `Web.Headers("https://example.com")`, output: `[]`, notRun: "it asks the network" }],
      bind: (evaluation) => (url: string, options: RecordValue | null) => {
        const call: WebCall = { ...webCall("Web.Headers", url, options, evaluation), method: "HEAD" };
        const answer = send(call, evaluation);
        const meta = RecordValue.from({ "Response.Status": answer.status });
        return headersRecord(call, answer).ascribe({ type: undefined, meta });
      },
    },
  ],
};

function webCall(functionName: WebFunction, url: string, options: RecordValue | null, evaluation: Evaluation): WebCall {
  checkUrl(url);
  const source = evaluation.dataSource();
  const read = readWebOptions(options, source !== undefined, functionName);
  return { method: read.content ? "POST" : "GET", url, options: read, source, functionName };
}
