import { Command } from "commander";
import { growHistory } from "../../../seed/index.ts";
import {
  defineControlCommand,
  defineKeysCommand,
  definePeopleCommand,
  defineServeCommand,
  type ShownKey,
} from "../../../emulator/http/index.ts";

/** The demo key that the commands are given to show. */
export const shownKey: ShownKey = { person: "Åsa", role: "Administrator", key: "the-key", queues: [1, 2, 3] };

/** Runs the program's commands in this process and gives what they print; usage errors are thrown. */
export async function runCommand(args: readonly string[], tell?: (text: string) => void): Promise<string> {
  let output = "";
  const program = new Command("chime-bi").exitOverride().configureOutput({
    writeOut(text) {
      output += text;
      tell?.(text);
    },
    writeErr: () => undefined,
  });
  defineControlCommand(program);
  defineKeysCommand(program);
  definePeopleCommand(program);
  defineServeCommand(program, { listKeys: () => [shownKey], growHistory });
  await program.parseAsync(args, { from: "user" });
  return output;
}
