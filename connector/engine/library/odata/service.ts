import { EvaluationError } from "../../values/errors.ts";
import type { BinaryValue } from "../../values/binary.ts";
import { RecordValue } from "../../values/record.ts";
import { read, type Plain } from "../../values/value.ts";
import type { DataSource, Evaluation } from "../evaluation.ts";
import { JsonReader } from "../json/json-reader.ts";
import { decodeText } from "../text/encoding.ts";
import { contentsOf } from "../web/request.ts";
import { readContext, type Context } from "./context.ts";
import { Model } from "./metadata.ts";
import type { FeedOptions } from "./options.ts";

/** What is known of an answer before it is read: the service's address and metadata, and what the answer holds. */
export type Origin = {
  /** The service's address, with a slash at its end. */
  readonly root: string;
  readonly model: Model;
  /** `undefined` for the service document itself. */
  readonly context: Context | undefined;
};

/** Asks an OData service on behalf of one call of `OData.Feed`. */
export class Service {
  readonly options: FeedOptions;
  readonly #evaluation: Evaluation;
  readonly #source: DataSource | undefined;
  readonly #uri: URL;
  readonly #models = new Map<string, Model>();

  constructor(uri: string, options: FeedOptions, evaluation: Evaluation) {
    this.options = options;
    this.#evaluation = evaluation;
    this.#source = evaluation.dataSource();
    this.#uri = new URL(uri);
  }

  /** The JSON object at an address; null for an answer without content. @throws EvaluationError for what is not OData in JSON. */
  read(url: string): RecordValue | null {
    const text = decodeText(this.contents(url, "application/json;odata.metadata=minimal").bytes(), null);
    if (text === "") return null;
    if (text.trimStart().startsWith("<")) throw notCarried(url, "XML, as Atom feeds of older versions are");
    const json = read(new JsonReader(text).read());
    if (!(json instanceof RecordValue)) throw notCarried(url, "JSON that is no OData");
    if (["d", "odata.metadata"].some((name) => json.has(name))) throw notCarried(url, "an older version of OData");
    return json;
  }

  /** What an address answers, fetched when it is read. */
  contents(url: string, accept: string): BinaryValue {
    const { web, maxUriLength } = this.options;
    if (url.length > maxUriLength) {
      throw new EvaluationError(
        "DataSource.Error",
        `OData.Feed would ask an address of ${url.length} characters, and MaxUriLength is ${maxUriLength}.`,
      );
    }
    const asked = new URL(url);
    // A service may link to anywhere; credentials and headers are for the one that they were given for.
    const isOwn =
      asked.host === this.#uri.host && (asked.protocol === this.#uri.protocol || asked.protocol === "https:");
    const given = isOwn ? web.headers : [];
    const defaults = Object.entries({ Accept: accept, "OData-MaxVersion": "4.0" }).filter(
      ([name]) => !given.some(([known]) => known.toLowerCase() === name.toLowerCase()),
    );
    const options = {
      ...web,
      headers: [...defaults, ...given],
      query: isOwn ? web.query.filter(([name]) => !asked.searchParams.has(name)) : [],
      manualCredentials: !isOwn,
    };
    const call = { method: "GET", url, options, source: this.#source, functionName: "OData.Feed" } as const;
    return contentsOf(call, this.#evaluation);
  }

  /** Where an answer belongs, by its context URL. @throws EvaluationError when it has none. */
  originOf(answer: RecordValue, url: string): Origin {
    const link = annotationOf(answer, "context");
    if (typeof link !== "string") throw notCarried(url, "JSON without '@odata.context'");
    const context = resolve(link, url);
    const fragment = decodeFragment(context.hash.slice(1));
    context.hash = "";
    const model = this.#modelAt(context.href);
    context.search = "";
    const root = context.href.replace(/[^/]*$/u, "");
    return { root, model, context: fragment === "" ? undefined : readContext(fragment, model) };
  }

  #modelAt(url: string): Model {
    let model = this.#models.get(url);
    if (!model) {
      model = new Model(decodeText(this.contents(url, "application/xml").bytes(), null), url);
      this.#models.set(url, model);
    }
    return model;
  }
}

/** An annotation of OData's own vocabulary, of an object or of one of its properties; null when it is not there. */
export function annotationOf(json: RecordValue, name: string, property = ""): Plain {
  return read(json.cell(`${property}@odata.${name}`) ?? json.cell(`${property}@${name}`) ?? null);
}

/** The address that a link in an answer means. @throws EvaluationError when it means none of the web. */
export function resolve(link: string, base: string): URL {
  const url = URL.canParse(link, base) ? new URL(link, base) : undefined;
  if (url?.protocol === "http:" || url?.protocol === "https:") return url;
  throw new EvaluationError("DataFormat.Error", `The OData service gave the link '${link}', which is no address.`);
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch (error) {
    if (error instanceof URIError) return fragment;
    throw error;
  }
}

function notCarried(url: string, what: string): EvaluationError {
  return new EvaluationError(
    "DataSource.Error",
    `OData.Feed reads services of OData version 4 in JSON; '${url}' answered ${what}.`,
  );
}
