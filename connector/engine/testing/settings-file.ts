import { dirname, resolve } from "node:path";

/** What a settings file of Microsoft's SDK says of a run; its paths are made absolute from where it lies. */
export type TestSettings = {
  readonly extensions: readonly string[];
  readonly query: string | undefined;
  readonly parameterQuery: string | undefined;
  readonly isStrict: boolean;
  readonly failsOnFoldingFailure: boolean;
};

const kinds = {
  ExtensionPaths: "array of texts",
  QueryFilePath: "text",
  ParameterQueryFilePath: "text",
  FailOnMissingOutputFile: "logical",
  FailOnFoldingFailure: "logical",
} as const;

/** Options of the SDK that ask for what this program does not do. */
const notSupported = [
  "TrxReportPath",
  "DiagnosticChannels",
  "IntermediateTestResultsFolder",
  "PersistIntermediateTestResults",
];

/**
 * Reads a settings file (Microsoft: "Regression testing with the run-compare command", "Using a settings file").
 *
 * @throws Error that names the file and the option that is unknown, not supported or of another kind.
 */
export function readTestSettings(text: string, file: string): TestSettings {
  const wrong = (why: string, cause?: unknown): Error =>
    new Error(`could not read the settings "${file}": ${why}`, { cause });
  let options: unknown;
  try {
    options = JSON.parse(text);
  } catch (cause) {
    throw wrong(cause instanceof Error ? cause.message : String(cause), cause);
  }
  if (typeof options !== "object" || options === null || Array.isArray(options)) throw wrong("an object was expected");
  const given = options as Readonly<Record<string, unknown>>;
  for (const [name, value] of Object.entries(given)) {
    if (notSupported.includes(name)) throw wrong(`${name} is not supported; --junit writes a report`);
    if (!Object.hasOwn(kinds, name))
      throw wrong(`there is no option ${name}; ${Object.keys(kinds).join(", ")} are known`);
    const kind = kinds[name as keyof typeof kinds];
    if (!isOfKind(value, kind)) throw wrong(`${name} must be of kind ${kind}`);
  }
  const absolute = (path: unknown): string => resolve(dirname(file), path as string);
  return {
    extensions: ((given["ExtensionPaths"] ?? []) as readonly string[]).map(absolute),
    query: "QueryFilePath" in given ? absolute(given["QueryFilePath"]) : undefined,
    parameterQuery: "ParameterQueryFilePath" in given ? absolute(given["ParameterQueryFilePath"]) : undefined,
    isStrict: given["FailOnMissingOutputFile"] === true,
    failsOnFoldingFailure: given["FailOnFoldingFailure"] === true,
  };
}

function isOfKind(value: unknown, kind: (typeof kinds)[keyof typeof kinds]): boolean {
  switch (kind) {
    case "text":
      return typeof value === "string";
    case "logical":
      return typeof value === "boolean";
    case "array of texts":
      return Array.isArray(value) && value.every((item) => typeof item === "string");
  }
}
