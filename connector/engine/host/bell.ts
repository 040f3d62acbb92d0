/**
 * Rung by the main thread when an answer lies in the port; the evaluation thread sleeps until then. Both hold the same memory.
 */
export class Bell {
  /** Shared between threads: 1 once it was rung. */
  readonly memory: Int32Array<SharedArrayBuffer>;

  constructor(memory = new Int32Array(new SharedArrayBuffer(4))) {
    this.memory = memory;
  }

  /** Before the question is put, so that an answer that comes at once is not missed. */
  reset(): void {
    Atomics.store(this.memory, 0, 0);
  }

  ring(): void {
    Atomics.store(this.memory, 0, 1);
    Atomics.notify(this.memory, 0);
  }

  /**
   * Blocks until it was rung since the last reset. Being woken is not enough: between the two steps of a ring this thread may have
   * found the answer and begun to wait for the next one, and the late second step wakes it then.
   */
  wait(): void {
    while (Atomics.load(this.memory, 0) === 0) Atomics.wait(this.memory, 0, 0);
  }
}
