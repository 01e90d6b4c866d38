import type { Run, StateOf, StepRecord } from './RampState';
import type { StoredRun } from './StoredRun';

/** More steps than a course usually has; the oldest are left out first. */
const MOST_STEPS = 14;
const LONGEST = 120;

export function storedRunOf({ run, outcome, ending, at }: StateOf<'finished'>): StoredRun {
  return {
    outcome,
    steps: (run?.steps ?? []).slice(-MOST_STEPS).map(short),
    ending,
    startedAt: run?.startedAt ?? at,
    maxShare: run?.maxShare ?? null,
    maxRps: run?.maxRps ?? null,
    harmed: run?.harmed ?? null,
    fault: run?.fault ?? null,
    rehearsal: run?.rehearsal ?? null,
    facts: run === null ? null : factsOf(run),
    // What passed is told by its absence: records are small.
    checks: (run?.checks ?? []).filter((c) => c.state !== 'pass').map(({ title, state, evidence }) => ({ title, state, evidence: evidence.slice(0, LONGEST) })),
    warnings: (run?.warnings ?? []).map((w) => w.slice(0, LONGEST)),
  };
}

function factsOf({ facts: { members, version, spec, server, ttlSeconds, propagationMaxMs, peakTodayRps } }: Run): StoredRun['facts'] {
  return { members, version, spec, server, ttlSeconds, propagationMaxMs, peakTodayRps };
}

const rounded = (ratio: number | null): number | null => (ratio === null ? null : Number(ratio.toPrecision(3)));

/** The metrics of a verdict stay in the page; the reason is what history needs. */
const short = (step: StepRecord): StepRecord => ({
  ...step,
  errorRatio: rounded(step.errorRatio ?? null),
  why: step.why.slice(0, LONGEST),
  verdict: step.verdict === null ? null : { ...step.verdict, reason: step.verdict.reason.slice(0, LONGEST), metrics: [] },
});
