import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createEmulator } from "../../../emulator/http/index.ts";
import { openStore, replaceKey } from "../../../emulator/store/index.ts";
import { addChats, createDesk, keys, people } from "../fixture.ts";

const clients = 100;
const callsAClient = 40;
const replacements = 60;
const now = Date.UTC(2021, 0, 2);

/** A connection that is kept, as a client has it; gives the status once the body was read. */
function createCaller(port: number): (path: string, key: string) => Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return (path, key) =>
    new Promise((resolve, reject) => {
      const options = { port, path, agent, host: "127.0.0.1", headers: { Authorization: `Bearer ${key}` } };
      request(options, (response) => {
        response.on("end", () => {
          resolve(response.statusCode!);
        });
        response.resume();
      })
        .on("error", reject)
        .end();
    });
}

it("with 100 clients and keys being replaced meanwhile, no replaced key is let in, and every call is in the audit trail", async () => {
  const folder = mkdtempSync(join(tmpdir(), "chime-bi-load-"));
  const file = join(folder, "desk.sqlite");
  const desk = createDesk(file);
  addChats(
    desk,
    // Enough for reports on threads of their own, too.
    Array.from({ length: 1200 }, (_, index) => ({
      id: index + 1,
      startedAt: now - index * 60_000,
      outcome: "answered" as const,
    })),
  );
  desk.close();
  const emulator = await createEmulator({ file, now });
  // As `chime-bi keys regenerate` does: another connection, beside the server.
  const keysCommand = openStore(file);
  const paths = [
    "/Chime/Report/Queues",
    "/Chime/Report/InboundVsAnsweredChats?queueId=1",
    "/Chime/Report/ChatHistory?queueId=1&csv=true",
    "/Chime/Session/SessionDetails/7",
  ];
  /** Every key there was, and when its replacement was answered. */
  const history: { key: string; replacedAt: number }[] = [{ key: keys.manager, replacedAt: Infinity }];
  const calls: { key: number; begunAt: number; status: number }[] = [];
  let isReplacing = true;

  const replaceKeys = async (): Promise<void> => {
    for (let count = 0; count < replacements; count++) {
      const key = randomUUID();
      replaceKey(keysCommand, people.manager, key, now);
      history.at(-1)!.replacedAt = performance.now();
      history.push({ key, replacedAt: Infinity });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    isReplacing = false;
  };
  const callOften = async (client: number): Promise<void> => {
    const ask = createCaller(emulator.port);
    for (let made = 0; made < callsAClient || (client === 0 && isReplacing); made++) {
      // The key of now, or one or two before it: some have not heard yet.
      const key = Math.max(0, history.length - 1 - ((client + made) % 3));
      const begunAt = performance.now();
      const status = await ask(paths[(client + made) % paths.length]!, history[key]!.key);
      calls.push({ key, begunAt, status });
    }
  };
  await Promise.all([replaceKeys(), ...Array.from({ length: clients }, (_, client) => callOften(client))]);
  await emulator.close();
  keysCommand.close();

  expect(new Set(calls.map(({ status }) => status))).toEqual(new Set([200, 401]));
  const letIn = calls.filter(({ key, begunAt, status }) => status === 200 && begunAt > history[key]!.replacedAt);
  expect(letIn).toEqual([]);
  const shutOut = calls.filter(({ key, status }) => status === 401 && history[key]!.replacedAt === Infinity);
  expect(shutOut).toEqual([]);
  expect(calls.length).toBeGreaterThanOrEqual(clients * callsAClient);

  const store = openStore(file);
  const count = (status: number) =>
    store.connection.prepare("SELECT count(*) FROM audit WHERE status = ?").pluck().get(status);
  for (const status of [200, 401]) expect(count(status)).toBe(calls.filter((each) => each.status === status).length);
  expect(store.connection.prepare("SELECT count(*) FROM audit").pluck().get()).toBe(calls.length);
  store.close();
  rmSync(folder, { recursive: true });
});
