import type { WriteStream } from "node:tty";

/** A bar that moves: `show` draws it, `clear` takes it away. */
export type ProgressBar = {
  /** How many of how many steps are done, and how many chats there are. */
  readonly show: (done: number, total: number, chats: number) => void;
  readonly clear: () => void;
};

/**
 * A progress bar in one line of a terminal, with the chats a second and the time left, without colours; on anything but a terminal
 * it draws nothing. `now` is a clock in milliseconds.
 */
export function drawProgress(
  title: string,
  out: Pick<WriteStream, "isTTY" | "write">,
  now: () => number = () => performance.now(),
): ProgressBar {
  const startedAt = now();
  let shown = "";
  const replaceBy = (text: string): void => {
    if (!out.isTTY || text === shown) return;
    out.write(`\r${text.padEnd(shown.length)}${text === "" ? "\r" : ""}`);
    shown = text;
  };
  return {
    show: (done, total, chats) => {
      const share = total === 0 ? 1 : done / total;
      const filled = Math.floor(30 * share);
      const percent = String(Math.floor(100 * share)).padStart(3);
      const seconds = (now() - startedAt) / 1000;
      const rate = seconds > 0 ? Math.round(chats / seconds) : 0;
      const left = share > 0 ? formatSeconds((seconds / share) * (1 - share)) : "";
      const bar = `[${"#".repeat(filled)}${"-".repeat(30 - filled)}] ${percent} %`;
      replaceBy(done === total ? `${title} ${bar}, checking` : `${title} ${bar}, ${rate} chats/s, ${left} left`);
    },
    clear: () => {
      replaceBy("");
    },
  };
}

function formatSeconds(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 100 ? `${whole} s` : `${Math.ceil(whole / 60)} min`;
}
