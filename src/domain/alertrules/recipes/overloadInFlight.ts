import { isRefusal, refuse } from '../../promql/Draft';
import { selector, sumBy, type Expr } from '../../promql/Expr';
import type { CounterSource } from '../../catalogue/Profile';
import type { QuestionContext } from '../../promql/QuestionContext';
import { scopedMatchers } from '../../promql/scopedMatchers';
import type { IntentOf } from '../Intent';
import { against, perInstance, perUnit } from '../measures';
import type { Recipe } from '../Recipe';
import { member } from '../subjectLimits';

/** Requests an instance holds over those it may hold at once: by the profile's own gauge of the limit, else as the catalogue states. */
export const overloadInFlight: Recipe<IntentOf<'overload-in-flight'>> = {
  limit: ({ facts }, _intent, context) => {
    if (limitGauge(context)) {
      return member;
    }
    return facts.concurrencyLimit === null ? { leftOut: 'how many requests an instance may hold at once is not stated' } : { limit: facts.concurrencyLimit };
  },
  measure: (context) => {
    const { inFlight, id } = context.profile;
    if (!inFlight) {
      return refuse(`profile ${id} has no gauge of requests in flight`, 'Name a gauge of requests in flight in the profile.');
    }
    const held = total(context, inFlight);
    const most = limitGauge(context);
    const live = most ? perUnit(held, total(context, most), context) : perInstance(held, context);
    return isRefusal(live) ? live : against(live, most ? '*' : '/', [{ name: 'requests in flight', live: held, seen: ({ concurrencyLimit, saturation }) => (most ? saturation.some(({ resource }) => resource === 'in-flight') : concurrencyLimit !== null) }]);
  },
  comparison: ({ share }) => ({ op: '>', threshold: share }),
  summary: () => ['holds ', { value: 'percent' }, ' of the requests that its instances may hold at once.'],
};

function limitGauge({ profile, metrics }: QuestionContext): CounterSource | null {
  const { inFlightLimit } = profile;
  return inFlightLimit && metrics.has(inFlightLimit.metric) ? inFlightLimit : null;
}

const total = (context: QuestionContext, { metric, matchers }: CounterSource): Expr =>
  sumBy(context.profile.group, selector(metric, scopedMatchers(context, matchers)));
