/**
 * The emulator's server: HTTP in front of the reports, with keys, access, problems and the audit trail. It computes no metric and
 * holds no SQL. Express stays in this room.
 *
 * | part | holds |
 * | --- | --- |
 * | `emulator.ts` | starting and stopping |
 * | `application.ts` | the steps that a call goes through, in order |
 * | `guards.ts`, `authenticate.ts` | headers, hosts, origins, limits; keys |
 * | `call.ts`, `record-calls.ts`, `audit-trail.ts` | what is known of a call, and how it reaches the audit trail |
 * | `report-router.ts`, `directory.ts`, `parameters.ts` | directories and reports; query parameters |
 * | `session-router.ts`, `status-router.ts` | one chat; how the queues are now |
 * | `compose-report.ts`, `cells.ts` | rows as JSON or CSV, in chunks |
 * | `report-threads.ts`, `report-worker.ts` | long reports, made on threads of their own |
 * | `answer.ts`, `entity-tag.ts` | sending: streamed, compressed, or not at all when the caller has it |
 * | `openapi.ts`, `openapi-schemas.ts`, `openapi-router.ts` | the OpenAPI document, made from the catalogue; `openapi-examples.json` is what calls answered |
 * | `problems.ts` | the closed list of refusals, and the only responder to errors |
 * | `serve-command.ts`, `keys-command.ts` | `chime-bi serve` and `chime-bi keys`; `open-history.ts` and `print.ts` are theirs |
 * | `page-router.ts`, `control-router.ts` | pages for people; `/_emulator/` |
 */
export { createEmulator, type Emulator, type EmulatorOptions } from "./emulator.ts";
export { defineKeysCommand } from "./keys-command.ts";
export { problemKinds, type ProblemKind, type ProblemName } from "./problems.ts";
export {
  defaultPort,
  defineServeCommand,
  describeServing,
  readPort,
  waitForStop,
  writeReadyFile,
  type ShownKey,
} from "./serve-command.ts";
