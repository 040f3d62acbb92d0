import { describe, expect, it } from "vitest";
import { readBimModel } from "../../../../connector/refresh/model/bim-model.ts";
import { readTmdlModel } from "../../../../connector/refresh/model/tmdl-model.ts";
import { readTmdl } from "../../../../connector/refresh/model/tmdl-tree.ts";
import { parsePolicy } from "../../../../connector/refresh/policy/policy.ts";

/** A table as Desktop lays one out (powerbi-docs, projects; TMDL overview). */
const table = `/// What was asked
table 'Chat''s history'
	lineageTag: 1b1c

	refreshPolicy
		policyType: basic
		rollingWindowGranularity: year
		rollingWindowPeriods: 2
		incrementalGranularity: day
		incrementalPeriods: 30
		incrementalPeriodsOffset: -1
		pollingExpression = let m = List.Max(Chats[Changed]) in m
		sourceExpression =
			let
			    Source = 1

			in
			    Source

	measure 'Chat count' = COUNTROWS(Chats)
		formatString: #,0

	measure Both =
			VAR x = 1
			RETURN x
		formatString: "#,0 ""chats"""

	column Started
		dataType: dateTime
		isHidden
		sourceColumn: startedAt

		annotation SummarizationSetBy = Automatic

	column Year = YEAR([Started])
		dataType: int64

	partition 'Chat''s history' = m
		mode: import
		source =
				let
				    Source = Chime.Contents(ServerUrl)
				in
				    Source

	annotation PBI_ResultType = Table
`;

const expressions = `expression ServerUrl = "x" meta [IsParameterQuery=true, Type="Text"]
	lineageTag: a

	annotation PBI_ResultType = Text

expression Fenced = \`\`\`
		let
		  text = "two
		    lines"
		in
		  text
		\`\`\`
	lineageTag: b

expression Plain =
		let
		    x = 1
		in
		    x
	lineageTag: c
`;

