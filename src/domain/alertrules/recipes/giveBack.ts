import { DAY, HOUR } from '../../base/Duration';
import { allowsGivingBack } from '../../capacity/idleInstances';
import { isBenchmark } from '../../capacity/isBenchmark';
import { isRefusal } from '../../promql/Draft';
import { binary, call, number, subquery } from '../../promql/Expr';
import type { IntentOf } from '../Intent';
import { instances } from '../liveSeries';
import { against } from '../measures';
import type { LimitOutcome, Recipe } from '../Recipe';
import type { RuleSubject } from '../RuleSource';
import { figureLimit } from '../subjectLimits';

/** Share of hourly looks that must have seen the service: a gap proves nothing. */
const SEEN = 0.9;

/** Fewest instances of the days less those the policy requires. */
export const giveBack: Recipe<IntentOf<'give-back'>> = {
  limit: (subject) => refusal(subject) ?? figureLimit(subject.judgement.required),
  measure: (context, { days }) => {
    const live = instances(context);
    if (isRefusal(live)) {
      return live;
    }
    const looks = subquery(live, Math.round(days) * DAY, HOUR);
    const seen = binary('>', call('count_over_time', looks), number(Math.floor(Math.round(days) * 24 * SEEN)));
    return against(binary('and', call('min_over_time', looks), seen), '-', []);
  },
  comparison: (intent) => ({ op: '>', threshold: intent.instances }),
  summary: ({ days }) => ['has held ', { value: 'number' }, ` instances more than it needs for ${days} days.`],
};

function refusal({ facts, judgement }: RuleSubject): LimitOutcome | null {
  if (facts.autoscaler !== null) {
    return { leftOut: 'it is autoscaled: what is idle is not running' };
  }
  if (facts.autoscalerUnknown !== undefined) {
    return { leftOut: `whether it is autoscaled ${facts.autoscalerUnknown}` };
  }
  const benchmark = isBenchmark(facts.benchmark) ? facts.benchmark : null;
  if (!allowsGivingBack(benchmark, []) || (judgement.required.known && judgement.required.bound === 'at least')) {
    return { leftOut: 'no load test or declared benchmark allows to say that instances are spare' };
  }
  return null;
}
