import { readOrigins } from "../../store/index.ts";
import { queueOf, type Computation } from "../computation.ts";
import { toOutcomeSums } from "../metrics.ts";
import { compareText } from "../order.ts";

/** A row for every way in which guests came: the most chats first, then in order of the texts' code units, unknown last. */
export const computeGuestEntryPoints: Computation<"GuestEntryPoints"> = (context) =>
  readOrigins(context.store, [queueOf(context)], context.window)
    .toSorted(
      (a, b) =>
        b.started - a.started ||
        compareText(a.entryPoint, b.entryPoint) ||
        compareText(a.referringPage, b.referringPage) ||
        compareText(a.platform, b.platform),
    )
    .map((origin) => ({
      entryPoint: origin.entryPoint,
      referringPage: origin.referringPage,
      platform: origin.platform,
      ...toOutcomeSums(origin),
      authenticated: origin.authenticated,
    }));
