import { randomUUID } from "node:crypto";
import { TypeValue } from "../types/type-value.ts";
import type { Value } from "../values/value.ts";
import type { Group } from "./declaration.ts";
import type { Evaluation } from "./evaluation.ts";

/** A value that is made once for each evaluation. */
function oncePerEvaluation(make: () => string): (evaluation: Evaluation) => string {
  const made = new WeakMap<Evaluation["host"], string>();
  return ({ host }) => {
    const value = made.get(host) ?? make();
    made.set(host, value);
    return value;
  };
}

const activityId = oncePerEvaluation(randomUUID);

/** What M may ask about where it runs: culture, identifiers of the evaluation; and what the engine has no use for. */
export const surroundings: Group = {
  name: "Error functions",
  functions: [
    {
      signature: "Diagnostics.ActivityId() as nullable text",
      summary: "An identifier of the evaluation, which stays the same while it runs.",
      examples: [{ usage: "Diagnostics.ActivityId() = Diagnostics.ActivityId()", output: "true" }],
      bind: (evaluation) => () => activityId(evaluation),
    },
    {
      signature: "Diagnostics.CorrelationId() as nullable text",
      summary: "The identifier of the request that started the evaluation; null, since none does here.",
      examples: [{ usage: "Diagnostics.CorrelationId()", output: "null" }],
      call: () => null,
    },
    {
      signature: "Value.Optimize(value as any) as any",
      summary: "The value, whose query is optimized where it has one.",
      examples: [{ usage: "Value.Optimize({1, 2})", output: "{1, 2}" }],
      call: (value: Value) => value,
    },
    {
      signature: "Table.ReplaceRelationshipIdentity(value as any, identity as text) as any",
      summary: "The value; what it is called in a set of relationships plays no part here.",
      difference: "The identity is not kept: this engine finds no relationships.",
      examples: [
        { usage: 'Table.ReplaceRelationshipIdentity(#table({"a"}, {{1}}), "chats")', output: '#table({"a"}, {{1}})' },
      ],
      call: (value: Value) => value,
    },
  ],
  constants: [
    {
      name: "Culture.Current",
      bind: (evaluation) => evaluation.host.culture,
      summary: "The name of the culture that the evaluation runs in.",
    },
    {
      name: "TimeZone.Current",
      bind: (evaluation) => evaluation.host.zone,
      summary: "The name of the local zone, as the IANA has it.",
    },
    {
      name: "TraceLevel.Type",
      value: new TypeValue("number", { name: "TraceLevel.Type" }),
      summary: "Levels of traces.",
    },
    ...["Delete", "Get", "Head", "Patch", "Post", "Put"].map((method) => ({
      name: `WebMethod.${method}`,
      value: method.toUpperCase(),
      summary: `The method ${method.toUpperCase()} of HTTP.`,
    })),
    { name: "WebMethod.Type", value: new TypeValue("text", { name: "WebMethod.Type" }), summary: "Methods of HTTP." },
  ],
};
