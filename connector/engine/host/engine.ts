import { parse, PlacedSyntaxError, type SyntaxTree } from "../syntax/index.ts";
import { EvaluationThread, type RowSink, type ThreadOptions } from "./evaluation-thread.ts";
import type { Extension } from "./extension-package.ts";
import type { Job, Outcome, Settings, Source } from "./protocol.ts";

/** An M document with the name that errors give it. */
export type NamedText = { readonly document: string; readonly text: string };

/** M expressions that stand in for shared members of the sections, by name. */
type ParameterTexts = Readonly<Record<string, string>>;

/** What an engine works with. */
export type EngineOptions = Settings &
  ThreadOptions & {
    /** Section documents whose shared members every expression sees. */
    readonly sections?: readonly NamedText[];
    readonly extensions?: readonly Extension[];
    readonly parameters?: ParameterTexts;
    /** After how long an evaluation is ended, in milliseconds; never when left out. */
    readonly timeoutMilliseconds?: number;
    /** Whether evaluations share what they fetch from the web, as Desktop's do in one refresh; the Service's do not. */
    readonly sharesCache?: boolean;
  };

/**
 * An M engine: a set of documents and a worker thread that evaluates expressions over them, one after the other. Each evaluation
 * starts afresh. `close` it when done, or the program does not end.
 */
export class Engine {
  readonly #options: EngineOptions;
  readonly #thread: EvaluationThread;
  #source: Promise<Source> | undefined;

  constructor(options: EngineOptions = {}) {
    this.#options = options;
    this.#thread = new EvaluationThread(options);
  }

  /**
   * The value of an expression, printed; lazy parts are evaluated for it. Errors are an outcome, not thrown. `parameters` add to the
   * engine's own, for this evaluation only.
   */
  async evaluate(text: string, document = "query", parameters: ParameterTexts = {}): Promise<Outcome> {
    return this.#run({ document, text }, "value", {}, parameters);
  }

  /** As `evaluate`, printed as golden files of Microsoft's SDK have it: columns go by the kinds of their types. */
  async evaluateGolden(text: string, document: string): Promise<Outcome> {
    return this.#run({ document, text }, "golden", {}, {});
  }

  /** Streams the rows of an expression as Power BI would load them: a scalar becomes one cell, a record a row, a list a column. */
  async load(text: string, sink: RowSink, document = "query", parameters: ParameterTexts = {}): Promise<Outcome> {
    return this.#run({ document, text }, "rows", sink, parameters);
  }

  /** Another engine of the same documents, which are not read again, with a thread of its own; some options may differ. */
  fork(options: ThreadOptions = {}): Engine {
    const fork = new Engine({ ...this.#options, ...options });
    fork.#source = this.#load();
    return fork;
  }

  /** Starts the thread ahead of the first evaluation, while there are other things to do. */
  start(): void {
    this.#thread.start();
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.#thread.close();
  }

  async #run(text: NamedText, output: Job["output"], sink: RowSink, parameters: ParameterTexts): Promise<Outcome> {
    const { now, zone, culture, credentials, failsOnFoldingFailure, sharesCache, timeoutMilliseconds } = this.#options;
    // While the thread starts, the documents are parsed.
    this.start();
    let source: Source;
    let own: Source["parameters"];
    let expression: SyntaxTree;
    try {
      source = await this.#load();
      own = await parseAll(parameters);
      expression = await parse(text.text, text.document);
    } catch (error) {
      return syntaxOutcome(error, text.document);
    }
    const settings: Settings = {
      ...(now !== undefined && { now }),
      ...(zone !== undefined && { zone }),
      ...(culture !== undefined && { culture }),
      ...(credentials !== undefined && { credentials }),
      ...(failsOnFoldingFailure !== undefined && { failsOnFoldingFailure }),
    };
    const job = { source, settings, parameters: own, expression, output, sharesCache: sharesCache ?? false };
    return this.#thread.run(job, sink, timeoutMilliseconds);
  }

  #load(): Promise<Source> {
    return (this.#source ??= this.#parse());
  }

  async #parse(): Promise<Source> {
    const { sections = [], extensions = [], parameters = {} } = this.#options;
    const trees = await Promise.all(extensions.map(({ text, document }) => parse(text, document)));
    return {
      sections: await Promise.all(sections.map(({ text, document }) => parse(text, document))),
      extensions: trees,
      parameters: await parseAll(parameters),
      files: Object.fromEntries(
        trees.map(({ root }, index) => [root.kind === "section" ? root.name : "", extensions[index]!.files]),
      ),
    };
  }
}

async function parseAll(parameters: ParameterTexts): Promise<Source["parameters"]> {
  const trees = Object.entries(parameters).map(async ([name, text]) => [name, await parse(text, name)] as const);
  return Object.fromEntries(await Promise.all(trees));
}

function syntaxOutcome(error: unknown, document: string): Outcome {
  if (!(error instanceof PlacedSyntaxError)) throw error;
  const position = error.place && { document: error.document ?? document, ...error.place };
  return {
    ok: false,
    error: { reason: "Expression.SyntaxError", message: error.message, detail: null, position, frames: [] },
  };
}
