import type { WriteStream } from "node:tty";

/** A bar that moves: `show` draws it, `clear` takes it away. */
export type ProgressBar = {
  readonly show: (done: number, total: number) => void;
  readonly clear: () => void;
};

/** A progress bar in one line of a terminal, without colours; on anything but a terminal it draws nothing. */
export function drawProgress(title: string, out: Pick<WriteStream, "isTTY" | "write">): ProgressBar {
  let shown = "";
  const replaceBy = (text: string): void => {
    if (!out.isTTY || text === shown) return;
    out.write(`\r${text.padEnd(shown.length)}${text === "" ? "\r" : ""}`);
    shown = text;
  };
  return {
    show: (done, total) => {
      const filled = Math.floor((30 * done) / total);
      const percent = String(Math.floor((100 * done) / total)).padStart(3);
      replaceBy(`${title} [${"#".repeat(filled)}${"-".repeat(30 - filled)}] ${percent} %`);
    },
    clear: () => {
      replaceBy("");
    },
  };
}
