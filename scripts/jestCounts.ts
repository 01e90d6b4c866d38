import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { TestCounts } from './TestStep.ts';

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
});

/** Counts out of the file that `jest --json --outputFile` writes; a suite that could not run is one failure. */
export function jestCounts(reportFile: string): TestCounts {
  const r = report.parse(JSON.parse(readFileSync(reportFile, 'utf8')));
  return { passed: r.numPassedTests, failed: r.numFailedTests + r.numRuntimeErrorTestSuites, skipped: r.numPendingTests, leftOut: [] };
}