describe("a model in TMDL", () => {
  const model = readTmdlModel([
    { file: "Chats.tmdl", text: table },
    { file: "expressions.tmdl", text: expressions },
    {
      file: "model.tmdl",
      text: "model Model\n\tculture: en-US\n\tdataAccessOptions\n\t\tlegacyRedirects\n\nref table 'Chat''s history'\n",
    },
  ]);

  it("gives tables with their columns, sources and policies, each text with its place", () => {
    expect(model.tables).toEqual([
      {
        name: "Chat's history",
        mode: "import",
        columns: [{ name: "Started", dataType: "dateTime", sourceColumn: "startedAt" }],
        source: {
          text: "let\n    Source = Chime.Contents(ServerUrl)\nin\n    Source",
          file: "Chats.tmdl",
          line: 41,
          column: 5,
        },
        policy: {
          ...parsePolicy("store 2 years, refresh 30 days, complete"),
          polling: { text: "let m = List.Max(Chats[Changed]) in m", file: "Chats.tmdl", line: 12, column: 23 },
          source: { text: "let\n    Source = 1\n\nin\n    Source", file: "Chats.tmdl", line: 14, column: 4 },
        },
      },
    ]);
  });

  it("gives expressions on one line, on several, and between fences", () => {
    expect(model.expressions.map(({ name, source }) => [name, source.text, source.line])).toEqual([
      ["ServerUrl", '"x" meta [IsParameterQuery=true, Type="Text"]', 1],
      ["Fenced", 'let\n  text = "two\n    lines"\nin\n  text', 7],
      ["Plain", "let\n    x = 1\nin\n    x", 16],
    ]);
  });

  it("is the same with CRLF, with a byte order mark, and indented by four blanks", () => {
    for (const text of [table.replaceAll("\n", "\r\n"), `\uFEFF${table}`]) {
      expect(readTmdlModel([{ file: "Chats.tmdl", text }]).tables).toEqual(model.tables);
    }
    const spaced = table.replaceAll(/^\t+/gmu, (tabs) => "    ".repeat(tabs.length));
    const [read] = readTmdlModel([{ file: "Chats.tmdl", text: spaced }]).tables;
    expect({ ...read, source: read?.source.text }).toEqual({
      ...model.tables[0],
      source: model.tables[0]!.source.text,
      policy: {
        ...model.tables[0]!.policy,
        polling: { ...model.tables[0]!.policy!.polling, column: 29 },
        source: { ...model.tables[0]!.policy!.source, column: 13 },
      },
    });
  });

  it("keeps a table that no query fills apart", () => {
    const calculated =
      "table Calendar\n\tpartition Calendar = calculated\n\t\tmode: import\n\t\tsource = CALENDAR(1, 2)\n";
    expect(readTmdlModel([{ file: "Calendar.tmdl", text: calculated }])).toMatchObject({
      tables: [],
      otherTables: ["Calendar"],
    });
  });

  it.each([
    ["table Chats\n\tmode: a\n\tmode: b\n", '"x.tmdl", line 3: "mode" is there twice'],
    ["table Chats\n\t\tmode: a\n", '"x.tmdl", line 2: "mode: a" is indented deeper than what it could belong to'],
    ["table Two words\n", '"x.tmdl", line 1: "words" stands where "=" was expected'],
    ["table Chats\n\tmeasure X =\n", '"x.tmdl", line 2: "measure X =" is followed by no expression'],
    ["expression X = ```\n\t\tlet\n", '"x.tmdl", line 1: the expression that begins with ``` has no end'],
    ["table Chats\n\t// no comment\n", '"x.tmdl", line 2: "// no comment" is neither an object nor a property'],
    [
      "table Chats\n  mode: a\n\tx: b\n",
      '"x.tmdl", line 3: it is indented by a tab where the lines before are by blanks',
    ],
  ])("that says %j is refused with file and line", (text, message) => {
    expect(() => readTmdl(text, "x.tmdl")).toThrow(message);
  });

  it.each([
    [
      "table A\n\trefreshPolicy\n\t\tpolicyType: auto\n\tpartition A = m\n\t\tsource = 1\n",
      'line 2: the refresh policy of "A"',
    ],
    ["table A\n\tpartition A = m\n\t\tmode: import\n", 'line 2: the partition of "A" has no source'],
    [
      "table A\n\tpartition A = m\n\t\tsource = 1\n\tpartition B = m\n\t\tsource = 2\n",
      'line 4: the table "A" has several',
    ],
  ])("that says %j cannot be refreshed, and why", (text, message) => {
    expect(() => readTmdlModel([{ file: "x.tmdl", text }])).toThrow(message);
  });

  it("in JSON gives the same tables", () => {
    const bim = {
      model: {
        tables: [
          {
            name: "Chat's history",
            columns: [
              { name: "Started", dataType: "dateTime", sourceColumn: "startedAt" },
              { type: "calculated", name: "Year", dataType: "int64", expression: "YEAR([Started])" },
            ],
            partitions: [
              {
                mode: "import",
                source: {
                  type: "m",
                  expression: ["let", "    Source = Chime.Contents(ServerUrl)", "in", "    Source"],
                },
              },
            ],
            refreshPolicy: {
              policyType: "basic",
              rollingWindowGranularity: "year",
              rollingWindowPeriods: 2,
              incrementalGranularity: "day",
              incrementalPeriods: 30,
              incrementalPeriodsOffset: -1,
              pollingExpression: "let m = List.Max(Chats[Changed]) in m",
              sourceExpression: ["let", "    Source = 1", "", "in", "    Source"],
            },
          },
        ],
        expressions: [{ name: "ServerUrl", kind: "m", expression: '"x" meta [IsParameterQuery=true, Type="Text"]' }],
      },
    };
    const bare = (text: string): unknown =>
      JSON.parse(text, (name, value: unknown) => (["file", "line", "column"].includes(name) ? undefined : value));
    const read = readBimModel(JSON.stringify(bim), "model.bim");
    expect(bare(JSON.stringify(read.tables))).toEqual(bare(JSON.stringify(model.tables)));
    expect(read.expressions[0]!.source.text).toBe(model.expressions[0]!.source.text);
  });
});
