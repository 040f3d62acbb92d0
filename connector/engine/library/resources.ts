const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The texts of a .NET ResX document by name: what `<data name="…"><value>…</value></data>` says. */
export function readResources(xml: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [, name, body] of xml.matchAll(/<data\s[^>]*?name="([^"]*)"[^>]*>(.*?)<\/data>/gsu)) {
    const value = /<value>(.*?)<\/value>/su.exec(body!)?.[1];
    if (value !== undefined) texts.set(unescape(name!), unescape(value));
  }
  return texts;
}

function unescape(text: string): string {
  return text.replaceAll(
    /&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/gu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      return entities[name!] ?? whole;
    },
  );
}
