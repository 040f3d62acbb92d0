import { describe, expect, it } from "vitest";
import { uri } from "../../../../connector/engine/library/uri.ts";
import { RecordValue } from "../../../../connector/engine/values/record.ts";
import type { Value } from "../../../../connector/engine/values/value.ts";
import { listOf, shownCall } from "./calling.ts";

describe("URIs", () => {
  it.each<[string, Value[], string]>([
    ["Uri.BuildQueryString", [RecordValue.from({})], '""'],
    ["Uri.BuildQueryString", [RecordValue.from({ "a b": "!*'()" })], '"a%20b=%21%2A%27%28%29"'],
    ["Uri.BuildQueryString", [RecordValue.from({ id: listOf("1", "2") })], '"id=1&id=2"'],
    [
      "Uri.BuildQueryString",
      [RecordValue.from({ a: 1 })],
      "Expression.Error: We cannot convert the value 1 to type Text.",
    ],
    ["Uri.EscapeDataString", ["\ud800-_.~"], '"%EF%BF%BD-_.~"'],
    ["Uri.Combine", ["https://a.example/b/c", "../d?e=1"], '"https://a.example/d?e=1"'],
    ["Uri.Combine", ["https://a.example/b", "https://c.example/"], '"https://c.example/"'],
    ["Uri.Combine", ["a.example", "b"], "Expression.Error: The base URI isn't an absolute URI."],
    [
      "Uri.Parts",
      ["https://u:p%40@a.example/b%20c?x=%2B1&x=2&y&z=a=b"],
      '[Scheme = "https", Host = "a.example", Port = 443, Path = "/b%20c", Query = [x = {"+1", "2"}, y = "", z = "a=b"], Fragment = "", UserName = "u", Password = "p@"]',
    ],
    ["Uri.Parts", ["http://"], "DataFormat.Error: Invalid URI: The URI could not be parsed."],
    [
      "Uri.Parts",
      ["localhost:8080/a"],
      '[Scheme = "http", Host = "localhost", Port = 8080, Path = "/a", Query = [], Fragment = "", UserName = "", Password = ""]',
    ],
  ])("%s(%j) is %s", (name, args, shown) => {
    expect(shownCall(uri, name, ...args)).toBe(shown);
  });
});
