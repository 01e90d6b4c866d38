import type { FieldProblem } from '../catalogue/FieldProblem';
import { canaryProblem as queriesProblem } from '../canary/aca/canaryQueries';
import { parseCanaryConfig } from '../canary/aca/parseCanaryConfig';
import { guardsProblem } from './guardsProblem';
import type { RampPlan } from './Plan';

type Rule = readonly [wrong: (plan: RampPlan) => boolean, field: string, message: (plan: RampPlan) => string];

/** What must fit together. */
const RULES: readonly Rule[] = [
  [(p) => p.result === 'pair' && p.pairedWith === null, 'pairedWith', () => 'must name the second instance of a side-by-side comparison (found nothing)'],
  [(p) => p.result !== 'pair' && p.pairedWith !== null, 'pairedWith', (p) => `must be empty unless two versions are compared (found ${JSON.stringify(p.pairedWith)})`],
  [(p) => p.pairedWith === p.target, 'pairedWith', (p) => `must be another instance than the target (found ${JSON.stringify(p.target)} twice)`],
  [(p) => p.result === 'pair' && p.course.kind === 'search', 'course.kind', () => 'must be steps or a curve when two versions are compared (found "search")'],
  [(p) => p.result === 'hold' && p.course.kind === 'search', 'course.kind', () => 'must be steps or a curve when a load is to be held (found "search")'],
  [(p) => p.course.kind === 'curve' && p.course.toBp < p.course.fromBp, 'course.toBp', (p) => `must not be below where the curve begins (found ${p.course.kind === 'curve' ? p.course.toBp : ''})`],
  [(p) => greatestShare(p) > p.limits.shareBp, 'limits.shareBp', (p) => `must not be below the greatest step of ${greatestShare(p)} basis points (found ${p.limits.shareBp})`],
  [(p) => p.result === 'pair' && p.limits.shareBp > 5_000, 'limits.shareBp', (p) => `must be at most 5000 when two instances share the traffic (found ${p.limits.shareBp})`],
  [(p) => p.guards.cpuSoft !== null && p.guards.cpuHard !== null && p.guards.cpuSoft > p.guards.cpuHard, 'guards.cpuHard', (p) => `must not be below the limit of the mean, ${p.guards.cpuSoft} (found ${p.guards.cpuHard})`],
  [(p) => p.guards.errorRatio > p.guards.errorRatioHard, 'guards.errorRatioHard', (p) => `must not be below the error ratio that fails a step, ${p.guards.errorRatio} (found ${p.guards.errorRatioHard})`],
  [(p) => p.judge.kind === 'headroom' && p.judge.permitShift <= p.judge.stopShift, 'judge.permitShift', (p) => `must be above the shift that stops (found ${p.judge.kind === 'headroom' ? p.judge.permitShift : ''})`],
  [(p) => p.judge.kind === 'aca' && p.judge.marginal > p.judge.pass, 'judge.marginal', (p) => `must not be above the score that passes (found ${p.judge.kind === 'aca' ? p.judge.marginal : ''})`],
  [(p) => configProblem(p) !== null, 'judge.config', (p) => configProblem(p) ?? ''],
  [(p) => p.goal !== null && p.limits.demandRps !== null && p.goal.rps > p.limits.demandRps, 'limits.demandRps', (p) => `must not be below the goal of ${p.goal?.rps} requests/s (found ${p.limits.demandRps})`],
  [(p) => p.limits.runSeconds <= p.dwellSeconds, 'limits.runSeconds', (p) => `must be longer than one dwell of ${p.dwellSeconds} s (found ${p.limits.runSeconds})`],
];

/** Null when the plan brings none, or one that can be read and asked. */
function configProblem({ judge }: RampPlan): string | null {
  const parsed = judge.kind === 'aca' ? parseCanaryConfig(judge.config) : null;
  if (parsed === null) {
    return null;
  }
  return parsed.ok ? queriesProblem(parsed.value.config) : parsed.error;
}

const greatestShare = ({ course }: RampPlan): number => {
  switch (course.kind) {
    case 'steps':
      return Math.max(...course.sharesBp);
    case 'curve':
      return course.toBp;
    case 'search':
      return 0;
  }
};

/** The first thing that does not fit together; null = everything does. */
export function planProblem(plan: RampPlan): FieldProblem | null {
  const rule = RULES.find(([wrong]) => wrong(plan));
  return rule ? { field: rule[1], message: rule[2](plan) } : guardsProblem(plan);
}
