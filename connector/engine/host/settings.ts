import type { Credential } from "./host.ts";

/** Offsets of an IANA zone by instant, in minutes east of UTC. @throws RangeError for a zone that does not exist. */
export function localOffsets(zone: string): (instant: number) => number {
  if (zone === "UTC") return () => 0;
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset", hourCycle: "h23" });
  return (instant) => {
    const name = format.formatToParts(instant).find((part) => part.type === "timeZoneName")?.value ?? "GMT";
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d{2}):(\d{2}))?/u.exec(name) ?? [];
    if (sign === undefined) return 0;
    return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
}

/**
 * The stored credential for a data source: of its kind, and of its path or of one above it. The longest path wins; the path of a
 * URL ends at a slash.
 */
export function findCredential(credentials: readonly Credential[], kind: string, path: string): Credential | undefined {
  return credentials
    .filter((credential) => credential.dataSourceKind === kind && covers(credential.path, path))
    .sort((left, right) => right.path.length - left.path.length)[0];
}

function covers(stored: string, asked: string): boolean {
  if (stored === asked) return true;
  const folder = stored.endsWith("/") ? stored : `${stored}/`;
  const [bare = ""] = asked.split(/[?#]/u);
  return /^https?:/iu.test(stored) && (`${bare}/`.startsWith(folder) || asked.startsWith(folder));
}
