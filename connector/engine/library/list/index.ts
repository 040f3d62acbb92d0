/**
 * Microsoft's "List functions". Items stay unevaluated where a function need not look at them, and lists stream where they can.
 *
 * | part | holds |
 * | --- | --- |
 * | `information.ts` … `generators.ts` | the declarations, a file a heading of Microsoft's page |
 * | `equation.ts`, `hash.ts` | what counts as equal: equation criteria, keys for maps |
 * | `comparison.ts` | orders: comparison criteria, sorting |
 * | `average.ts`, `median.ts`, `percentile.ts`, `random.ts` | the arithmetic of the statistics; numbers for a seed |
 * | `arguments.ts`, `enumeration.ts`, `lazy.ts`, `buffer.ts` | what the table, record and value functions use as well |
 */
import type { Group } from "../declaration.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { averages } from "./averages.ts";
import { enumeration } from "./enumeration.ts";
import { generators } from "./generators.ts";
import { information } from "./information.ts";
import { membership } from "./membership.ts";
import { ordering } from "./ordering.ts";
import { selection } from "./selection.ts";
import { sets } from "./sets.ts";
import { transformation } from "./transformation.ts";

/** The list functions, sort orders and percentile modes. */
export const list: Group = {
  name: "List functions",
  functions: [
    ...information,
    ...selection,
    ...transformation,
    ...membership,
    ...sets,
    ...ordering,
    ...averages,
    ...generators,
  ],
  constants: [
    { name: "List.Type", value: primitiveTypes.list, summary: "The type of all lists." },
    ...enumeration("Order", "The direction of a sort.", {
      Ascending: [0, "From the least to the greatest."],
      Descending: [1, "From the greatest to the least."],
    }),
    ...enumeration("PercentileMode", "How `List.Percentile` interpolates.", {
      ExcelInc: [1, "As Excel's PERCENTILE.INC."],
      ExcelExc: [2, "As Excel's PERCENTILE.EXC."],
      SqlDisc: [3, "As SQL Server's PERCENTILE_DISC: always one of the values."],
      SqlCont: [4, "As SQL Server's PERCENTILE_CONT."],
    }),
  ],
};
