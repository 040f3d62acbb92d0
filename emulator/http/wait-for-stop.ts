const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Waits for Ctrl+C or another signal to stop. A second one ends the process at once. */
export async function waitForStop(): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = (): void => {
      for (const signal of stopSignals) process.off(signal, stop);
      resolve();
    };
    for (const signal of stopSignals) process.on(signal, stop);
  });
}
