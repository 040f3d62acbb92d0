/** How one test of M went. */
export type TestResult = {
  /** The document that it stands in. */
  readonly file: string;
  readonly name: string;
  readonly status: "passed" | "failed" | "written";
  /** What was expected and what came; empty when it passed. */
  readonly message: string;
  readonly milliseconds: number;
};
