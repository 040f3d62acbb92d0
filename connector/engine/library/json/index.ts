import { writeJson } from "../../format/index.ts";
import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { BinaryValue } from "../../values/binary.ts";
import { plain, type Value } from "../../values/value.ts";
import type { Group } from "../declaration.ts";
import { decodeText, encodeText } from "../text/encoding.ts";
import { JsonReader } from "./json-reader.ts";

/** The JSON part of Microsoft's group "Accessing data functions". */
export const json: Group = {
  name: "Accessing data functions",
  functions: [
    {
      signature: "Json.Document(jsonText as any, optional encoding as nullable TextEncoding.Type) as any",
      summary: "Reads JSON, as text or binary: objects become records, arrays lists.",
      examples: [
        { usage: `Json.Document("[1, {""b"": null, ""a"": ""x""}]")`, output: `{1, [b = null, a = "x"]}` },
        {
          usage: `Json.Document("[1, 2")`,
          output: `error "We reached the end of the buffer."`,
        },
      ],
      call: (jsonText: Value, encoding: number | null) => new JsonReader(textOf(jsonText, encoding)).read(),
    },
    {
      signature: "Json.FromValue(value as any, optional encoding as nullable TextEncoding.Type) as binary",
      summary:
        "Writes a value as JSON: dates and durations as ISO 8601, binaries as base64, tables as arrays of objects.",
      examples: [
        {
          usage: `Text.FromBinary(Json.FromValue([A = {1, true, "3"}, B = #date(2020, 11, 1)]))`,
          output: `"{""A"":[1,true,""3""],""B"":""2020-11-01""}"`,
        },
      ],
      call: (value: Value, encoding: number | null) => new BinaryValue(encodeText(writeJson(value), encoding, false)),
    },
  ],
};

function textOf(source: Value, encoding: number | null): string {
  const bare = plain(source);
  if (typeof bare === "string") return bare;
  if (bare instanceof BinaryValue) return decodeText(bare.bytes(), encoding);
  throw cannotConvert(source, primitiveTypes.binary);
}
