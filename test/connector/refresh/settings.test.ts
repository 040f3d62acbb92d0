import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parsePolicy } from "../../../connector/refresh/policy/policy.ts";
import { Queries } from "../../../connector/refresh/queries.ts";
import { resolveParameters } from "../../../connector/refresh/run/parameters.ts";
import { createRedactor } from "../../../connector/refresh/run/wire.ts";
import {
  mergeSettings,
  parseCredential,
  parsePolicyFlag,
  readSettings,
  settingsOf,
} from "../../../connector/refresh/settings.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-settings-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(content: unknown): string {
  const path = join(folder, "settings.json");
  writeFileSync(path, JSON.stringify(content));
  return path;
}

describe("settings", () => {
  it("come from flags first, then the environment, then the file", () => {
    const read = readSettings(
      file({
        url: "http://file",
        key: "file",
        parameters: { A: "file", B: "file", C: 3 },
        policies: { T: "store 1 year, refresh 1 day" },
      }),
    );
    const environment = settingsOf({
      CHIME_URL: "http://env",
      CHIME_PARAMETER_A: "env",
      CHIME_PARAMETER_B: "env",
      HOME: "/",
    });
    const merged = mergeSettings([read, environment, { parameters: { A: "flag" } }]);
    expect(merged).toEqual({
      url: "http://env",
      key: "file",
      parameters: { A: "flag", B: "env", C: "3" },
      credentials: [],
      policies: { T: parsePolicy("store 1 year, refresh 1 day") },
    });
  });

  it.each([
    [{ ulr: "x" }, 'there is no setting "ulr"'],
    [{ url: 1 }, '"url" is no text'],
    [{ credentials: [{ kind: "Web" }] }, '"credentials", item 1'],
    [{ policies: { T: "often" } }, 'the policy of "T"'],
  ])("of %j are refused by file and field, without their values", (content, message) => {
    expect(() => readSettings(file(content))).toThrow(message);
    expect(() => readSettings(file({ ...content, key: "secret" }))).not.toThrow("secret");
  });
});

describe("a credential", () => {
  it.each([
    ["Web@https://a.b/c=key:x:y=z", { AuthenticationKind: "Key", Key: "x:y=z" }],
    [
      "Web@https://a.b/c=basic:me:pass:word",
      { AuthenticationKind: "UsernamePassword", Username: "me", Password: "pass:word" },
    ],
    ["Web@https://a.b/c=anonymous", { AuthenticationKind: "Anonymous" }],
  ])("written %s is read", (text, fields) => {
    expect(parseCredential(text)).toEqual({ dataSourceKind: "Web", path: "https://a.b/c", fields });
  });

  it.each(["Web=key:secret", "Web@x=secret", "Web@x=basic:secret", "secret"])(
    "written %s is refused unseen",
    (text) => {
      expect(() => parseCredential(text)).toThrow("write a credential as");
      expect(() => parseCredential(text)).not.toThrow("secret");
    },
  );

  it("is hidden wherever it would be shown, as it is, in a URL and in a header", () => {
    const redact = createRedactor(["k/1 2"]);
    const header = Buffer.from(":k/1 2").toString("base64");
    expect(redact(`a k/1 2 b?c=k%2F1%202 ${header}`)).toBe("a *** b?c=*** ***");
  });
});

describe("a policy flag", () => {
  it("is for one table, for all, or a file", () => {
    const policy = parsePolicy("store 1 year, refresh 1 day");
    expect(parsePolicyFlag("store 1 year, refresh 1 day")).toEqual({ "*": policy });
    expect(parsePolicyFlag("My Chats=store 1 year, refresh 1 day")).toEqual({ "My Chats": policy });
    const properties = {
      rollingWindowGranularity: "year",
      rollingWindowPeriods: 1,
      incrementalGranularity: "day",
      incrementalPeriods: 1,
    };
    expect(parsePolicyFlag(file({ Chats: properties }))).toEqual({ Chats: policy });
  });
});

describe("a parameter", () => {
  const queries = new Queries();
  const typed = (type: string): string => `null meta [IsParameterQuery = true, Type = "${type}"]`;
  const types = ["Text", "Number", "Logical", "Date", "DateTime", "DateTimeZone"];
  const adding = queries.addSection(
    "q.pq",
    `section Q; ${types.map((type) => `shared ${type} = ${typed(type)};`).join(" ")}
     shared Needed = null meta [IsParameterQuery = true, Type = "Text", IsParameterQueryRequired = true];
     Own = 1 meta [IsParameterQuery = true, Type = "Number"];`,
  );

  it.each([
    ["Text", 'a "b"', '"a ""b"""'],
    ["Number", "1.50", "1.5"],
    ["Logical", "True", "true"],
    ["Date", "2026-11-01", "#date(2026, 11, 1)"],
    ["DateTime", "2026-11-01T02:03:04.5", "#datetime(2026, 11, 1, 2, 3, 4.5)"],
    ["DateTimeZone", "2026-11-01T02:03:04-03:30", "#datetimezone(2026, 11, 1, 2, 3, 4, -3, -30)"],
  ])("of type %s reads %s as %s", async (name, text, literal) => {
    await adding;
    expect(resolveParameters(queries, { values: { [name]: text, Needed: "x" } })[name]).toBe(literal);
  });

  it.each([
    [{ Number: "one", Needed: "x" }, 'the parameter "Number" is of type Number'],
    [{ Date: "yesterday", Needed: "x" }, 'the parameter "Date" is of type Date'],
    [{ Nothing: "x", Needed: "x" }, 'there is no parameter "Nothing"; there are Text, Number'],
    [{ Own: "2", Needed: "x" }, 'the parameter "Own" takes no value, since its section does not share it'],
    [{}, 'the parameter "Needed" has no value: give it by --parameter Needed=VALUE'],
  ])("given as %j is refused", async (values, message) => {
    await adding;
    expect(() => resolveParameters(queries, { values })).toThrow(message);
  });
});
