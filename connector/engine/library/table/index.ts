/**
 * Microsoft's "Table functions". Rows stream, cells stay unevaluated until they are read; only sorting, grouping, joining and the like
 * read a whole table. A function that a view may do itself asks `fold` first.
 *
 * | part | holds |
 * | --- | --- |
 * | `construction.ts`, `conversions.ts`, `information.ts`, `membership.ts`, `ordering.ts`, `other.ts` | the headings of Microsoft's page of that name |
 * | `profile.ts`, `partitions.ts` | "Information" that reads a table |
 * | `view.ts`, `folding.ts` | views, and how the other functions ask them |
 * | `row-selection.ts`, `row-editing.ts` | "Row operations" |
 * | `column-operations.ts`, `headers.ts`, `pivot.ts` | "Column operations" |
 * | `adding.ts`, `expanding.ts`, `grouping.ts`, `joining.ts`, `keys.ts`, `replacing.ts`, `transforming.ts` | "Transformation" |
 * | `columns.ts`, `rows.ts`, `row-equation.ts`, `row-index.ts`, `splitting.ts`, `convert-column.ts`, `library-function.ts` | what they share |
 */
import type { Group } from "../declaration.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { enumeration } from "../list/enumeration.ts";
import { adding } from "./adding.ts";
import { columnOperations } from "./column-operations.ts";
import { construction } from "./construction.ts";
import { conversions } from "./conversions.ts";
import { expanding } from "./expanding.ts";
import { grouping } from "./grouping.ts";
import { headers } from "./headers.ts";
import { information } from "./information.ts";
import { joining } from "./joining.ts";
import { keys } from "./keys.ts";
import { membership } from "./membership.ts";
import { ordering } from "./ordering.ts";
import { other } from "./other.ts";
import { pivoting } from "./pivot.ts";
import { profiling } from "./profile.ts";
import { replacing } from "./replacing.ts";
import { rowEditing } from "./row-editing.ts";
import { rowSelection } from "./row-selection.ts";
import { transforming } from "./transforming.ts";
import { views } from "./view.ts";

/** The table functions and their enumerations. */
export const table: Group = {
  name: "Table functions",
  functions: [
    ...construction,
    ...views,
    ...conversions,
    ...information,
    ...profiling,
    ...rowSelection,
    ...rowEditing,
    ...columnOperations,
    ...headers,
    ...pivoting,
    ...adding,
    ...expanding,
    ...grouping,
    ...joining,
    ...keys,
    ...replacing,
    ...transforming,
    ...membership,
    ...ordering,
    ...other,
  ],
  constants: [
    { name: "Table.Type", value: primitiveTypes.table, summary: "The type of all tables." },
    ...enumeration("JoinKind", "Which rows a join gives.", {
      Inner: [0, "Pairs of rows that match."],
      LeftOuter: [1, "Pairs, and the first table's rows without a match."],
      RightOuter: [2, "Pairs, and the second table's rows without a match."],
      FullOuter: [3, "Pairs, and the rows of both tables without a match."],
      LeftAnti: [4, "The first table's rows without a match."],
      RightAnti: [5, "The second table's rows without a match."],
      LeftSemi: [6, "The first table's rows with a match."],
      RightSemi: [7, "The second table's rows with a match."],
    }),
    ...enumeration("JoinAlgorithm", "How a join finds its matches; it does not change the result.", {
      Dynamic: [0, "Chosen by the engine."],
      PairwiseHash: [1, "Both tables held until one of them is complete."],
      SortMerge: [2, "Both tables are in the order of their keys."],
      LeftHash: [3, "The first table held, the second streamed."],
      RightHash: [4, "The second table held, the first streamed."],
      LeftIndex: [5, "The second table asked for the first one's keys."],
      RightIndex: [6, "The first table asked for the second one's keys."],
    }),
    ...enumeration("JoinSide", "A table of a join.", {
      Left: [0, "The first table."],
      Right: [1, "The second table."],
    }),
    ...enumeration("GroupKind", "Which rows may form a group.", {
      Local: [0, "Rows that follow one another."],
      Global: [1, "All rows of the table."],
    }),
    ...enumeration("ExtraValues", "What to do with more values than columns.", {
      List: [0, "The last column holds a list of them."],
      Error: [1, "An error is raised."],
      Ignore: [2, "They are left out."],
    }),
    ...enumeration("BufferMode", "When a buffer is filled.", {
      Eager: [1, "At once."],
      Delayed: [2, "When it is first read."],
    }),
    ...enumeration("RankKind", "How rows that compare alike are ranked.", {
      Competition: [0, "They share a rank, and a gap follows."],
      Dense: [1, "They share a rank, and no gap follows."],
      Ordinal: [2, "Each has its own rank."],
    }),
  ],
};
