import { expect, it } from "vitest";
import { foldName } from "../../seed/names.ts";

it.each([
  { name: "Müller-Voß", folded: "muellervoss" },
  { name: "Łukasz", folded: "lukasz" },
  { name: "Jørgensen", folded: "jorgensen" },
  { name: "Nguyễn", folded: "nguyen" },
  { name: "O'Connor", folded: "oconnor" },
  { name: "Yılmaz", folded: "yilmaz" },
  { name: "李娜", folded: "" },
])("foldName makes $name the address part '$folded'", ({ name, folded }) => {
  expect(foldName(name)).toBe(folded);
});
