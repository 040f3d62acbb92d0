import { describe, expect, it } from "vitest";
import { readTestSettings } from "../../../../connector/engine/testing/settings-file.ts";

const read = (settings: object): unknown => readTestSettings(JSON.stringify(settings), "/tests/run.settings");

describe("a settings file of the SDK", () => {
  it("gives paths from where it lies", () => {
    expect(
      read({
        ExtensionPaths: ["../Desk.mez"],
        QueryFilePath: "desk",
        ParameterQueryFilePath: "/chats.parameterquery.pq",
        FailOnMissingOutputFile: true,
      }),
    ).toEqual({
      extensions: ["/Desk.mez"],
      query: "/tests/desk",
      parameterQuery: "/chats.parameterquery.pq",
      isStrict: true,
      failsOnFoldingFailure: false,
    });
  });

  it.each([
    [{ TrxReportPath: "x" }, "TrxReportPath is not supported; --junit writes a report"],
    [{ Extension: "x" }, "there is no option Extension; "],
    [{ FailOnFoldingFailure: "yes" }, "FailOnFoldingFailure must be of kind logical"],
    [{ ExtensionPaths: "Desk.mez" }, "ExtensionPaths must be of kind array of texts"],
    [[], "an object was expected"],
  ])("refuses %j", (settings, why) => {
    expect(() => read(settings)).toThrow(`could not read the settings "/tests/run.settings": ${why}`);
  });
});
