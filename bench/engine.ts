/**
 * The bench of the engine: each piece of work in M beside the same work written by hand in TypeScript, in the same process.
 * `npm run bench -- engine`. What is printed are the best of a few runs, warm, and how often the hand-written time M takes.
 */
import { execFileSync } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Engine } from "../connector/engine/index.ts";

const chatCount = 1_000_000;
const jsonMegabytes = 100;
const queueCount = 12;
const agentCount = 40;
const firstDay = Date.UTC(2026, 0, 1);

/** Work in M and by hand; both give a text that must be the same. */
type Task = {
  readonly title: string;
  readonly m: string;
  readonly byHand: () => string;
};

function writeChats(file: string): Promise<void> {
  const outcomes = ["answered", "answered", "answered", "abandoned", "missed", "deflected"];
  const stream = createWriteStream(file);
  stream.write("id,queueId,agentId,startedAt,outcome,waitSeconds,connectedSeconds,question\r\n");
  let lines = "";
  for (let id = 1; id <= chatCount; id++) {
    const outcome = outcomes[(id * 7) % outcomes.length]!;
    const startedAt = new Date(firstDay + (((id * 7919) % chatCount) / chatCount) * 90 * 86_400_000);
    const agent = outcome === "answered" ? String((id % agentCount) + 1) : "";
    const connected = outcome === "answered" ? String(((id * 31) % 9000) / 10) : "";
    const question = id % 50 === 0 ? '"my ""printer"", again"' : "how do I reset it";
    lines += `${id},${(id % queueCount) + 1},${agent},${startedAt.toISOString().slice(0, 19)},${outcome},${(id * 13) % 700},${connected},${question}\r\n`;
    if (lines.length > 65_536) {
      stream.write(lines);
      lines = "";
    }
  }
  return new Promise((resolve) => stream.end(lines, resolve));
}

function writeJson(file: string): void {
  const row = (id: number): string =>
    JSON.stringify({
      id,
      queue: { id: (id % queueCount) + 1, name: `Queue ${(id % queueCount) + 1}` },
      startedAt: new Date(firstDay + id * 1000).toISOString(),
      waitSeconds: (id * 13) % 700,
      tags: ["printer", "network"],
      resolved: id % 3 === 0,
    });
  const bytes = jsonMegabytes * 1_000_000;
  const rows: string[] = [];
  let length = 2;
  for (let id = 1; length < bytes; id++) {
    const text = row(id);
    rows.push(text);
    length += text.length + 1;
  }
  writeFileSync(file, `[${rows.join(",")}]`);
}

/** Fields of a line of RFC 4180; `at` is where the next line begins. */
function readCsv(text: string, onRow: (fields: string[]) => void): void {
  let at = 0;
  while (at < text.length) {
    const fields: string[] = [];
    for (;;) {
      if (text.charCodeAt(at) === 34) {
        let field = "";
        for (;;) {
          const end = text.indexOf('"', at + 1);
          field += text.slice(at + 1, end);
          at = end + 1;
          if (text.charCodeAt(at) !== 34) break;
          field += '"';
        }
        fields.push(field);
      } else {
        const start = at;
        for (let code = text.charCodeAt(at); code !== 44 && code !== 13 && code !== 10; code = text.charCodeAt(++at));
        fields.push(text.slice(start, at));
      }
      if (text.charCodeAt(at++) === 44) continue;
      if (text.charCodeAt(at) === 10) at++;
      break;
    }
    onRow(fields);
  }
}

type Chat = {
  readonly id: number;
  readonly queueId: number;
  readonly agentId: number | null;
  readonly startedAt: Date;
  readonly outcome: string;
  readonly waitSeconds: number;
  readonly connectedSeconds: number | null;
  readonly question: string;
};

type Group = { day: string; queueId: number; chats: number; waited: number };

