import type { TypeValue } from "../types/type-value.ts";
import type { Ascription } from "./ascribed.ts";
import type { RecordValue } from "./record.ts";
import type { BinaryView } from "./view.ts";

/** A binary. Its bytes may be fetched only when asked for, and every asking may fetch them again; `Binary.Buffer` holds them. */
export class BinaryValue {
  readonly kind = "binary";
  readonly type: TypeValue | undefined;
  /** The source that may do operations on this very binary itself; `undefined` for nearly all binaries. */
  readonly view: BinaryView | undefined;
  readonly #meta: RecordValue | undefined | (() => RecordValue | undefined);
  readonly #source: Uint8Array | (() => Uint8Array);

  constructor(
    source: Uint8Array | (() => Uint8Array),
    ascription?: {
      readonly type: TypeValue | undefined;
      readonly meta: RecordValue | undefined | (() => RecordValue | undefined);
    },
    view?: BinaryView,
  ) {
    this.#source = source;
    this.type = ascription?.type;
    this.#meta = ascription?.meta;
    this.view = view;
  }

  /** The bytes; not to be changed. */
  bytes(): Uint8Array {
    return typeof this.#source === "function" ? this.#source() : this.#source;
  }

  /** The metadata; that of a web answer is known only once it has been fetched. */
  get meta(): RecordValue | undefined {
    return typeof this.#meta === "function" ? this.#meta() : this.#meta;
  }

  /** The same bytes with another type or metadata. */
  ascribe(ascription: Ascription): BinaryValue {
    return new BinaryValue(this.#source, ascription, this.view);
  }
}
