import { callHttp, type HttpFailure, type HttpRequest, type HttpResponse, type Reach } from "../../engine/index.ts";

/** What an evaluation is for. */
export type Purpose = {
  readonly table: string;
  /** `undefined` for a table without a policy. */
  readonly partition: string | undefined;
  readonly pass: "schema" | "data" | "polling" | "navigation";
};

/** A call that went over the wire; one that a cache answered did not. */
export type CallRecord = Purpose & {
  readonly method: string;
  /** Without what is secret. */
  readonly url: string;
  /** `undefined` when no answer came; `failure` says why. */
  readonly status: number | undefined;
  readonly failure: string | undefined;
  readonly bytes: number;
  /** Milliseconds since the refresh began. */
  readonly startedAt: number;
  readonly milliseconds: number;
  /** Whether the evaluation had asked the same before and got an answer that Power Query asks again for. */
  readonly isRetry: boolean;
};

const retriedStatuses: ReadonlySet<number> = new Set([408, 429, 503, 504, 509]);

/** The calls of one refresh: all are recorded, and with `sharesCache` none is made twice that was answered once. */
export class Wire {
  readonly calls: CallRecord[] = [];
  readonly #began = performance.now();
  readonly #answers: Map<string, Promise<HttpResponse | HttpFailure>> | undefined;
  readonly #redact: (text: string) => string;

  constructor(sharesCache: boolean, redact: (text: string) => string) {
    this.#answers = sharesCache ? new Map() : undefined;
    this.#redact = redact;
  }

  /** The way out for one evaluation. */
  open(purpose: Purpose): typeof callHttp {
    const refused = new Set<string>();
    return async (request, reach) => {
      const key = keyOf(request);
      const known = request.isRetry ? undefined : this.#answers?.get(key);
      if (known) return known;
      const answering = this.#send(request, reach, purpose, refused.delete(key));
      this.#answers?.set(key, answering);
      const answer = await answering;
      const isGood = "status" in answer && answer.status < 300;
      if (!isGood) this.#answers?.delete(key);
      if ("status" in answer && retriedStatuses.has(answer.status)) refused.add(key);
      return answer;
    };
  }

  async #send(
    request: HttpRequest,
    reach: Reach,
    purpose: Purpose,
    isRetry: boolean,
  ): Promise<HttpResponse | HttpFailure> {
    const startedAt = performance.now();
    const answer = await callHttp(request, reach);
    if ("failure" in answer && answer.failure === "refusedHost") return answer;
    this.calls.push({
      ...purpose,
      method: request.method,
      url: this.#redact(request.url),
      status: "status" in answer ? answer.status : undefined,
      failure: "failure" in answer ? answer.message : undefined,
      bytes: "status" in answer ? answer.body.byteLength : 0,
      startedAt: startedAt - this.#began,
      milliseconds: performance.now() - startedAt,
      isRetry,
    });
    return answer;
  }
}

function keyOf({ method, url, headers, body }: HttpRequest): string {
  return JSON.stringify([method, url, headers, body ? Buffer.from(body).toString("base64") : ""]);
}

/** Makes what hides secrets in a text, as they are and as a URL holds them. */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .filter((secret) => secret !== "")
    .flatMap((secret) => [secret, encodeURIComponent(secret), Buffer.from(`:${secret}`).toString("base64")])
    .sort((left, right) => right.length - left.length);
  return (text) => forms.reduce((hidden, form) => hidden.replaceAll(form, "***"), text);
}
