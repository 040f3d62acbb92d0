import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Engine, readExtension } from "../../connector/engine/index.ts";
import { markdownPage, markdownTable } from "./markdown.ts";

type Documented = {
  readonly name: string;
  readonly description: string;
  readonly returns: string;
  readonly examples: readonly { Description: string; Code: string; Result: string }[];
  readonly parameters: readonly {
    name: string;
    isRequired: boolean;
    caption: string | null;
    description: string | null;
    samples: string;
  }[];
};

/** Reads what Power Query would show of the connector's functions: the documentation in the metadata of their types. */
const documentation = `
let
    names = List.Select(Record.FieldNames(#shared), each Text.StartsWith(_, "Chime.")),
    printed = (values) => Text.Combine(List.Transform(values, Expression.Constant), ", "),
    describe = (name) =>
        let
            fn = Value.Type(Record.Field(#shared, name)),
            marks = Value.Metadata(fn),
            parameters = Type.FunctionParameters(fn),
            required = Type.FunctionRequiredParameters(fn)
        in
            [
                name = name,
                description = marks[Documentation.LongDescription],
                returns = if Type.Is(Type.FunctionReturn(fn), type table) then "table" else if Type.Is(Type.FunctionReturn(fn), type record) then "record" else "datetimezone",
                examples = marks[Documentation.Examples],
                parameters = List.Transform(
                    List.Positions(Record.FieldNames(parameters)),
                    (position) =>
                        let
                            parameter = Record.FieldNames(parameters){position},
                            shown = Value.Metadata(Record.Field(parameters, parameter))
                        in
                            [
                                name = parameter,
                                isRequired = position < required,
                                caption = shown[Documentation.FieldCaption]?,
                                description = shown[Documentation.FieldDescription]?,
                                samples = printed(List.FirstN(shown[Documentation.SampleValues]? ?? shown[Documentation.AllowedValues]? ?? {}, 3))
                            ]
                )
            ]
in
    List.Transform(names, describe)`;

/** The page of the connector's functions, as the shipped `Chime.mez` documents them. */
export async function connectorPage(): Promise<string> {
  const file = createRequire(import.meta.url).resolve("#generated/Chime.mez");
  const engine = new Engine({ extensions: [readExtension(file, readFileSync(file))] });
  try {
    const outcome = await engine.evaluate(documentation);
    if (!outcome.ok) throw new Error(`the documentation of the connector could not be read: ${outcome.error.message}`);
    return markdownPage("Connector", [
      "The functions of `Chime.mez`, as Power Query shows them. How tables, filters and refreshes behave is in the guide [Connect Power BI](../guides/power-bi.md); how zones do, in [Time zones in Power Query](../guides/zones.md).",
      ...(outcome.value?.json as readonly Documented[]).flatMap(functionParts),
    ]);
  } finally {
    await engine.close();
  }
}

function functionParts({ name, description, returns, parameters, examples }: Documented): string[] {
  return [
    `## ${name}`,
    `\`${name}(${parameters.map((parameter) => (parameter.isRequired ? parameter.name : `optional ${parameter.name}`)).join(", ")}) as ${returns}\``,
    description,
    markdownTable(
      ["parameter", "is", "for example"],
      parameters.map(({ name: parameter, caption, description: said, samples }) => [
        `\`${parameter}\``,
        [caption, said].filter((part) => part !== null).join(": "),
        samples === "" ? "" : `\`${samples}\``,
      ]),
    ),
    ...examples.map(
      ({ Description, Code, Result }) => `${Description}:\n\n\`\`\`powerquery\n${Code}\n// ${Result}\n\`\`\``,
    ),
  ];
}
