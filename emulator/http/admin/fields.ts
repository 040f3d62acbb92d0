import express, { type Request, type RequestHandler } from "express";
import { bodyTooLarge, invalidBody, routeNotFound, type Problem } from "../problems.ts";

const limit = 16 * 1024;
const parsers: readonly RequestHandler[] = [
  express.json({ limit, inflate: false }),
  express.urlencoded({ limit, inflate: false, extended: false }),
];

/** Reads the body of a request that has one: a form, or a JSON object. Any other is refused with a problem. */
export const readBody: RequestHandler = (req, res, next) => {
  const parse = (index: number): void => {
    const parser = parsers[index];
    if (parser === undefined) {
      next(
        hasBody(req) && req.body === undefined
          ? invalidBody("the body is neither a form nor JSON: name its Content-Type")
          : undefined,
      );
      return;
    }
    void parser(req, res, (error?: unknown) => {
      if (error === undefined) parse(index + 1);
      else next(toProblem(error));
    });
  };
  parse(0);
};

function toProblem(error: unknown): Problem {
  const { type, message } = error as { readonly type?: string; readonly message?: string };
  return type === "entity.too.large" ? bodyTooLarge(limit) : invalidBody(`the body cannot be read: ${message ?? ""}`);
}

function hasBody(req: Request): boolean {
  return req.headers["transfer-encoding"] !== undefined || Number(req.headers["content-length"] ?? 0) > 0;
}

/** The text of a field; `undefined` when it was left out. Throws a problem for one that is no text, or came twice. */
export function readField(req: Request, name: string): string | undefined {
  const body: unknown = req.body;
  if (typeof body !== "object" || body === null || !Object.hasOwn(body, name)) return undefined;
  const value = (body as Readonly<Record<string, unknown>>)[name];
  if (typeof value === "string") return value;
  throw invalidBody(`"${name}" has to be one text`);
}

/** Whether a field is `true`, as JSON or as text. */
export function isConfirmed(req: Request): boolean {
  const body = req.body as { readonly confirm?: unknown } | undefined;
  return body?.confirm === true || body?.confirm === "true";
}

/** The query of a call, as it was sent. */
export function queryOf(req: Request<{ id: string }>): URLSearchParams {
  return new URL(req.originalUrl, "http://localhost").searchParams;
}

/** What the number in the path stands for. Throws a problem, the same for what is hidden and what is not there. */
export function findById<Found>(req: Request<{ id: string }>, find: (id: number) => Found | undefined): Found {
  const { id } = req.params;
  const found = /^\d{1,15}$/.test(id) ? find(Number(id)) : undefined;
  if (found === undefined) throw routeNotFound(req.originalUrl.replace(/\?.*/s, ""));
  return found;
}
