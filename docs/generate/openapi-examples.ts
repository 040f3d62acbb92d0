/** The vendor's sample key, which demo data has, and the instant at which the clock of the emulator that is asked stands. */
export const exampleKey = "b5c38d85-a042-4cef-8418-eb06752e346b";
export const exampleNow = Date.parse("2020-11-17T15:00:00Z");

const query = "queueId=1&start=2020-11-01T04:00:00.000Z&stop=2020-12-01T04:59:59.999Z&zone=America/New_York";
const mostRows = 2;

type Example = { json?: unknown; csv?: string };

/**
 * What an emulator with demo data answers on every route of its OpenAPI document, cut to two rows: November 2020 of queue 1, the
 * window of the vendor's samples.
 */
export async function readExamples(url: string): Promise<Readonly<Record<string, Example>>> {
  const get = async (path: string): Promise<string> => {
    const answer = await fetch(`${url}${path}`, { headers: { Authorization: `Bearer ${exampleKey}` } });
    if (!answer.ok) throw new Error(`could not make an example: ${path} answered ${answer.status}`);
    return await answer.text();
  };
  const { paths } = JSON.parse(await get("/openapi.json")) as {
    paths: Record<string, { get: { responses: { 200: { content: Record<string, unknown> } } } }>;
  };
  const chats = JSON.parse(await get(`/Chime/Report/ChatHistory?${query}`)) as { sessionId: number; outcome: string }[];
  const answered = chats.find(({ outcome }) => outcome === "answered");
  const examples: Record<string, Example> = {};
  for (const [path, operation] of Object.entries(paths)) {
    const asked = path.replace("{SessionID}", String(answered?.sessionId)).replace("{id}", "1");
    const { content } = operation.get.responses[200];
    const example: Example = {};
    if ("application/json" in content) example.json = cut(JSON.parse(await get(`${asked}?${query}`)));
    if ("text/csv" in content) example.csv = cutCsv(await get(`${asked}?${query}&csv=true`));
    if ("text/plain" in content) example.csv = await get(asked);
    examples[path] = example;
  }
  return examples;
}

/** A list's first rows; anything else as it is. */
function cut(value: unknown): unknown {
  return Array.isArray(value) ? value.slice(0, mostRows) : value;
}

/** The header and the first rows; a line break within quotes ends no row. */
function cutCsv(text: string): string {
  const rows = text.match(/(?:[^"\r]|"(?:[^"]|"")*"|\r(?!\n))*\r\n/g) ?? [];
  return rows.slice(0, mostRows + 1).join("");
}

/** Examples as they are kept in a file. */
export function writeExamples(examples: Readonly<Record<string, Example>>): string {
  return `${JSON.stringify(examples, undefined, 1)}\n`;
}
