import { RecordValue } from "../../values/record.ts";
import { expressionError } from "../../values/errors.ts";
import type { Group } from "../declaration.ts";
import type { Evaluation } from "../evaluation.ts";
import { readWebOptions } from "./options.ts";
import { binaryOf, cacheKeyOf, headersRecord, send, type WebCall } from "./request.ts";

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
      bind: (evaluation) => (url: string, options: RecordValue | null) => {
        const call = webCall("Web.Contents", url, options, evaluation);
        const key = cacheKeyOf(call);
        const cached = call.options.isRetry ? undefined : evaluation.webCache.get(key);
        if (cached) return cached;
        const binary = binaryOf(call, evaluation);
        evaluation.webCache.set(key, binary);
        return binary;
      },
    },
    {
      signature: "Web.Headers(url as text, optional options as nullable record) as record",
      summary: "Asks only for the headers of a URL and gives them as a record.",
      examples: [{ usage: `Web.Headers("https://example.com")`, output: `[]`, notRun: "it asks the network" }],
      bind: (evaluation) => (url: string, options: RecordValue | null) => {
        const call: WebCall = { ...webCall("Web.Headers", url, options, evaluation), method: "HEAD" };
        const answer = send(call, evaluation);
        return RecordValue.fromEntries([
          ...headersRecord(call, answer).entries(),
          ["Response.Status", answer.status] as const,
        ]);
      },
    },
  ],
};

function webCall(functionName: string, url: string, options: RecordValue | null, evaluation: Evaluation): WebCall {
  if (!/^https?:\/\//iu.test(url))
    throw expressionError("The supplied URL must be a valid 'http:' or 'https:' URL.", url);
  const source = evaluation.dataSource();
  const read = readWebOptions(options, source !== undefined);
  return { method: read.content ? "POST" : "GET", url, options: read, source, functionName };
}
