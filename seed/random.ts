import { createHash } from "node:crypto";

/**
 * A stream of random numbers that depends on nothing but what it was made from. The generator is sfc32 (Doty-Humphrey,
 * PractRand): 128 bits of state, integer operations only, so the same on every machine.
 */
export class Stream {
  private a: number;
  private b: number;
  private c: number;
  private counter: number;

  /** A stream from 16 bytes. */
  constructor(state: Buffer) {
    this.a = state.readInt32LE(0);
    this.b = state.readInt32LE(4);
    this.c = state.readInt32LE(8);
    this.counter = state.readInt32LE(12);
  }

  /** A whole number in [0, 2³²). */
  bits(): number {
    const out = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + out) | 0;
    return out >>> 0;
  }

  /** A number in [0, 1). */
  uniform(): number {
    return this.bits() / 4_294_967_296;
  }

  /** A number in [from, to). */
  between(from: number, to: number): number {
    return from + (to - from) * this.uniform();
  }

  /** A whole number in [0, count). */
  below(count: number): number {
    return Math.floor(this.uniform() * count);
  }

  /** True in this share of the draws. */
  chance(share: number): boolean {
    return this.uniform() < share;
  }

  /** One of the items, each as likely; the list must have one. */
  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }

  /** One of the items, each as likely as its weight says. */
  pickWeighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item {
    let left = this.uniform() * items.reduce((sum, item) => sum + weightOf(item), 0);
    return items.find((item) => (left -= weightOf(item)) < 0) ?? items.at(-1)!;
  }

  /** Exponential with this mean. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.uniform());
  }

  /** Normal with mean 0 and deviation 1 (Box and Muller). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }

  /** Log-normal with this median; `sigma` is the deviation of its logarithm. */
  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }

  /** A GUID of version 4 (RFC 9562), lower case. */
  guid(): string {
    const bytes = Buffer.alloc(16);
    for (let at = 0; at < 16; at += 4) bytes.writeUInt32LE(this.bits(), at);
    bytes[6] = (bytes[6]! & 0x0f) | 0x40;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    const hex = bytes.toString("hex");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }
}

/**
 * The stream of one purpose. `of` narrows it, for example to a queue and a local day: a stream needs no other to be drawn first,
 * so any day can be made alone.
 */
export function createStream(seed: number, purpose: string, ...of: readonly (number | string)[]): Stream {
  return new Stream(
    createHash("sha256")
      .update(JSON.stringify([seed, purpose, ...of]))
      .digest(),
  );
}
