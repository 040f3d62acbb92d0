import { TypeValue } from "../types/type-value.ts";
import { expressionError, formatError } from "../values/errors.ts";
import { ListValue } from "../values/list.ts";
import { RecordValue } from "../values/record.ts";
import { read, type Value } from "../values/value.ts";
import type { Group } from "./declaration.ts";
import { readText } from "./list/arguments.ts";

/** Microsoft's group "Uri functions". */
export const uri: Group = {
  name: "Uri functions",
  functions: [
    {
      signature: "Uri.BuildQueryString(query as record) as text",
      summary:
        "Writes a record of texts as a query string without its question mark; a list of texts repeats its name.",
      examples: [{ usage: `Uri.BuildQueryString([a = "1", b = "+$"])`, output: `"a=1&b=%2B%24"` }],
      call: (query: RecordValue) =>
        query
          .entries()
          .flatMap(([name, cell]) => {
            const value = read(cell);
            const texts = value instanceof ListValue ? Array.from(value.cells(), readText) : [readText(value)];
            return texts.map((text) => `${escapeData(name)}=${escapeData(text)}`);
          })
          .join("&"),
    },
    {
      signature: "Uri.Combine(baseUri as text, relativeUri as text) as text",
      summary: "Gives the absolute URI that a relative one means from a base.",
      examples: [
        {
          usage: `Uri.Combine("https://example.com/Chime/", "Report/Queues")`,
          output: `"https://example.com/Chime/Report/Queues"`,
        },
        { usage: `Uri.Combine("https://example.com/Chime/Report", "/Health")`, output: `"https://example.com/Health"` },
      ],
      call: (baseUri: string, relativeUri: string) => {
        if (!URL.canParse(baseUri)) throw expressionError("The base URI isn't an absolute URI.", baseUri);
        if (!URL.canParse(relativeUri, baseUri)) throw invalidUri(relativeUri);
        return new URL(relativeUri, baseUri).href;
      },
    },
    {
      signature: "Uri.EscapeDataString(data as text) as text",
      summary: "Writes a text so that it may stand in a URI, by RFC 3986.",
      examples: [{ usage: `Uri.EscapeDataString("+ä b")`, output: `"%2B%C3%A4%20b"` }],
      call: (data: string) => escapeData(data),
    },
    {
      signature: "Uri.Parts(absoluteUri as text) as record",
      summary:
        "Takes a URI apart; without a scheme it is read as http, and a name that the query repeats holds a list.",
      examples: [
        {
          usage: `Uri.Parts("https://example.com:8443/Chime?queueId=1&zone=Europe%2FBerlin#top")`,
          output: `[Scheme = "https", Host = "example.com", Port = 8443, Path = "/Chime", Query = [queueId = "1", zone = "Europe/Berlin"], Fragment = "#top", UserName = "", Password = ""]`,
        },
        { usage: `Uri.Parts("www.example.com")[Port]`, output: `80` },
      ],
      call: (absoluteUri: string) => partsOf(absoluteUri),
    },
  ],
  constants: [
    { name: "Uri.Type", value: new TypeValue("text", { name: "Uri.Type" }), summary: "Texts that are URIs." },
  ],
};

function escapeData(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, "\ufffd")).replaceAll(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const defaultPorts: Readonly<Record<string, number>> = {
  "http:": 80,
  "https:": 443,
  "ftp:": 21,
  "ws:": 80,
  "wss:": 443,
};

function partsOf(text: string): RecordValue {
  const absolute = /^[a-z][a-z\d+.-]*:\/\//iu.test(text) ? text : `http://${text}`;
  if (!URL.canParse(absolute)) throw invalidUri(text);
  const url = new URL(absolute);
  return RecordValue.from({
    Scheme: url.protocol.slice(0, -1),
    Host: url.hostname,
    Port: url.port === "" ? (defaultPorts[url.protocol] ?? -1) : Number(url.port),
    Path: url.pathname,
    Query: queryOf(url.search),
    Fragment: url.hash,
    UserName: unescape(url.username),
    Password: unescape(url.password),
  });
}

function queryOf(search: string): RecordValue {
  const values = new Map<string, string[]>();
  for (const part of search.slice(1).split("&")) {
    if (part === "") continue;
    const [name = "", ...value] = part.split("=");
    const key = unescape(name);
    const texts = values.get(key) ?? [];
    texts.push(unescape(value.join("=")));
    values.set(key, texts);
  }
  return RecordValue.fromEntries(
    Array.from(values, ([name, texts]): [string, Value] => [
      name,
      texts.length === 1 ? texts[0]! : ListValue.of(texts),
    ]),
  );
}

/** A text with its percent escapes undone; what is none stays as it is. */
function unescape(text: string): string {
  return text.replaceAll(/(?:%[\da-f]{2})+/giu, (escaped) => {
    const bytes = Buffer.from(escaped.replaceAll("%", ""), "hex");
    const decoded = bytes.toString("utf8");
    return decoded.includes("\ufffd") ? escaped : decoded;
  });
}

function invalidUri(text: string): Error {
  return formatError("Invalid URI: The URI could not be parsed.", text);
}
