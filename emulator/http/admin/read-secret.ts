import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";

/** Reads a password: on a terminal without showing it, else the first line of the input. Gives `undefined` on Ctrl+C. */
export async function readSecret(question: string): Promise<string | undefined> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) return (await text(stdin)).split(/\r?\n/)[0];
  stderr.write(question);
  // Takes what would be shown of the typing.
  const output = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const terminal = createInterface({ input: stdin, output, terminal: true });
  terminal.on("SIGINT", () => {
    terminal.close();
  });
  try {
    return await Promise.race([terminal.question(""), once(terminal, "close").then(() => undefined)]);
  } finally {
    terminal.close();
    stderr.write("\n");
  }
}
