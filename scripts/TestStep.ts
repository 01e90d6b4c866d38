/** How many tests of one step passed, failed or were left out on purpose. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Titles of what was left out, for those that say why. */
  readonly leftOut: readonly string[];
  /** Titles of what failed once and passed when tried again. */
  readonly secondTry?: readonly string[];
}

/** One step of `npm test`. */
export interface TestStep {
  readonly kind: string;
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  /** Reads the counts out of the step's report; a step without one counts as one test. */
  readonly counts?: (reportFile: string) => TestCounts;
}
