import { describe, expect, it } from "vitest";
import { connectShipped } from "./connecting.ts";

const engine = connectShipped().open("https://example.com", "none");

type Parameter = { function: string; parameter: string; position: number; marks: Record<string, unknown> };

const outcome = await engine.evaluate(`
  let
    names = List.Select(Record.FieldNames(#shared), each Text.StartsWith(_, "Chime."))
  in
    [
      functions = List.Transform(names, (name) =>
        let marks = Value.Metadata(Value.Type(Record.Field(#shared, name)))
        in [name = name, title = marks[Documentation.Name]?, description = marks[Documentation.LongDescription]?, examples = marks[Documentation.Examples]?]),
      parameters = List.Combine(List.Transform(names, (name) =>
        let parameters = Type.FunctionParameters(Value.Type(Record.Field(#shared, name)))
        in List.Transform(Record.FieldNames(parameters), (parameter) =>
          [function = name, parameter = parameter, marks = Record.SelectFields(Value.Metadata(Record.Field(parameters, parameter)),
            {"Documentation.FieldCaption", "Documentation.FieldDescription", "Documentation.SampleValues", "Documentation.AllowedValues"}, MissingField.Ignore)])))
    ]`);
if (!outcome.ok) throw new Error(outcome.error.message);
const documented = outcome.value?.json as {
  functions: { name: string; title: string; description: string; examples: { Code: string; Result: string }[] }[];
  parameters: Parameter[];
};

describe("the documentation that Power Query shows of the connector", () => {
  it.each(documented.functions)(
    "$name has its name, a description and an example",
    ({ name, title, description, examples }) => {
      expect(title).toBe(name);
      expect(description.length).toBeGreaterThan(40);
      expect(examples.length).toBeGreaterThan(0);
      for (const { Code } of examples) expect(Code).toContain(name);
    },
  );

  it.each(documented.parameters)(
    "the parameter $parameter of $function has a caption and a description",
    ({ marks }) => {
      expect(marks["Documentation.FieldCaption"]).toEqual(expect.any(String));
      expect(marks["Documentation.FieldDescription"]).toEqual(expect.any(String));
    },
  );

  it.each(documented.parameters.filter(({ parameter }) => parameter !== "options"))(
    "the parameter $parameter of $function has values to choose from or to look at",
    ({ marks }) => {
      const values = marks["Documentation.SampleValues"] ?? marks["Documentation.AllowedValues"];
      expect((values as unknown[] | undefined)?.length).toBeGreaterThan(0);
    },
  );

  it.each(
    documented.functions
      .flatMap(({ examples }) => examples)
      .filter(({ Code }) => !Code.includes("example.com"))
      .map(({ Code, Result }) => ({ Code, Result })),
  )("its example is true: $Code", async ({ Code, Result }) => {
    expect(await engine.evaluate(`(${Code}) = ${Result}`)).toMatchObject({ ok: true, value: { json: true } });
  });

  it("offers the options that a function takes, and no others", async () => {
    const fields = await engine.evaluate(
      `List.Transform({Chime.Contents, Chime.Report}, each Record.FieldNames(Type.RecordFields(Type.NonNullable(Type.FunctionParameters(Value.Type(_))[options]))))`,
    );
    const [contents, report] = (fields.ok ? fields.value?.json : undefined) as [string[], string[]];
    expect(report).toEqual(["QueueId", ...contents]);
    const offered = `[${contents.map((name) => `${name} = null`).join(", ")}]`;
    for (const call of [
      `Chime.Contents("ftp://x", ${offered})`,
      `Chime.Report("ftp://x", "Queues", [QueueId = null] & ${offered})`,
    ]) {
      expect(await engine.evaluate(call), call).toMatchObject({
        error: { message: expect.stringContaining("has to begin with https://") as string },
      });
    }
  });
});
