import { isZone } from "../../zones/index.ts";

const areas: Readonly<Record<string, string>> = {
  Africa: "Cairo Casablanca Johannesburg Lagos Nairobi",
  America:
    "Anchorage Argentina/Buenos_Aires Bogota Caracas Chicago Costa_Rica Denver Detroit Edmonton Halifax Lima Los_Angeles Mexico_City " +
    "New_York Panama Phoenix Puerto_Rico Regina Santiago Sao_Paulo St_Johns Toronto Vancouver Winnipeg",
  Asia:
    "Bangkok Calcutta Dhaka Dubai Ho_Chi_Minh Hong_Kong Jakarta Jerusalem Karachi Kathmandu Kolkata Kuala_Lumpur Manila Riyadh Seoul " +
    "Shanghai Singapore Taipei Tokyo",
  Australia: "Adelaide Brisbane Melbourne Perth Sydney",
  Europe:
    "Amsterdam Athens Berlin Brussels Bucharest Budapest Copenhagen Dublin Helsinki Istanbul Kiev Kyiv Lisbon London Madrid Moscow Oslo " +
    "Paris Prague Rome Sofia Stockholm Vienna Warsaw Zurich",
  Pacific: "Auckland Honolulu",
};

// Names that IANA has introduced for zones which the machine may still list under an older name.
const renamed = (
  "America/Argentina/Buenos_Aires America/Argentina/Catamarca America/Argentina/Cordoba America/Argentina/Jujuy " +
  "America/Argentina/Mendoza America/Indiana/Indianapolis America/Kentucky/Louisville America/Nuuk Asia/Ho_Chi_Minh " +
  "Asia/Kathmandu Asia/Kolkata Asia/Yangon Atlantic/Faroe Europe/Kyiv Pacific/Chuuk Pacific/Kanton Pacific/Pohnpei"
).split(" ");

/** The zones that a connector knows unless told otherwise: where most help desks are. */
export const defaultZones: readonly string[] = [
  ...Object.entries(areas).flatMap(([area, places]) => places.split(" ").map((place) => `${area}/${place}`)),
  "UTC",
];

/** Every zone that the machine lists, and the newer names of those it lists under an old one. */
export function allZones(): readonly string[] {
  const listed = Intl.supportedValuesOf("timeZone");
  return [...new Set([...listed, ...renamed.filter(isZone), ...defaultZones])];
}
