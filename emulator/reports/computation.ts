import type { ReportName, RowOf } from "../catalogue/index.ts";
import type { Store, Window } from "../store/index.ts";
import type { ZoneClock } from "../../zones/index.ts";

/** What a report is computed from. Whether the caller may read these queues was decided before. */
export type Context = {
  readonly store: Store;
  /** The queues covered: exactly one for a report of scope `queue`. */
  readonly queueIds: readonly number[];
  readonly window: Window;
  /** The clock that says what a local day is. */
  readonly clock: ZoneClock;
};

/** How one report gets its rows, in answer order. A long one yields as it reads, so that memory stays flat. */
export type Computation<N extends ReportName> = (context: Context) => Iterable<RowOf<N>>;

/** The queue of a report of scope `queue`. */
export function queueOf({ queueIds }: Context): number {
  const [queueId, ...others] = queueIds;
  if (queueId === undefined || others.length > 0) {
    throw new RangeError(`a report on one queue got ${queueIds.length} queues`);
  }
  return queueId;
}
