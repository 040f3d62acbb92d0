import { zipSync } from "fflate";
import { drawIcon, iconSizes } from "./icon.ts";

/**
 * `Chime.mez`: an ordinary zip with everything at its root, as Power BI Desktop loads it. The same input gives the same bytes on any
 * machine and in any zone.
 */
export function connectorPackage(document: Uint8Array, resources: Uint8Array): Uint8Array {
  const icons = iconSizes.map((size) => [`Chime${size}.png`, drawIcon(size)] as const);
  const files = Object.fromEntries([["Chime.pq", document], ...icons, ["resources.resx", resources]]);
  // A zip keeps local times, and fflate asks the date for its local parts: made of local parts it is the same everywhere.
  return zipSync(files, { level: 9, mtime: new Date(2020, 0, 1) });
}
