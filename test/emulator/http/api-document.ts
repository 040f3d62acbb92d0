import formats from "ajv-formats";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

type Schema = Record<string, unknown>;
type Media = { readonly schema: Schema; readonly example?: unknown };
type Response = { readonly $ref?: string; readonly content?: Record<string, Media>; readonly description?: string };

/** What the tests read of an OpenAPI document. */
export type Document = {
  readonly paths: Record<string, { readonly get: Operation }>;
  readonly components: { readonly schemas: Record<string, Schema>; readonly responses: Record<string, Response> };
};

/** One operation of a document. */
export type Operation = {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly parameters: readonly {
    readonly name: string;
    readonly in: "query" | "path" | "header";
    readonly required: boolean;
    readonly schema: { readonly type: string; readonly minimum?: number; readonly examples?: readonly unknown[] };
  }[];
  readonly responses: Record<string, Response>;
};

/** A checker of answers against a document, which knows the document alone and nothing of the emulator. */
export function createChecker(document: Document) {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  formats.default(ajv);
  ajv.addSchema({ $id: "document", ...(document as unknown as Schema) });
  const compiled = new Map<string, ValidateFunction>();

  const mediaOf = (path: string, status: number, contentType: string | undefined): Media | undefined => {
    const given = document.paths[path]!.get.responses[String(status)];
    if (given === undefined) throw new Error(`${path} does not describe the status ${status}`);
    const response = given.$ref === undefined ? given : document.components.responses[given.$ref.split("/").at(-1)!]!;
    if (response.content === undefined && contentType === undefined) return undefined;
    const media = response.content?.[contentType?.split(";")[0] ?? ""];
    if (media === undefined) throw new Error(`${path} does not describe ${contentType} for the status ${status}`);
    return media;
  };

  /** Throws when a value is not what the schema beside it says. */
  const checkValue = (path: string, { schema }: Media, value: unknown): void => {
    const key = JSON.stringify(schema);
    let validate = compiled.get(key);
    if (validate === undefined) {
      validate = ajv.compile(JSON.parse(key.replaceAll('"#/', '"document#/')) as Schema);
      compiled.set(key, validate);
    }
    if (!validate(value)) throw new Error(`${path}: ${ajv.errorsText(validate.errors)}`);
  };

  /** Throws when the document does not describe such an answer. */
  const checkAnswer = (path: string, status: number, contentType: string | undefined, body: string): void => {
    const media = mediaOf(path, status, contentType);
    if (media !== undefined) checkValue(path, media, contentType!.includes("json") ? JSON.parse(body) : body);
    else if (body !== "") throw new Error(`${path} answers ${status} with a body that is not described`);
  };

  return { checkValue, checkAnswer };
}
