import type { LoadCurve } from '../capacity/LoadCurve';
import type { SubjectRole } from '../guards/SubjectSamples';
import type { GuardFacts } from './arming/GuardFacts';
import { roleOn, type NamedGuard } from './arming/GuardOffer';
import { LATENCY_FLOOR } from './arming/requestGuards';
import type { RampPlan } from './Plan';
import { SIGNAL } from './Signal';

/** Half above what earlier runs had at the same demand. */
const TOLERANCE = 0.5;
/** Means of 30 s, each a scrape on: a p99 of one such window strays by more than the tolerance now and then. */
const PERSISTENCE = 3;
/** Of the curve's own error, so that what it does not know is not held against the target. */
const CERTAINTY = 2;

/** p99 against the latency-load curve of earlier runs, on the target and the worst peer; none without a curve or buckets. Where no earlier run has been, the absolute guard alone holds. */
export function curveGuards({ guards }: Pick<RampPlan, 'guards'>, { buckets, p99Curve: p99 = null }: Pick<GuardFacts, 'buckets' | 'p99Curve'>): readonly NamedGuard[] {
  if (p99 === null || !buckets || guards.p99Seconds === null) {
    return [];
  }
  const curve: LoadCurve = { source: p99.source, points: p99.points.map(({ demand, value, error = 0 }) => ({ demand, value: value * Math.exp(CERTAINTY * error) })) };
  const guard = (on: SubjectRole, who: string): NamedGuard => ({
    title: `p99 over earlier runs at this demand${who}`,
    spec: { id: `p99-curve-${on}`, kind: 'latency-curve', role: roleOn(on), strength: 'soft', confirmations: PERSISTENCE, on, quantile: 0.99, requests: SIGNAL.requests, curve, tolerance: TOLERANCE, floor: LATENCY_FLOOR },
  });
  return [guard('target', ''), ...(guards.peers ? [guard('peer', ' (worst peer)')] : [])];
}
