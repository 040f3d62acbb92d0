import type { FunctionDeclaration } from "../declaration.ts";
import { acos, asin, atan, atan2, cos, cosh, sin, sinh, tan } from "./elementary.ts";
import { ofOne } from "./operations.ts";

/** Microsoft's heading "Trigonometry"; angles are in radians. */
export const trigonometry: readonly FunctionDeclaration[] = [
  ofOne("Number.Acos", "Gives the arc cosine.", { usage: `Number.Acos(1)`, output: `0` }, acos),
  ofOne("Number.Asin", "Gives the arc sine.", { usage: `Number.Asin(0)`, output: `0` }, asin),
  ofOne("Number.Atan", "Gives the arc tangent.", { usage: `Number.Atan(0)`, output: `0` }, atan),
  {
    signature: "Number.Atan2(y as nullable number, x as nullable number) as nullable number",
    summary: "Gives the angle of the point (x, y).",
    examples: [{ usage: `Number.Atan2(1, 1) = Number.PI / 4`, output: `true` }],
    call: (y: number | null, x: number | null) => (y === null || x === null ? null : atan2(y, x)),
  },
  ofOne("Number.Cos", "Gives the cosine.", { usage: `Number.Cos(0)`, output: `1` }, cos),
  ofOne("Number.Cosh", "Gives the hyperbolic cosine.", { usage: `Number.Cosh(0)`, output: `1` }, cosh),
  ofOne("Number.Sin", "Gives the sine.", { usage: `Number.Sin(0)`, output: `0` }, sin),
  ofOne("Number.Sinh", "Gives the hyperbolic sine.", { usage: `Number.Sinh(0)`, output: `0` }, sinh),
  ofOne("Number.Tan", "Gives the tangent.", { usage: `Number.Tan(0)`, output: `0` }, tan),
  ofOne("Number.Tanh", "Gives the hyperbolic tangent.", { usage: `Number.Tanh(0)`, output: `0` }, Math.tanh),
];
