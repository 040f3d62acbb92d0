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
 * | `report-router.ts`, `report-job.ts`, `directory.ts`, `parameters.ts` | directories and reports; query parameters |
 * | `session-router.ts`, `status-router.ts` | one chat; how the queues are now |
 * | `compose-report.ts`, `cells.ts` | rows as JSON or CSV, in chunks |
 * | `report-threads.ts`, `report-worker.ts` | long reports, made on threads of their own |
 * | `answer.ts`, `entity-tag.ts` | sending: streamed, compressed, or not at all when the caller has it |
 * | `openapi.ts`, `openapi-schemas.ts`, `openapi-router.ts` | the OpenAPI document, made from the catalogue; `openapi-examples.json` is what calls answered |
 * | `problem-kinds.ts`, `problems.ts` | the closed list of refusals; making one, and the only responder to errors |
 * | `serve-command.ts`, `keys-command.ts` | `chime-bi serve` and `chime-bi keys`; `serve-options.ts`, `file-steps.ts`, `open-history.ts`, `ready-file.ts`, `wait-for-stop.ts` and `print.ts` are theirs |
 * | `page-router.ts` | pages for everybody |
 * | `listening.ts`, `https/` | a server that takes calls, over HTTP or HTTPS; certificates |
 * | `limits/` | rate, calls under way together, how much of the audit trail is kept |
 * | `replay/` | recording another server, masked, and answering from a recording |
 * | `admin/` | `/Chime/Admin`: signing in, pages and their JSON API, by role; `chime-bi people` |
 * | `clock.ts`, `live-history.ts` | the emulator's clock; a history that goes on with it |
 * | `faults/` | rules for faults, the named scenarios, and how calls meet them |
 * | `control/` | `/_emulator/` and `chime-bi control`: clock, faults, snapshots, recent requests |
 */
export { definePeopleCommand } from "./admin/people-command.ts";
export { createClock, type Clock, type ClockOptions, type ClockState } from "./clock.ts";
export { defineControlCommand } from "./control/control-command.ts";
export { announceControl } from "./control/control-file.ts";
export { SnapshotError } from "./control/states.ts";
export { createEmulator, type Emulator, type EmulatorOptions } from "./emulator.ts";
export { faultKinds, type FaultKind, type FaultPlan, type FaultRule } from "./faults/fault-rule.ts";
export { FaultPlanError } from "./faults/read-fault-plan.ts";
export { scenarios, type ScenarioName } from "./faults/scenarios.ts";
export { defineKeysCommand } from "./keys-command.ts";
export { problemKinds, type ProblemKind, type ProblemName } from "./problems.ts";
export { defaultPort, defineServeCommand, describeServing, readPort } from "./serve-command.ts";
export { writeReadyFile, type ShownKey } from "./ready-file.ts";
export { waitForStop } from "./wait-for-stop.ts";
export { createRecordingServer, type RecordingServer, type RecordingServerOptions } from "./replay/recording-server.ts";
