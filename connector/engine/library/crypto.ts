import { createHash, createHmac } from "node:crypto";
import { cannotConvert } from "../types/convert.ts";
import { primitiveTypes } from "../types/type-value.ts";
import { BinaryValue } from "../values/binary.ts";
import type { FunctionValue } from "../values/function.ts";
import { ListValue } from "../values/list.ts";
import { RecordValue } from "../values/record.ts";
import { TableValue } from "../values/table.ts";
import { plain, type Value } from "../values/value.ts";
import { argumentOutOfRange } from "../values/errors.ts";
import type { Group } from "./declaration.ts";
import { checkOptions, readFunction, readMember } from "./list/arguments.ts";
import { enumeration } from "./list/enumeration.ts";
import { Thunk } from "../values/cell.ts";

const notRun = "it is only there for extensions";

/** What else only an extension may call: hashes, its surroundings, work side by side. */
export const crypto: Group = {
  name: "Extension functions",
  functions: [
    {
      signature: "Crypto.CreateHash(algorithm as CryptoAlgorithm.Type, value as binary) as binary",
      summary: "The hash of a binary.",
      examples: [
        { usage: 'Crypto.CreateHash(CryptoAlgorithm.SHA256, Text.ToBinary("a"))', output: "#binary({})", notRun },
      ],
      call: (algorithm: number, value: BinaryValue) =>
        new BinaryValue(createHash(algorithmName(algorithm)).update(value.bytes()).digest()),
    },
    {
      signature: "Crypto.CreateHmac(algorithm as CryptoAlgorithm.Type, password as any, value as binary) as binary",
      summary: "The hash of a binary that only who has the password, a text or binary, can make.",
      examples: [
        {
          usage: 'Crypto.CreateHmac(CryptoAlgorithm.SHA256, "key", Text.ToBinary("a"))',
          output: "#binary({})",
          notRun,
        },
      ],
      call: (algorithm: number, password: Value, value: BinaryValue) =>
        new BinaryValue(createHmac(algorithmName(algorithm), keyOf(password)).update(value.bytes()).digest()),
    },
    {
      signature: "Environment.Configuration() as record",
      summary: "The settings of the environment, of which there are none.",
      examples: [{ usage: "Environment.Configuration()", output: "[]", notRun }],
      call: () => RecordValue.from({}),
    },
    {
      signature: "Environment.FeatureSwitch(name as text, optional default as any) as any",
      summary: "The setting of a feature: always the default, since none is switched here.",
      examples: [{ usage: 'Environment.FeatureSwitch("NewPaging", false)', output: "false", notRun }],
      call: (_name: string, whenMissing: Value) => whenMissing,
    },
    {
      signature: "Environment.Libraries(optional options as nullable record) as table",
      summary: "The libraries of the environment, of which there are none.",
      examples: [{ usage: "Environment.Libraries()", output: "#table({}, {})", notRun }],
      call: (options: RecordValue | null) => {
        checkOptions(options, ["Culture", "ExcludeBuiltins", "ReturnAad"], "Environment.Libraries");
        return TableValue.from({ columns: [], rows: [] });
      },
    },
    {
      signature: "List.ParallelInvoke(list as list, optional concurrency as nullable number) as list",
      summary: "What the functions of a list give.",
      difference: "They are called one after the other, each when its result is read.",
      examples: [{ usage: "List.ParallelInvoke({() => 1, () => 2})", output: "{1, 2}", notRun }],
      call: (list: ListValue, concurrency: number | null) => {
        if (concurrency !== null && !(concurrency >= 1)) throw argumentOutOfRange("concurrency", concurrency);
        return ListValue.of(
          Array.from(list.cells(), (cell) => {
            const work: FunctionValue = readFunction(cell);
            return new Thunk(() => work.invoke([]));
          }),
        );
      },
    },
  ],
  constants: [
    ...enumeration("CryptoAlgorithm", "An algorithm of hashes.", {
      SHA1: [1, "SHA-1."],
      SHA256: [2, "SHA-256."],
    }),
    {
      name: "Credential.EncryptionNotSupported",
      value: "EncryptionNotSupported",
      summary: "The reason of a credential that asks for encryption where there is none.",
    },
    {
      name: "Credential.NativeQueryPermission",
      value: "NativeQueryPermission",
      summary: "The reason of a credential that may not run queries of the source's own.",
    },
  ],
};

function algorithmName(algorithm: number): string {
  return readMember(algorithm, [1, 2], "algorithm", 2) === 1 ? "sha1" : "sha256";
}

function keyOf(password: Value): Uint8Array {
  const bare = plain(password);
  if (typeof bare === "string") return Buffer.from(bare, "utf8");
  if (bare instanceof BinaryValue) return bare.bytes();
  throw cannotConvert(password, primitiveTypes.binary);
}
