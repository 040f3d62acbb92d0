import { expect, it } from "vitest";
import { error } from "../../../../connector/engine/library/error.ts";
import type { Value } from "../../../../connector/engine/values/value.ts";
import { listOf, shownCall } from "./calling.ts";

it.each<[Value[], string]>([
  [
    ["R"],
    '[Reason = "R", Message = null, Detail = null, Message.Format = null, Message.Parameters = null, ErrorCode = null]',
  ],
  [
    ["R", "m #{0}", 1, listOf(2), "C"],
    '[Reason = "R", Message = "m #{0}", Detail = 1, Message.Format = "m #{0}", Message.Parameters = {2}, ErrorCode = "C"]',
  ],
])("Error.Record(%j) is %s", (args, shown) => {
  expect(shownCall(error, "Error.Record", ...args)).toBe(shown);
});
