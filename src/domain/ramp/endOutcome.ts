import { benchmarkSteps } from './benchmarkSteps';
import { goalOutcome } from './goalOutcome';
import { intervalOf } from './intervalOf';
import type { Outcome } from './Outcome';
import type { Run, StepRecord } from './RampState';

const WHOLE = 0.99;

/** The outcome when the course is at its end. */
export function endOutcome(run: Run, reason: 'plan-carried' | 'limit-found' | 'traffic-ran-out' | 'failed' | 'undecided', cappedBy: string): Outcome {
  const failed = run.steps.filter((step) => step.result === 'failed').at(-1);
  switch (reason) {
    case 'failed':
      return { kind: 'stopped-by-guard', guard: 'at-usual-load', rps: failed?.offeredRps ?? null, reason: failed?.why ?? 'the target failed at no more than its usual demand' };
    case 'undecided':
      return { kind: 'inconclusive', missing: 'a confirmation: what was carried before failed when it was held for long' };
    case 'limit-found':
    case 'traffic-ran-out':
    case 'plan-carried':
      return carried(run, reason === 'limit-found' ? (benchmarkSteps(run.steps)?.failed ?? null) : null, cappedBy);
  }
}

function carried(run: Run, failed: StepRecord | null, cappedBy: string): Outcome {
  const interval = intervalOf(run);
  if (interval === null) {
    return { kind: 'inconclusive', missing: 'arrivals at the target while it carried the plan' };
  }
  const { goal } = run.plan;
  if (goal !== null) {
    return goalOutcome(run, goal, failed?.why ?? `there was no more traffic to give (${cappedBy})`);
  }
  if (failed !== null) {
    return { kind: 'limit-found', interval, limitedBy: failed.why };
  }
  return { kind: 'carried-plan', interval, wholePool: run.maxShare >= WHOLE && (run.lease?.shareBp ?? 0) >= WHOLE * 10_000, cappedBy };
}
