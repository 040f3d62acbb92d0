import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { BinaryValue } from "../../values/binary.ts";
import { plain, type Value } from "../../values/value.ts";
import { decodeText } from "./encoding.ts";

/** The text of contents that may be given as text or, encoded, as binary. @throws EvaluationError for anything else. */
export function textOrBinary(contents: Value, encoding: number | null): string {
  const bare = plain(contents);
  if (typeof bare === "string") return bare.replace(/^\uFEFF/u, "");
  if (bare instanceof BinaryValue) return decodeText(bare.bytes(), encoding);
  throw cannotConvert(contents, primitiveTypes.binary);
}
