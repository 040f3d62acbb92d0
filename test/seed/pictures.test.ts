import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { drawPictures } from "../../seed/pictures/draw-pictures.ts";

it("the pictures of docs/seeding.md are drawn from the data (after a change: `npm run pictures`)", () => {
  for (const [name, picture] of drawPictures())
    expect(picture, name).toBe(readFileSync(`docs/pictures/${name}`, "utf8"));
});
