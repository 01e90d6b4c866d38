import { parseCanaryConfig } from '../../domain/canary/aca/parseCanaryConfig';
import { acaJudge } from '../../domain/canary/acaJudge';
import { headroomJudge, headroomJudgeAt } from '../../domain/canary/headroomJudge';
import type { Judge } from '../../domain/canary/Judge';
import type { RampPlan } from '../../domain/ramp/Plan';

/** The judge a plan asks for. A canary configuration that cannot be read permits nothing. */
export function judgeFor({ judge }: Pick<RampPlan, 'judge'>): Judge {
  if (judge.kind === 'headroom') {
    return headroomJudgeAt({ stop: judge.stopShift, permit: judge.permitShift });
  }
  const parsed = parseCanaryConfig(judge.config);
  return parsed.ok ? acaJudge({ ...parsed.value.config, thresholds: { pass: judge.pass, marginal: judge.marginal } }, 'peers') : refusing(parsed.error);
}

const refusing = (problem: string): Judge => ({
  name: 'NetflixACAJudge-v1.0',
  looks: headroomJudge.looks,
  judge: () => ({ judge: 'NetflixACAJudge-v1.0', decision: 'inconclusive', reason: `the canary configuration cannot be read: ${problem}`, nextLook: null, metrics: [], score: null }),
});
