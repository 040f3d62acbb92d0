import type { TypeValue } from "../types/type-value.ts";
import type { RecordValue } from "./record.ts";
import type { DateTimeValue, DateTimeZoneValue, DateValue, DurationValue, TimeValue } from "./temporal.ts";

/** A value that has no room of its own for metadata. */
export type Scalar =
  null | boolean | number | string | DateValue | TimeValue | DateTimeValue | DateTimeZoneValue | DurationValue;

/** A scalar together with the metadata or the type that was ascribed to it. Operators and the library unwrap it. */
export class Ascribed {
  readonly value: Scalar;
  /** The ascribed type; `undefined` when the value has only metadata. */
  readonly type: TypeValue | undefined;
  readonly meta: RecordValue | undefined;

  constructor(value: Scalar, ascription: Ascription) {
    this.value = value;
    this.type = ascription.type;
    this.meta = ascription.meta;
  }
}

/** What can be ascribed to any value. */
export type Ascription = { readonly type: TypeValue | undefined; readonly meta: RecordValue | undefined };
