import { printValue } from "../format/index.ts";
import { FunctionValue } from "../values/function.ts";
import { plain, type Value } from "../values/value.ts";
import type { Group } from "./declaration.ts";

/** Traces and their levels (Microsoft's group "Error functions"). */
export const diagnostics: Group = {
  name: "Error functions",
  functions: [
    {
      signature:
        "Diagnostics.Trace(traceLevel as number, message as anynonnull, value as any, optional delayed as nullable logical) as any",
      summary:
        "Writes a message to the trace and gives the value; a delayed value is a function that is called for it.",
      examples: [
        { usage: `Diagnostics.Trace(TraceLevel.Information, "fetching", 1)`, output: `1` },
        { usage: `Diagnostics.Trace(TraceLevel.Information, "fetching", () => 2, true)`, output: `2` },
      ],
      bind: (evaluation) => (level: number, message: Value, value: Value, delayed: boolean | null) => {
        const text = plain(message);
        evaluation.host.trace({ level, message: typeof text === "string" ? text : printValue(text) });
        const promised = plain(value);
        return delayed === true && promised instanceof FunctionValue ? promised.invoke([]) : value;
      },
    },
  ],
  constants: [
    { name: "TraceLevel.Critical", value: 1, summary: "Something ended the work." },
    { name: "TraceLevel.Error", value: 2, summary: "Something failed." },
    { name: "TraceLevel.Warning", value: 4, summary: "Something may be wrong." },
    { name: "TraceLevel.Information", value: 8, summary: "What is being done." },
    { name: "TraceLevel.Verbose", value: 16, summary: "Every detail." },
  ],
};
