import { readPlaces } from "../../store/index.ts";
import type { Computation } from "../computation.ts";
import { toOutcomeSums } from "../metrics.ts";
import { compareText } from "../order.ts";

/** A row for every place, the most chats first, then in order of the places' code units; unknown places last among equals. */
export const computeGuestLocations: Computation<"GuestLocations"> = ({ store, queueIds, window }) =>
  readPlaces(store, queueIds, window)
    .toSorted((a, b) => b.started - a.started || compareText(a.location, b.location))
    .map((place) => ({ location: place.location, guests: place.guests, ...toOutcomeSums(place) }));
