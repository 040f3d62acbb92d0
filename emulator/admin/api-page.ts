import { markup, type Markup } from "./markup.ts";
import { renderPage } from "./page.ts";

type ApiSchema = Readonly<Record<string, unknown>>;

/** A parameter of an operation. */
export type ApiParameter = {
  readonly name: string;
  readonly in: "query" | "path" | "header";
  readonly required: boolean;
  readonly description: string;
  readonly schema: ApiSchema;
};

/** An answer, or where in the document it stands. */
export type ApiResponse = {
  readonly $ref?: string;
  readonly description?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, { readonly schema: ApiSchema; readonly example?: unknown }>>;
};

/** One route, read with GET. */
export type ApiOperation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly ApiParameter[];
  readonly responses: Readonly<Record<string, ApiResponse>>;
};

/** An OpenAPI 3.1 document as the emulator writes it: GET alone, parameters in place, answers perhaps by reference. */
export type ApiDocument = {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, { readonly get: ApiOperation }>>;
  readonly components: {
    readonly securitySchemes: Readonly<Record<string, unknown>>;
    readonly schemas: Readonly<Record<string, ApiSchema>>;
    readonly responses: Readonly<Record<string, ApiResponse>>;
  };
};

/** The page at `/openapi`: the document for people, an operation under each path. */
export function renderApiPage(document: ApiDocument): string {
  const { info, tags, paths } = document;
  const routes = Object.entries(paths);
  return renderPage(
    info.title,
    markup`<header>
<h1>${info.title}</h1>
<p class="lead">${info.description}</p>
<p class="quiet">Build ${info.version}. For programs: <a href="/openapi.json"><code>/openapi.json</code></a>, OpenAPI ${document.openapi}. <a href="/">The start page</a></p>
</header>
<main>
<nav aria-label="Groups"><ul class="row">${tags.map(({ name }) => markup`<li><a href="#${anchorOf(name)}">${name}</a></li>`)}</ul></nav>
${tags.map(
  (tag) => markup`<section aria-labelledby="${anchorOf(tag.name)}">
<h2 id="${anchorOf(tag.name)}">${tag.name}</h2>
<p class="quiet">${tag.description}</p>
${routes
  .filter(([, { get }]) => get.tags.includes(tag.name))
  .map(([path, { get }]) => renderOperation(document, path, get))}
</section>
`,
)}
</main>
<footer>chime-bi: an emulator, a connector and an engine for Chime reports.</footer>`,
  );
}

function anchorOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]+/g, "-");
}

function renderOperation(document: ApiDocument, path: string, operation: ApiOperation): Markup {
  const { operationId, summary, description, security, parameters, responses } = operation;
  const contents = Object.entries(responses["200"]?.content ?? {});
  return markup`<details id="${operationId}">
<summary><code>GET ${path}</code> ${summary}</summary>
<p>${description} ${security.length === 0 ? "No key is needed." : "Needs a key: Authorization: Bearer."}</p>
${renderTable(
  "Parameters",
  ["Name", "In", "Takes", "What it does"],
  parameters.map((parameter) => [
    parameter.name,
    parameter.in,
    `${typeOf(parameter.schema)}${parameter.required ? ", required" : ""}`,
    parameter.description,
  ]),
)}
${renderTable("Members of the answer", ["Name", "Is", "What it says"], membersOf(document, contents[0]?.[1].schema))}
${renderTable(
  "Answers",
  ["Status", "As", "When"],
  Object.entries(responses).map(([status, given]) => {
    const response = resolve(document, given) as ApiResponse;
    return [status, Object.keys(response.content ?? {}).join(", "), response.description ?? ""];
  }),
)}
${contents.map(([mediaType, { example }]) => renderExample(mediaType, example))}
</details>
`;
}

function renderTable(title: string, headings: readonly string[], rows: readonly (readonly string[])[]): Markup {
  if (rows.length === 0) return markup``;
  return markup`<h3>${title}</h3>
<div class="wide"><table>
<thead><tr>${headings.map((heading) => markup`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([name = "", ...cells]) =>
      markup`<tr><th scope="row"><code>${name}</code></th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>
`,
  )}</tbody>
</table></div>`;
}

function renderExample(mediaType: string, example: unknown): Markup {
  if (example === undefined) return markup``;
  const text = typeof example === "string" ? example : JSON.stringify(example, undefined, 2);
  return markup`<h3>For example, as ${mediaType}</h3>
<pre tabindex="0">${text}</pre>`;
}

/** What stands where a reference points to; anything else as it is. */
function resolve(document: ApiDocument, given: ApiSchema | ApiResponse): ApiSchema | ApiResponse {
  const { $ref } = given;
  if (typeof $ref !== "string") return given;
  const [, , section, name] = $ref.split("/");
  return document.components[section as "schemas" | "responses"][name!]!;
}

/** The members of an object, or of the objects in a list, and of the lists in them. */
function membersOf(document: ApiDocument, given: ApiSchema | undefined, before = ""): string[][] {
  if (given === undefined) return [];
  const schema = resolve(document, given) as ApiSchema;
  const items = schema["items"] as ApiSchema | undefined;
  if (items !== undefined) return membersOf(document, items, before);
  const properties = (schema["properties"] ?? {}) as Readonly<Record<string, ApiSchema>>;
  return Object.entries(properties).flatMap(([name, member]) => [
    [before + name, typeOf(member), typeof member["description"] === "string" ? member["description"] : ""],
    ...membersOf(document, member, `${before}${name}.`),
  ]);
}

function typeOf(schema: ApiSchema): string {
  const types = [schema["type"] ?? []].flat() as string[];
  const words = types.map((type) => (type === "null" ? "empty" : type));
  const format = typeof schema["format"] === "string" ? ` (${schema["format"]})` : "";
  return `${words.join(" or ")}${format}`;
}
