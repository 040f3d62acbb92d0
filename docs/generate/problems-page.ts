import { problemKinds, type ProblemKind } from "../../emulator/http/index.ts";
import { markdownPage } from "./markdown.ts";

/** The page of every way in which the emulator refuses a call. */
export function problemsPage(): string {
  const kinds = Object.entries<ProblemKind>(problemKinds);
  return markdownPage("Problems", [
    "A refused call is answered with a problem document (RFC 9457, `application/problem+json`): `type`, `title`, `status`, `detail`, and `parameter` where one is at fault. The vendor publishes nothing about errors: the emulator answers as described here.",
    ...kinds.flatMap(([name, { status, title, explanation }]) => [
      `## ${name}`,
      `**${status}** ${title}. ${explanation}`,
    ]),
  ]);
}
