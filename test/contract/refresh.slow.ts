import { describe, it } from "vitest";
import { checkCompleteness } from "./refresh-completeness.ts";
import { projectWriter } from "./refreshing.ts";

const writeProject = projectWriter();

describe("refreshes by random policies, zones and instants, with live data and faults in the way", () => {
  it.each([
    ["plain", 30],
    ["connector", 10],
  ] as const)("hold exactly what the emulator has, or fail by name: %s", async (source, courses) => {
    await checkCompleteness(writeProject, source, courses);
  });
});
