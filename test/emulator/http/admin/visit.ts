import { call, type Answer } from "../../desk-server.ts";

type Sending = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The fields of a form. */
  readonly form?: Readonly<Record<string, string>>;
  /** What is sent as JSON. */
  readonly json?: unknown;
};

/** Somebody at the pages: keeps the cookie, and brings the session's token along. */
export type Visit = {
  readonly send: (path: string, sending?: Sending) => Promise<Answer>;
  /** The cookie as it is sent; empty before signing in. */
  cookie: string;
  token: string;
};

/** Begins a visit that is signed in as nobody. */
export function beginVisit(url: string): Visit {
  const visit: Visit = {
    cookie: "",
    token: "",
    async send(path, { method, headers, form, json } = {}) {
      const fields = form && new URLSearchParams({ ...(visit.token && { csrf: visit.token }), ...form }).toString();
      const body = fields ?? (json === undefined ? undefined : JSON.stringify(json));
      const answer = await call(url, `/Chime/Admin${path}`, {
        method: method ?? (body === undefined ? "GET" : "POST"),
        key: null,
        headers: {
          ...(visit.cookie && { Cookie: visit.cookie }),
          ...(form && { "Content-Type": "application/x-www-form-urlencoded" }),
          ...(json !== undefined && { "Content-Type": "application/json" }),
          ...(visit.token && form === undefined && { "X-CSRF-Token": visit.token }),
          ...(body !== undefined && { "Content-Length": String(Buffer.byteLength(body)) }),
          ...headers,
        },
        ...(body !== undefined && { body }),
      });
      const [cookie] = answer.headers["set-cookie"] ?? [];
      if (cookie !== undefined) visit.cookie = cookie.split(";")[0]!;
      return answer;
    },
  };
  return visit;
}

/** Begins a visit that is signed in, on this machine. */
export async function signInAs(url: string, login: string): Promise<Visit> {
  const visit = beginVisit(url);
  const { status, body } = await visit.send("/Api/SignIn", { json: { login } });
  if (status !== 200) throw new Error(`${login} could not sign in: ${body}`);
  const me = await visit.send("/Api/Me");
  visit.token = (JSON.parse(me.body) as { csrfToken: string }).csrfToken;
  return visit;
}
