import { describe, expect, it } from "vitest";
import { readCredentials } from "../../../connector/engine/credentials-file.ts";

const source = { dataSourceKind: "Desk", path: "https://desk.example" };

describe("a file of credentials", () => {
  it.each([
    { AuthenticationKind: "Anonymous" },
    { AuthenticationKind: "Key", Key: "k" },
    { AuthenticationKind: "UsernamePassword", Username: "ann", Password: "p" },
    { AuthenticationKind: "Windows", Username: "ann", Password: "p" },
    { AuthenticationKind: "OAuth2", access_token: "t" },
  ])("may hold $AuthenticationKind", (fields) => {
    expect(readCredentials(JSON.stringify([{ ...source, fields }]), "c.json")).toEqual([{ ...source, fields }]);
  });

  it.each([
    ["[{", "it is no JSON"],
    ["{}", "an array of {dataSourceKind, path, fields} was expected"],
    [JSON.stringify([{ path: "x" }]), "number 1 needs the texts dataSourceKind and path"],
    [JSON.stringify([source]), "the AuthenticationKind of number 1 must be one of Anonymous, Key, "],
    [
      JSON.stringify([{ ...source, fields: { AuthenticationKind: "Key", key: "secret" } }]),
      "number 1 is of kind Key and needs the text Key",
    ],
  ])("that holds %s is refused, and no secret of it is told", (text, why) => {
    expect(() => readCredentials(text, "c.json")).toThrow(`could not read the credentials in "c.json": ${why}`);
    expect(() => readCredentials(text, "c.json")).not.toThrow("secret");
  });
});
