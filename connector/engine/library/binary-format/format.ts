import { cannotConvert } from "../../types/convert.ts";
import { functionTypeOf, primitiveTypes } from "../../types/type-value.ts";
import type { Ascription } from "../../values/ascribed.ts";
import { BinaryValue } from "../../values/binary.ts";
import { formatError } from "../../values/errors.ts";
import { FunctionValue } from "../../values/function.ts";
import { plain, type Value } from "../../values/value.ts";
import type { Cell } from "../../values/cell.ts";
import { read } from "../../values/value.ts";
import { readCount } from "../list/arguments.ts";

/** Bytes on the way of being read: where, how far at most, and in which byte order numbers stand. */
export class Input {
  readonly bytes: Uint8Array;
  readonly end: number;
  at: number;
  isBigEndian = true;

  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  get isAtEnd(): boolean {
    return this.at >= this.end;
  }

  /** The next bytes. @throws EvaluationError when there are fewer. */
  take(count: number): Uint8Array {
    if (this.at + count > this.end) throw formatError("The end of the binary was reached before a value was complete.");
    const taken = this.bytes.subarray(this.at, this.at + count);
    this.at += count;
    return taken;
  }

  /** The next bytes for `DataView`, with whether they are little endian. */
  view(count: number): DataView {
    const taken = this.take(count);
    return new DataView(taken.buffer, taken.byteOffset, taken.byteLength);
  }
}

/** How a format reads a value. */
export type Reading = (input: Input) => Value;

/** A binary format: to M a function of a binary, to other formats what reads on where they have got to. */
export class FormatFunction extends FunctionValue {
  readonly reading: Reading;

  constructor(reading: Reading, ascription?: Ascription) {
    super(
      ascription?.type ?? functionTypeOf(1),
      (args) => {
        const binary = plain(args[0] ?? null);
        if (binary instanceof BinaryValue) return readWhole(binary, reading);
        throw cannotConvert(binary, primitiveTypes.binary);
      },
      undefined,
      ascription?.meta,
    );
    this.reading = reading;
  }

  override ascribe(ascription: Ascription): FunctionValue {
    return new FormatFunction(this.reading, ascription);
  }
}

/** The formats that the library has by name: they are functions as they stand. */
const namedReadings = new Map<string, Reading>();

/** Makes a format known by its library name. */
export function nameReading(name: string, reading: Reading): void {
  namedReadings.set(name, reading);
}

/** How a value reads, when it is a binary format; `undefined` for any other value. */
export function readingOf(value: Value): Reading | undefined {
  const bare = plain(value);
  if (bare instanceof FormatFunction) return bare.reading;
  if (!(bare instanceof FunctionValue) || bare.libraryName === undefined) return undefined;
  return namedReadings.get(bare.libraryName);
}

/** The binary format in a cell. @throws EvaluationError when it is none. */
export function readFormat(cell: Cell): Reading {
  const value = read(cell);
  const reading = readingOf(value);
  if (reading) return reading;
  throw formatError("The value isn't a binary format.", value);
}

/** Reads from the start of a binary; what is left over is no error. */
export function readWhole(binary: BinaryValue, reading: Reading): Value {
  return reading(new Input(binary.bytes()));
}

/** A length or count: a number, or the format of the number that stands before what it counts. */
export function readLength(length: Value, name: string): (input: Input) => number {
  const reading = readingOf(length);
  if (!reading) {
    const given = plain(length);
    if (typeof given !== "number") throw cannotConvert(length, primitiveTypes.number);
    const count = readCount(given, name);
    return () => count;
  }
  return (input) => {
    const count = plain(reading(input));
    if (typeof count !== "number") throw cannotConvert(count, primitiveTypes.number);
    return readCount(count, name);
  };
}
