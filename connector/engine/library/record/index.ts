/**
 * Microsoft's "Record functions". Fields stay unevaluated unless a function is asked for their values.
 *
 * | part | holds |
 * | --- | --- |
 * | `transformations.ts`, `reading.ts` | the declarations: "Transformations"; "Information", "Selection" and "Serialization" |
 * | `spatial.ts` | points on the earth and on planes, and their Well-Known Text |
 * | `arrangement.ts` | selecting, renaming and reordering by name, for columns of tables as well |
 */
import type { Group } from "../declaration.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { enumeration } from "../list/enumeration.ts";
import { information, selection, serialization } from "./reading.ts";
import { spatial } from "./spatial.ts";
import { transformations } from "./transformations.ts";

/** The record functions, and what to do about fields that are missing. */
export const record: Group = {
  name: "Record functions",
  functions: [...information, ...transformations, ...selection, ...serialization, ...spatial],
  constants: [
    { name: "Record.Type", value: primitiveTypes.record, summary: "The type of all records." },
    ...enumeration("MissingField", "What to do about a field or column that is not there.", {
      Error: [0, "An error is raised."],
      Ignore: [1, "It is left out."],
      UseNull: [2, "It is taken as null."],
    }),
  ],
};
