import { readIssues } from "./issue.ts";
import type { Topic } from "./topic.ts";

type Draft = Omit<Topic, "issues" | "incident" | "guestFiles" | "agentFiles"> &
  Partial<Pick<Topic, "incident" | "guestFiles" | "agentFiles">>;

const screenshots = ["screenshot.png", "Screenshot 2.png", "IMG_4471.jpg", "error, full screen.png", "Capture.PNG"];
const guides = ["how-to.pdf", "Step by step.docx", "guide (v2).pdf"];

/** A topic with its issues read from a script, see `readIssues`. Guests send screenshots and agents guides unless the draft says otherwise. */
export function defineTopic(draft: Draft, script: string): Topic {
  return {
    incident: null,
    guestFiles: screenshots,
    agentFiles: guides,
    ...draft,
    issues: readIssues(draft.language, script),
  };
}
