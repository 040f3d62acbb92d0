/**
 * The XML part of Microsoft's group "Accessing data functions".
 *
 * | part | holds |
 * | --- | --- |
 * | `read-xml.ts` | text → elements; the only importer of saxes |
 * | `flatten.ts` | elements → nested tables (`Xml.Tables`) |
 */
import { anyType, primitiveTypes } from "../../types/type-value.ts";
import { BinaryValue } from "../../values/binary.ts";
import type { Cell } from "../../values/cell.ts";
import type { RecordValue } from "../../values/record.ts";
import { TableValue, type Row } from "../../values/table.ts";
import { plain, type Value } from "../../values/value.ts";
import type { Group } from "../declaration.ts";
import { checkOptions } from "../list/arguments.ts";
import { decodeText } from "../text/encoding.ts";
import { textOrBinary } from "../text/source-text.ts";
import { flattenDocument } from "./flatten.ts";
import { declaredEncoding, elementsOf, readXml, textOf, type Element } from "./read-xml.ts";

/** What reads XML. */
export const xml: Group = {
  name: "Accessing data functions",
  functions: [
    {
      signature: "Xml.Document(contents as any, optional encoding as nullable TextEncoding.Type) as table",
      summary:
        "Reads XML as a table of elements: name, namespace, value (a table of the elements in it, or a text where there are others beside them) and attributes.",
      examples: [
        { usage: 'Xml.Document("<chat id=""7""><topic>VPN</topic></chat>"){0}[Value]{0}[Value]', output: '"VPN"' },
        {
          usage: 'Xml.Document("<chat id=""7""/>"){0}[Attributes]{0}[[Name], [Value]]',
          output: '[Name = "id", Value = "7"]',
        },
      ],
      call: (contents: Value, encoding: number | null) => documentTable([rootOf(contents, encoding)]),
    },
    {
      signature:
        "Xml.Tables(contents as any, optional options as nullable record, optional encoding as nullable TextEncoding.Type) as table",
      summary: "Reads XML as nested tables with a column for each child element, attribute and foreign namespace.",
      examples: [
        {
          usage: 'Xml.Tables("<chats><chat><id>1</id></chat><chat><id>2</id></chat></chats>"){0}[Table]',
          output: '#table({"id"}, {{"1"}, {"2"}})',
        },
        {
          usage: 'Xml.Tables("<chat id=""7""><topic>VPN</topic></chat>")',
          output: '#table({"topic", "Attribute:id"}, {{"VPN", "7"}})',
        },
      ],
      difference: "Microsoft documents neither the shape of the tables nor options; the shape is what its tools show.",
      call: (contents: Value, options: RecordValue | null, encoding: number | null) => {
        checkOptions(options, [], "Xml.Tables");
        return flattenDocument(rootOf(contents, encoding));
      },
    },
  ],
};

/** A binary is in the encoding that is given, else in the one that it declares. */
function rootOf(contents: Value, encoding: number | null): Element {
  const bare = plain(contents);
  if (!(bare instanceof BinaryValue)) return readXml(textOrBinary(contents, encoding));
  const bytes = bare.bytes();
  return readXml(decodeText(bytes, encoding ?? declaredEncoding(bytes)));
}

function documentTable(elements: readonly Element[]): TableValue {
  return TableValue.from({
    columns: ["Name", "Namespace", "Value", "Attributes"],
    types: [primitiveTypes.text, primitiveTypes.text, anyType, primitiveTypes.table],
    rows: elements.map((element): Row => {
      const children = elementsOf(element);
      const value: Cell = element.mixed ?? (children.length === 0 ? textOf(element) : documentTable(children));
      return [element.name, element.namespace, value, attributeTable(element)];
    }),
  });
}

function attributeTable(element: Element): TableValue {
  return TableValue.from({
    columns: ["Name", "Namespace", "Value"],
    types: [primitiveTypes.text, primitiveTypes.text, primitiveTypes.text],
    rows: element.attributes.map(({ name, namespace, value }) => [name, namespace, value]),
  });
}
