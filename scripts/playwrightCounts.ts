import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { TestCounts } from './TestStep.ts';

const spec = z.object({
  title: z.string(),
  tags: z.array(z.string()).default([]),
  tests: z.array(z.object({ status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']) })),
});

interface Suite {
  readonly specs: ReadonlyArray<z.infer<typeof spec>>;
  readonly suites?: readonly Suite[] | undefined;
}

const suite: z.ZodType<Suite> = z.object({
  specs: z.array(spec).default([]),
  get suites() {
    return z.array(suite).optional();
  },
});

const report = z.object({ suites: z.array(suite), errors: z.array(z.unknown()).default([]) });

/** Counts out of Playwright's JSON report; an error outside any test is a failure. A test that passed at its second try is named. */
export function playwrightCounts(reportFile: string): TestCounts {
  const { suites, errors } = report.parse(JSON.parse(readFileSync(reportFile, 'utf8')));
  const specs = suites.flatMap(specsOf);
  const count = (...statuses: string[]) => specs.flatMap((s) => s.tests).filter((t) => statuses.includes(t.status)).length;
  const secondTry = specs.filter((s) => s.tests.some((t) => t.status === 'flaky')).map((s) => s.title);
  const leftOut = specs.filter((s) => s.tests.some((t) => t.status === 'skipped')).map((s) => `${s.title} (${s.tags.join(' ')})`);
  return { passed: count('expected', 'flaky'), failed: count('unexpected') + errors.length, skipped: count('skipped'), leftOut, secondTry };
}

const specsOf = (s: Suite): Suite['specs'] => [...s.specs, ...(s.suites ?? []).flatMap(specsOf)];
