type Event = { readonly at: number; readonly order: number; readonly run: (at: number) => void };

/** What is going to happen, as a binary heap. Events of one instant happen in the order in which they were planned. */
export class EventCalendar {
  private readonly heap: Event[] = [];
  private planned = 0;

  /** Plans something for an instant, which must not lie before the running event. */
  plan(at: number, run: (at: number) => void): void {
    const event = { at, order: this.planned++, run };
    let place = this.heap.length;
    this.heap.push(event);
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!isBefore(event, this.heap[above]!)) break;
      this.heap[place] = this.heap[above]!;
      place = above;
    }
    this.heap[place] = event;
  }

  /** Lets everything happen, what is planned meanwhile included. */
  runAll(): void {
    for (let event = this.take(); event; event = this.take()) event.run(event.at);
  }

  private take(): Event | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first === undefined || last === undefined || this.heap.length === 0) return first;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= this.heap.length) break;
      if (below + 1 < this.heap.length && isBefore(this.heap[below + 1]!, this.heap[below]!)) below += 1;
      if (!isBefore(this.heap[below]!, last)) break;
      this.heap[place] = this.heap[below]!;
      place = below;
    }
    this.heap[place] = last;
    return first;
  }
}

function isBefore(a: Event, b: Event): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
