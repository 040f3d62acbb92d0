import { describe, expect, it } from "vitest";
import { Engine, type EngineOptions } from "../../../../connector/engine/index.ts";
import { shown, testEngine } from "../evaluating.ts";

/** An extension with a function for each expression, named `Own.Answer0`, `Own.Answer1` and so on. */
const extensionOf = (expressions: readonly string[]): NonNullable<EngineOptions["extensions"]>[number] => ({
  document: "Own.pq",
  text:
    "section Own; Own = [Authentication = [Anonymous = [], Key = [], UsernamePassword = []]];" +
    expressions.map((one, index) => `[DataSource.Kind = "Own"] shared Own.Answer${index} = () => ${one};`).join("\n"),
  files: { "resources.resx": Buffer.from("<root/>"), "notes.txt": Buffer.from("hello") },
});

type Fields = NonNullable<EngineOptions["credentials"]>[number]["fields"];

const hex = (binary: string): string => `Text.Lower(Binary.ToText(${binary}, BinaryEncoding.Hex))`;
const question = 'Text.ToBinary("what do ya want for nothing?")';

const cases: readonly (readonly [claim: string, expression: string, result: string])[] = [
  [
    "a hash by SHA-1 (FIPS 180-4)",
    hex('Crypto.CreateHash(CryptoAlgorithm.SHA1, Text.ToBinary("abc"))'),
    '"a9993e364706816aba3e25717850c26c9cd0d89d"',
  ],
  [
    "a hash by SHA-256 (FIPS 180-4)",
    hex('Crypto.CreateHash(CryptoAlgorithm.SHA256, Text.ToBinary("abc"))'),
    '"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"',
  ],
  [
    "a hash with a password (RFC 4231, case 2)",
    hex(`Crypto.CreateHmac(CryptoAlgorithm.SHA256, "Jefe", ${question})`),
    '"5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"',
  ],
  [
    "a hash with a password in bytes (RFC 2202, case 2)",
    hex(`Crypto.CreateHmac(CryptoAlgorithm.SHA1, Text.ToBinary("Jefe"), ${question})`),
    '"effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"',
  ],
  [
    "no hash by another algorithm",
    "Crypto.CreateHash(3, #binary({}))",
    "Expression.Error: The 'algorithm' argument is out of range.",
  ],
  [
    "no hash with a number for a password",
    "Crypto.CreateHmac(CryptoAlgorithm.SHA256, 1, #binary({}))",
    "Expression.Error: We cannot convert the value 1 to type Binary.",
  ],
  ["the default of a switch", 'Environment.FeatureSwitch("Cloud", "global")', '"global"'],
  ["null for a switch without one", 'Environment.FeatureSwitch("Cloud")', "null"],
  ["no configuration", "Environment.Configuration()", "[]"],
  ["no libraries", 'Environment.Libraries([Culture = "de-DE"])', "#table({}, {})"],
  [
    "no option that libraries do not have",
    "Environment.Libraries([X = 1])",
    "Expression.Error: 'X' isn't a valid Environment.Libraries option. Valid options are: Culture, ExcludeBuiltins, ReturnAad.",
  ],
  ["what functions give side by side", "List.ParallelInvoke({() => 1, () => 2}, 2)", "{1, 2}"],
  ["what one of them gives although another fails", 'List.ParallelInvoke({() => error "x", () => 2}){1}', "2"],
  [
    "nothing side by side without a place for it",
    "List.ParallelInvoke({}, 0)",
    "Expression.Error: The 'concurrency' argument is out of range.",
  ],
  [
    "the record of a credential error",
    'Extension.CredentialError("Credential.AccessDenied", "no", [Code = 7])',
    '[Reason = "Credential.AccessDenied", Message = "no", Detail = [Code = 7]]',
  ],
  [
    "a credential error that is raised",
    'error Extension.CredentialError("Credential.AccessDenied", "no")',
    "Credential.AccessDenied: no",
  ],
  ["a file of the package", 'Text.FromBinary(Extension.Contents("notes.txt"))', '"hello"'],
  [
    "no file that is not in it",
    'Extension.Contents("other.txt")',
    "Expression.Error: The file 'other.txt' wasn't found in the extension's package.",
  ],
  [
    "no text that is not in its resources",
    'Extension.LoadString("Title")',
    "Expression.Error: The resource 'Title' wasn't found in the extension's resources.",
  ],
  ["the type of addresses", "Uri.Type", "Uri.Type"],
  [
    "a clear refusal of what is not documented",
    "OpenApi.Document(#binary({}))",
    "Expression.Error: OpenApi.Document is not supported by this engine.",
  ],
];

describe("what only an extension may call", () => {
  const anonymous = { dataSourceKind: "Own", path: "Own", fields: { AuthenticationKind: "Anonymous" } } as const;
  const engine = testEngine({
    extensions: [extensionOf(cases.map(([, expression]) => expression))],
    credentials: [anonymous],
  });
  const other = testEngine();

  it.each(cases.map(([claim, , result], index) => [claim, index, result] as const))(
    "is %s",
    async (_claim, index, result) => {
      expect(shown(await engine.evaluate(`Own.Answer${index}()`))).toBe(result);
    },
  );

  it.each<[string, Fields, string]>([
    ["a key", { AuthenticationKind: "Key", Key: "k" }, '[AuthenticationKind = "Key", Key = "k", Password = "k"]'],
    [
      "a name and a password",
      { AuthenticationKind: "UsernamePassword", Username: "ann", Password: "p" },
      '[AuthenticationKind = "UsernamePassword", Username = "ann", Password = "p"]',
    ],
    ["nobody", { AuthenticationKind: "Anonymous" }, '[AuthenticationKind = "Anonymous"]'],
  ])("is the credential of %s", async (_claim, fields, result) => {
    const extensions = [extensionOf(["Extension.CurrentCredential()"])];
    const own = new Engine({ extensions, credentials: [{ dataSourceKind: "Own", path: "Own", fields }] });
    expect(shown(await own.evaluate("Own.Answer0()"))).toBe(result);
    await own.close();
  });

  it.each(["Crypto.CreateHash", "Extension.CurrentCredential", "Environment.FeatureSwitch", "List.ParallelInvoke"])(
    "is unknown to other M: %s",
    async (name) => {
      expect(shown(await other.evaluate(name))).toBe(
        `Expression.Error: The name '${name}' wasn't recognized.  Make sure it's spelled correctly.`,
      );
    },
  );
});
