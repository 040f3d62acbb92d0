import { describe, it } from "vitest";
import { checkCompleteness } from "./refresh-completeness.ts";
import { projectWriter } from "./refreshing.ts";

const writeProject = projectWriter();

describe("refreshes by random policies, zones and instants, with live data and faults in the way", () => {
  it("hold exactly what the emulator has, or fail by name", async () => {
    await checkCompleteness(writeProject, 30);
  });
});
