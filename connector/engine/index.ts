/**
 * The engine: Power Query M on any machine, as the specification has the language and Microsoft's reference the library. It
 * knows nothing of Chime and reaches only the hosts, files and credentials that it is handed.
 *
 * | part | does |
 * | --- | --- |
 * | `syntax` | M text → a small tree |
 * | `evaluate` | tree → closures → values |
 * | `values`, `types` | what M computes with |
 * | `format` | values ↔ text |
 * | `library` | the functions, by Microsoft's groups |
 * | `host` | the worker thread, HTTP, granted files, credentials, extension packages |
 * | `load-library.ts` | the library as data, for who documents or tests it |
 * | `differences.ts` | where the language is not as documented |
 * | `testing` | tests written in M: golden pairs, facts, JUnit |
 * | `*-command.ts` | `evaluate`, `repl`, `test` |
 */
export { Engine, type EngineOptions, type NamedText } from "./host/engine.ts";
export { loadLibrary } from "./load-library.ts";
export { languageDifferences, type Difference } from "./differences.ts";
export type { FunctionDeclaration, Group } from "./library/declaration.ts";
export { readExtension, type Extension } from "./host/extension-package.ts";
export type { Credential } from "./host/host.ts";
export type { HttpCall } from "./host/http.ts";
export { readOutline, type Outline } from "./host/outline.ts";
export { callHttp, type Reach } from "./host/http.ts";
export type { HttpFailure, HttpRequest, HttpResponse } from "./host/host.ts";
export { parse, PlacedSyntaxError, type Expression, type Place, type SyntaxTree } from "./syntax/index.ts";
export { printIdentifier } from "./format/identifier.ts";
export { printTextLiteral } from "./format/text-literal.ts";
export { writeJunit } from "./testing/junit.ts";
export type { TestResult } from "./testing/test-result.ts";
export { collectPair, readInstant, readZone } from "./command-options.ts";
export { defineEvaluateCommand, describeError } from "./evaluate-command.ts";
export { defineReplCommand } from "./repl-command.ts";
export { defineTestCommand } from "./test-command.ts";
export type { RowSink } from "./host/evaluation-thread.ts";
export type { LoadedCell, LoadedColumn, Outcome, PrintedError, PrintedValue } from "./host/protocol.ts";
