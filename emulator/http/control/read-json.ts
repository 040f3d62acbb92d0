import express, { type RequestHandler } from "express";
import { zoneClock } from "../../../zones/index.ts";
import { bodyTooLarge, invalidBody, quote } from "../problems.ts";

const limit = 256 * 1024;
const parse: RequestHandler = express.json({ limit, inflate: false, strict: false, type: () => true });

/** Reads a body as JSON, whatever its type is called; `req.body` stays `undefined` without one. */
export const readJson: RequestHandler = (req, res, next) => {
  void parse(req, res, (error?: unknown) => {
    if (error === undefined) {
      next();
      return;
    }
    const { type, message } = error as { readonly type?: string; readonly message?: string };
    next(type === "entity.too.large" ? bodyTooLarge(limit) : invalidBody(`the body is no JSON: ${message ?? ""}`));
  });
};

/** The fields of a body that is an object with no other fields than these. Throws a problem otherwise. */
export function readFields<N extends string>(
  body: unknown,
  names: readonly N[],
): Readonly<Partial<Record<N, unknown>>> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw invalidBody(`the body is no object: give ${names.join(", ")}`);
  }
  const unknown = Object.keys(body).find((name) => !names.some((known) => known === name));
  if (unknown !== undefined) {
    throw invalidBody(`${quote(unknown)} is not known here: the fields are ${names.join(", ")}`);
  }
  return body as Readonly<Partial<Record<N, unknown>>>;
}

/** An instant written as ISO-8601, in UTC without an offset; `undefined` for anything else. */
export function parseInstant(text: string): number | undefined {
  return zoneClock("UTC").parseInstant(text);
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a duration such as `90s`, `15m`, `2h`, `-1d` or `500ms`; `undefined` for anything else. */
export function parseDuration(text: string): number | undefined {
  const match = /^(-?\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h|d)$/.exec(text);
  return match === null ? undefined : Math.round(Number(match[1]) * unitMs[match[2]!]!);
}

/** The fastest that a clock may go, in times of the machine's. */
export const fastest = 86_400;
