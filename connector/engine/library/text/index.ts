import { primitiveTypes, TypeValue } from "../../types/type-value.ts";
import type { Group } from "../declaration.ts";
import { enumeration } from "../list/enumeration.ts";
import { conversion } from "./conversion.ts";
import { encodings } from "./encoding.ts";
import { extraction } from "./extraction.ts";
import { information } from "./information.ts";
import { membership } from "./membership.ts";
import { modification } from "./modification.ts";
import { transformation } from "./transformation.ts";

/** Microsoft's group "Text functions", split by the headings of its overview. */
export const text: Group = {
  name: "Text functions",
  functions: [...information, ...conversion, ...extraction, ...modification, ...membership, ...transformation],
  constants: [
    { name: "Text.Type", value: primitiveTypes.text, summary: "The type of texts." },
    {
      name: "Character.Type",
      value: new TypeValue("text", { name: "Character.Type" }),
      summary: "Texts of one character.",
    },
    { name: "Guid.Type", value: new TypeValue("text", { name: "Guid.Type" }), summary: "Texts that are GUIDs." },
    {
      name: "Password.Type",
      value: new TypeValue("text", { name: "Password.Type" }),
      summary: "Texts that are passwords.",
    },
    ...enumeration("Occurrence", "Which occurrence is meant.", {
      First: [0, "The first one."],
      Last: [1, "The last one."],
      All: [2, "All of them, as a list."],
    }),
    ...enumeration("RelativePosition", "From which end positions are counted.", {
      FromStart: [0, "From the start."],
      FromEnd: [1, "From the end."],
    }),
    ...enumeration("TextEncoding", "How text is written as bytes.", {
      Utf8: [encodings.Utf8, "UTF-8."],
      Utf16: [encodings.Utf16, "UTF-16, low byte first."],
      Unicode: [encodings.Utf16, "UTF-16, low byte first."],
      BigEndianUnicode: [encodings.BigEndianUnicode, "UTF-16, high byte first."],
      Windows: [encodings.Windows, "Windows code page 1252."],
      Ascii: [encodings.Ascii, "ASCII."],
    }),
  ],
};
