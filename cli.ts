#!/usr/bin/env node
/** The program `chime-bi`: every room's commands. A room is loaded only when its command is asked for, so that each starts fast. */
import { createRequire } from "node:module";
import { Command, CommanderError, Help, type Option } from "commander";

/** Every command by its name, in the order of the help text. */
const commands: Readonly<Record<string, (program: Command) => Promise<void>>> = {
  start: async (program) => {
    (await import("./start-command.ts")).defineStartCommand(program);
  },
  serve: async (program) => {
    const { defineServeCommand } = await import("./emulator/http/index.ts");
    const { growHistory, listSeededKeys } = await import("./seed/index.ts");
    defineServeCommand(program, { listKeys: listSeededKeys, growHistory });
  },
  seed: async (program) => {
    (await import("./seed/index.ts")).defineSeedCommand(program);
  },
  keys: async (program) => {
    (await import("./emulator/http/index.ts")).defineKeysCommand(program);
  },
  people: async (program) => {
    (await import("./emulator/http/index.ts")).definePeopleCommand(program);
  },
  control: async (program) => {
    (await import("./emulator/http/index.ts")).defineControlCommand(program);
  },
  range: async (program) => {
    (await import("./connector/client/index.ts")).defineRangeCommand(program);
  },
  build: async (program) => {
    (await import("./connector/generate/index.ts")).defineBuildCommand(program);
  },
  evaluate: async (program) => {
    (await import("./connector/engine/index.ts")).defineEvaluateCommand(program);
  },
  repl: async (program) => {
    (await import("./connector/engine/index.ts")).defineReplCommand(program);
  },
  test: async (program) => {
    (await import("./connector/engine/index.ts")).defineTestCommand(program);
  },
  refresh: async (program) => {
    (await import("./connector/refresh/index.ts")).defineRefreshCommand(program);
  },
  client: async (program) => {
    (await import("./connector/client/index.ts")).defineClientCommand(program);
  },
};

async function makeProgram(args: readonly string[]): Promise<Command> {
  const { version } = createRequire(import.meta.url)("#package") as { version: string };
  const program = new Command("chime-bi")
    .description(
      "An emulator of the Chime reporting API, a Power Query connector for it, and an engine that refreshes both on any machine.",
    )
    .version(version)
    .option("--trace", "print the stack of an error")
    .exitOverride()
    .configureHelp({ optionDescription: describeOption })
    .showHelpAfterError("(add --help for what it takes)");
  const asked = args.find((arg) => !arg.startsWith("-"));
  const only = asked !== undefined && Object.hasOwn(commands, asked) ? commands[asked] : undefined;
  for (const define of only ? [only] : Object.values(commands)) await define(program);
  return program;
}

/** What the help says of an option; that a repeatable one begins empty goes without saying. */
function describeOption(option: Option): string {
  const { description, defaultValue: initial } = option as { description: string; defaultValue?: unknown };
  const isEmpty = typeof initial === "object" && initial !== null && Object.keys(initial).length === 0;
  return isEmpty ? description : new Help().optionDescription(option);
}

/** Runs the program. Exit status: 0 done, 1 the work failed, 2 wrong usage. */
async function main(): Promise<void> {
  const program = await makeProgram(process.argv.slice(2));
  let command = "chime-bi";
  program.hook("preAction", (_program, action) => {
    command = action.name();
  });
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has printed what was wrong; asking for help or the version is no mistake.
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    process.exitCode = 1;
    console.error(`${command}: ${error instanceof Error ? error.message : String(error)}`);
    if (program.opts<{ trace?: true }>().trace && error instanceof Error) console.error(error.stack);
  }
}

await main();
