import type { Group } from "../declaration.ts";
import { bytes } from "./bytes.ts";
import { constants } from "./constants.ts";
import { conversion } from "./conversion.ts";
import { information } from "./information.ts";
import { operations } from "./operations.ts";
import { random } from "./random.ts";
import { rounding } from "./rounding.ts";
import { trigonometry } from "./trigonometry.ts";

/** Microsoft's group "Number functions", split by the headings of its overview. */
export const number: Group = {
  name: "Number functions",
  functions: [...information, ...conversion, ...rounding, ...operations, ...random, ...trigonometry, ...bytes],
  constants,
};
