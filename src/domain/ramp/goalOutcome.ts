import { judgedSteps } from './benchmarkSteps';
import { intervalOf } from './intervalOf';
import type { Outcome } from './Outcome';
import type { Goal } from './Plan';
import type { Run } from './RampState';

/**
 * What a run says of its goal: met where a judged step carried that demand with no more failures than it allows.
 * @param otherwise why the demand was not carried
 */
export function goalOutcome({ steps }: Pick<Run, 'steps'>, goal: Goal, otherwise: string): Outcome {
  const interval = intervalOf({ steps });
  const reached = judgedSteps(steps).filter(({ demand }) => demand.mean >= goal.rps);
  const ratios = reached.flatMap(({ errorRatio }) => errorRatio ?? []);
  const least = Math.min(...ratios);
  if (interval === null || reached.length === 0) {
    return { kind: 'goal-missed', rps: goal.rps, carriedRps: interval?.mean ?? null, reason: otherwise };
  }
  if (ratios.length === 0) {
    return { kind: 'inconclusive', missing: `the failures at ${Math.round(goal.rps)} requests/s, of which the goal allows ${percent(goal.errorRatio)}` };
  }
  return least <= goal.errorRatio
    ? { kind: 'goal-met', rps: goal.rps, interval }
    : { kind: 'goal-missed', rps: goal.rps, carriedRps: interval.mean, reason: `${percent(least)} of the requests failed at that demand; the goal allows ${percent(goal.errorRatio)}` };
}

const percent = (ratio: number): string => `${+(ratio * 100).toPrecision(2)} %`;