function pipelineByHand(file: string): string {
  const groups = new Map<string, Group>();
  let isHeader = true;
  readCsv(readFileSync(file, "utf8"), (fields) => {
    if (isHeader) {
      isHeader = false;
      return;
    }
    const number = (text: string): number | null => (text === "" ? null : Number(text));
    const chat: Chat = {
      id: Number(fields[0]),
      queueId: Number(fields[1]),
      agentId: number(fields[2]!),
      startedAt: new Date(`${fields[3]!}Z`),
      outcome: fields[4]!,
      waitSeconds: Number(fields[5]),
      connectedSeconds: number(fields[6]!),
      question: fields[7]!,
    };
    if (chat.outcome !== "answered" || chat.waitSeconds >= 600) return;
    const day = chat.startedAt.toISOString().slice(0, 10);
    const key = `${day} ${chat.queueId}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { day, queueId: chat.queueId, chats: 0, waited: 0 }));
    group.chats++;
    group.waited += chat.waitSeconds;
  });
  const agents = Array.from({ length: agentCount }, (_, index) => ({
    agent: `Agent ${index + 1}`,
    queueId: (index % queueCount) + 1,
  }));
  const joined = [...groups.values()].flatMap((group) =>
    agents
      .filter((agent) => agent.queueId === group.queueId)
      .map(({ agent }) => ({ ...group, agent, wait: group.waited / group.chats })),
  );
  joined.sort(
    (left, right) =>
      (left.day < right.day ? -1 : left.day > right.day ? 1 : 0) ||
      left.queueId - right.queueId ||
      (left.agent < right.agent ? -1 : 1),
  );
  const last = joined.at(-1)!;
  return `${joined.length} ${last.day} ${last.queueId} ${last.agent} ${last.chats} ${last.wait.toFixed(6)}`;
}

function pipelineInM(file: string): string {
  return `let
  source = Csv.Document(File.Contents("${file}"), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
  headed = Table.PromoteHeaders(source, [PromoteAllScalars = true]),
  typed = Table.TransformColumnTypes(headed, {{"id", Int64.Type}, {"queueId", Int64.Type}, {"agentId", Int64.Type},
    {"startedAt", type datetime}, {"outcome", type text}, {"waitSeconds", type number}, {"connectedSeconds", type number},
    {"question", type text}}, "en-US"),
  answered = Table.SelectRows(typed, each [outcome] = "answered" and [waitSeconds] < 600),
  withDay = Table.AddColumn(answered, "day", each Date.From([startedAt]), type date),
  grouped = Table.Group(withDay, {"day", "queueId"}, {
    {"chats", each Table.RowCount(_), Int64.Type}, {"wait", each List.Average([waitSeconds]), type number}}),
  agents = Table.FromRecords(List.Transform({1..${agentCount}}, each
    [agent = "Agent " & Text.From(_), agentQueue = Number.Mod(_ - 1, ${queueCount}) + 1])),
  joined = Table.Join(grouped, "queueId", agents, "agentQueue"),
  sorted = Table.Buffer(Table.Sort(joined, {"day", "queueId", "agent"})),
  last = Table.Last(sorted)
in
  Text.Combine({Text.From(Table.RowCount(sorted)), Date.ToText(last[day], "yyyy-MM-dd"), Text.From(last[queueId]), last[agent],
    Text.From(last[chats]), Number.ToText(last[wait], "0.000000")}, " ")`;
}

function tasksIn(folder: string): readonly Task[] {
  const chats = join(folder, "chats.csv");
  const json = join(folder, "chats.json");
  return [
    {
      title: `CSV of ${chatCount.toLocaleString("en")} chats, typed, filtered, grouped, joined, sorted`,
      m: pipelineInM(chats),
      byHand: () => pipelineByHand(chats),
    },
    {
      title: "a million calls of each",
      m: "Text.From(List.Sum(List.Transform({1..1000000}, each _ * 2 + 1)))",
      byHand: () =>
        String(
          Array.from({ length: 1_000_000 }, (_, index) => index + 1)
            .map((item) => item * 2 + 1)
            .reduce((sum, item) => sum + item, 0),
        ),
    },
    {
      title: `JSON of ${jsonMegabytes} MB`,
      m: `let rows = Json.Document(File.Contents("${json}")) in
  Text.Combine({Text.From(List.Count(rows)), Text.From(List.Sum(List.Transform(rows, each [waitSeconds]))), List.Last(rows)[queue][name]}, " ")`,
      byHand: () => {
        const rows = JSON.parse(readFileSync(json, "utf8")) as { waitSeconds: number; queue: { name: string } }[];
        return `${rows.length} ${rows.reduce((sum, row) => sum + row.waitSeconds, 0)} ${rows.at(-1)!.queue.name}`;
      },
    },
  ];
}

async function best(times: number, work: () => Promise<string> | string): Promise<{ ms: number; result: string }> {
  let ms = Infinity;
  let result = "";
  for (let run = 0; run < times; run++) {
    const startedAt = performance.now();
    result = await work();
    ms = Math.min(ms, performance.now() - startedAt);
  }
  return { ms, result };
}

async function report(task: Task, folder: string): Promise<void> {
  const engine = new Engine({ grantedFolders: [folder], memoryMegabytes: 4096 });
  try {
    const inM = await best(2, async () => {
      const outcome = await engine.evaluate(task.m);
      if (!outcome.ok) throw new Error(`${task.title}: ${outcome.error.message}`);
      return JSON.parse(outcome.value?.m ?? "") as string;
    });
    const byHand = await best(2, task.byHand);
    if (inM.result !== byHand.result) throw new Error(`${task.title}: ${inM.result} in M, ${byHand.result} by hand`);
    const times = (inM.ms / byHand.ms).toFixed(1);
    console.log(`${task.title}\n  M ${seconds(inM.ms)}, by hand ${seconds(byHand.ms)}: ${times} times`);
  } finally {
    await engine.close();
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

async function reportStart(folder: string): Promise<void> {
  const file = join(folder, "one.pq");
  writeFileSync(file, "1 + 1");
  const cli = fileURLToPath(new URL("../cli.js", import.meta.url));
  const cost = `process.on("exit", () => console.log(process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000));`;
  const preload = `data:text/javascript,${encodeURIComponent(cost)}`;
  const { ms, result } = await best(5, () =>
    execFileSync(process.execPath, ["--import", preload, cli, "evaluate", file], { encoding: "utf8" }),
  );
  const bare = await best(5, () => execFileSync(process.execPath, ["--eval", "1"], { encoding: "utf8" }));
  const processor = Math.round(Number(result.trim().split("\n").at(-1)));
  console.log(
    `start of evaluate\n  ${Math.round(ms)} ms, ${processor} ms of the processor, of which Node itself ${Math.round(bare.ms)} ms`,
  );
}

const folder = mkdtempSync(join(tmpdir(), "chime-bench-"));
try {
  console.log(`Node ${process.version}, ${availableParallelism()} cores`);
  const [load = 0] = loadavg();
  if (load > 0.5) console.log(`Other programs are at work (load ${load.toFixed(1)}): the figures are too high.`);
  await reportStart(folder);
  await writeChats(join(folder, "chats.csv"));
  writeJson(join(folder, "chats.json"));
  console.log(`chats.csv ${Math.round(statSync(join(folder, "chats.csv")).size / 1_000_000)} MB`);
  for (const task of tasksIn(folder)) await report(task, folder);
} finally {
  rmSync(folder, { recursive: true });
}
