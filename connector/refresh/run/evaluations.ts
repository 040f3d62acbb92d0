import { Engine, type Credential, type EngineOptions } from "../../engine/index.ts";
import type { Connector, Target } from "../target.ts";
import type { RefreshOptions } from "./options.ts";
import type { Purpose, Wire } from "./wire.ts";

/** An engine and what it works for at the moment. */
export type Slot = { readonly engine: Engine; readonly work: (purpose: Purpose) => void };

/** Makes the engines of one refresh; the documents are read once for all of them. */
export class Evaluations {
  readonly #first: Engine;
  readonly #wire: Wire;
  readonly #engines: Engine[];

  constructor(
    options: RefreshOptions,
    connectors: readonly Connector[],
    parameters: Readonly<Record<string, string>>,
    wire: Wire,
  ) {
    const { target, now } = options;
    const extensions = target.kind === "connector" ? [target.connector, ...connectors] : connectors;
    const engineOptions: EngineOptions = {
      allowedHosts: hostsOf(options),
      zone: options.as === "desktop" ? Intl.DateTimeFormat().resolvedOptions().timeZone : "UTC",
      extensions: extensions.map(({ extension }) => extension),
      credentials: credentialsOf(options, extensions),
      parameters,
      ...(target.kind === "queries" && { sections: target.queries.sections }),
      ...(now !== undefined && { now }),
    };
    this.#first = new Engine(engineOptions);
    this.#engines = [this.#first];
    this.#wire = wire;
  }

  /** One more thread. */
  open(): Slot {
    let out = this.#wire.open({ table: "", partition: undefined, pass: "navigation" });
    const engine = this.#first.fork({ callWeb: (request, reach) => out(request, reach) });
    this.#engines.push(engine);
    return {
      engine,
      work: (purpose) => {
        out = this.#wire.open(purpose);
      },
    };
  }

  /** A thread that reaches no host. */
  openOffline(): Engine {
    const engine = this.#first.fork({ allowedHosts: [] });
    this.#engines.push(engine);
    return engine;
  }

  /** Ends every thread; what runs ends with it. */
  async close(): Promise<void> {
    await Promise.all(this.#engines.map((engine) => engine.close()));
  }
}

/** Hosts that a refresh may ask: that of the address, those of credentials, and those that were allowed. */
function hostsOf({ url, allowedHosts = [], credentials = [] }: RefreshOptions): readonly string[] {
  const addresses = [url, ...credentials.map(({ path }) => path)];
  return [
    ...addresses.flatMap((address) => (address !== undefined && URL.canParse(address) ? [new URL(address).host] : [])),
    ...allowedHosts,
  ];
}

function credentialsOf(
  { url, key, credentials = [] }: RefreshOptions,
  connectors: readonly Connector[],
): readonly Credential[] {
  if (url === undefined || key === undefined) return credentials;
  const kinds = new Set(connectors.flatMap(({ dataSourceKind }) => dataSourceKind ?? []));
  const own = [...kinds].map((dataSourceKind): Credential => ({
    dataSourceKind,
    path: url,
    fields: { AuthenticationKind: "Key", Key: key },
  }));
  return [...credentials, ...own];
}

/** Whether what a parameter of this name holds must not be shown. */
export function isSecretName(name: string): boolean {
  return /key|token|secret|password/iu.test(name);
}

/** What must not be shown: keys, passwords, and the values of parameters that are called so. */
export function secretsOf(
  target: Target,
  { key, credentials = [], values = {}, parameters = {} }: RefreshOptions,
): readonly string[] {
  const fields = credentials.flatMap(({ fields: each }) =>
    Object.entries(each).flatMap(([name, text]) => (isSecretName(name) ? [text] : [])),
  );
  const given = [...Object.entries(values), ...Object.entries(parameters)].filter(([name]) => isSecretName(name));
  const own = (target.kind === "queries" ? target.queries.all() : []).flatMap(({ name, expression }) => {
    const value = expression.kind === "binary" ? expression.left : expression;
    return isSecretName(name) && value.kind === "literal" && typeof value.value === "string" ? [value.value] : [];
  });
  return [key ?? "", ...fields, ...given.map(([, value]) => value.replaceAll(/^"|"$/gu, "")), ...own];
}
