/** The query of a URL so that two that ask the same are the same text: names in lower case, in alphabetical order. */
export function toQuery(url: string, mask: (name: string, value: string) => string = (_, value) => value): string {
  const query = url.includes("?") ? url.slice(url.indexOf("?") + 1) : "";
  const pairs = [...new URLSearchParams(query)].map(([name, value]): [string, string] => {
    const folded = name.toLowerCase();
    return [folded, mask(folded, value)];
  });
  return new URLSearchParams(pairs.toSorted(byText)).toString();
}

function byText(one: readonly [string, string], other: readonly [string, string]): number {
  const [a, b] = [one.join("="), other.join("=")];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The path of a URL, decoded, without a slash at its end; as it came when it is no percent-encoded UTF-8. */
export function toPath(url: string): string {
  const path = url.replace(/[?#].*/s, "");
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // As it came: no route has such a path.
  }
  return decoded.length > 1 ? decoded.replace(/\/$/, "") : decoded;
}

/** How many parameters two queries have in common, less those they have not. */
export function compareQueries(one: string, other: string): number {
  const [a, b] = [one, other].map((query) => new Set(query.split("&"))) as [Set<string>, Set<string>];
  const common = [...a].filter((pair) => b.has(pair)).length;
  return 2 * common - a.size - b.size;
}
