import type { FunctionDeclaration } from "../declaration.ts";
import type { RecordValue } from "../../values/record.ts";
import type { Row, TableValue } from "../../values/table.ts";
import { checkOptions, readMember, readOption } from "../list/arguments.ts";
import { bufferCell } from "../list/buffer.ts";

/** "Other" of Microsoft's table functions. */
export const other: readonly FunctionDeclaration[] = [
  {
    signature: "Table.Buffer(table as table, optional options as nullable record) as table",
    summary: "The table, read once and held: at once, or, delayed, when it is first read.",
    examples: [
      { usage: 'Table.Buffer(#table({"a"}, {{1}, {2}}))', output: '#table({"a"}, {{1}, {2}})' },
      {
        usage: 'Table.Buffer(#table({"a"}, {{1}}), [BufferMode = BufferMode.Delayed])',
        output: '#table({"a"}, {{1}})',
      },
    ],
    call: (table: TableValue, options: RecordValue | null) => {
      checkOptions(options, ["BufferMode"], "Table.Buffer");
      const read = (): Row[] => Array.from(table.rows(), (row) => row.map(bufferCell));
      if (readMember(readOption(options, "BufferMode"), [1, 2], "BufferMode", 1) === 1) return table.withRows(read());
      let held: Row[] | undefined;
      return table.withRows(() => (held ??= read()));
    },
  },
  {
    signature: "Table.StopFolding(table as table) as table",
    summary: "The table, whose later steps are not passed on to its source.",
    examples: [{ usage: 'Table.StopFolding(#table({"a"}, {{1}}))', output: '#table({"a"}, {{1}})' }],
    call: (table: TableValue) => table.withRows(() => table.rows()),
  },
];
