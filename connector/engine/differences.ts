/** Where the language here is not as Microsoft's specification has it. */
export type Difference = {
  /** An M expression. */
  readonly usage: string;
  /** What the specification says it gives, as M; or the message of its error. */
  readonly documented: string;
  /** What it gives here, in the same form. */
  readonly here: string;
  readonly reason: string;
};

/** All known differences of the language; those of a function stand in its declaration. A test fails when one is none any more. */
export const languageDifferences: readonly Difference[] = [
  {
    usage: "#date(2010, 5, 20) + #duration(0, 8, 0, 0)",
    documented: "#datetime(2010, 5, 20, 8, 0, 0)",
    here: "#date(2010, 5, 20)",
    reason:
      "The specification's table says that the sum is of the date's kind, its example shows a datetime; the table counts.",
  },
  {
    usage: "Record.FieldNames(try 1)",
    documented: '{"HasErrors", "Value"}',
    here: '{"HasError", "Value"}',
    reason: "The specification writes the field's name in two ways; its examples and the reference have HasError.",
  },
  {
    usage: "...",
    documented: "Not Implemented",
    here: "Value was not specified.",
    reason: "Power Query itself words the error so.",
  },
  {
    usage: "type nullable (Type.ForList({type number}))",
    documented: "type nullable {number}",
    here: "The name 'Type.ForList' wasn't recognized.  Make sure it's spelled correctly.",
    reason: "The specification's example uses a function that the library's reference does not have.",
  },
];
