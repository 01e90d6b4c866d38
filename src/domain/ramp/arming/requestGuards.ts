import type { GuardStrength } from '../../guards/GuardSpec';
import type { SubjectRole } from '../../guards/SubjectSamples';
import type { RampPlan } from '../Plan';
import { SIGNAL, type Signal } from '../Signal';
import type { GuardFacts } from './GuardFacts';
import { guardOn, TURNED_OFF, unarmed, type GuardOffer } from './GuardOffer';

/** Requests in a window below which a ratio or a quantile says nothing. */
export const LATENCY_FLOOR = 50;
const HANG_SHARE = 0.1;
const HANG_REQUESTS = 20;
const QUEUE_FLOOR = 20;

/** Failures, rejects, latency and requests that do not come back. */
export function requestGuards(plan: RampPlan, facts: GuardFacts, on: SubjectRole): readonly GuardOffer[] {
  return [errors(plan, facts, on, 'soft'), errors(plan, facts, on, 'hard'), rejects(plan, facts, on), latency(plan, facts, on), hang(facts, on)];
}

/** Reads the failures of the target of one difference of samples. */
export const ERRORS_OF_SAMPLE = 'errors-hard-target';

function errors({ guards, goal }: RampPlan, { signals }: GuardFacts, on: SubjectRole, strength: GuardStrength): GuardOffer {
  // What a goal allows is asked of the target; peers are held to what the service may do at any time.
  const allowed = on === 'target' && goal !== null ? Math.min(guards.errorRatio, goal.errorRatio) : guards.errorRatio;
  const [id, title, limit] = strength === 'hard' ? (['errors-hard', 'Half of the requests failing', guards.errorRatioHard] as const) : (['errors', 'Errors', allowed] as const);
  const asked = on === 'target' && goal !== null && strength === 'soft';
  return signals.has(SIGNAL.errors)
    ? { title, spec: { ...guardOn(on, strength, id), kind: 'errors', part: SIGNAL.errors, whole: SIGNAL.requests, limit, floor: guards.leastErrors } }
    : unarmed(id, title, `the profile of the service tells no failed requests apart${asked ? ', so that the failures the goal allows could not be seen' : ''}`, asked);
}

function rejects({ guards }: RampPlan, { signals }: GuardFacts, on: SubjectRole): GuardOffer {
  const title = 'Rejected requests';
  if (guards.rejectRatio === null) {
    return unarmed('rejects', title, TURNED_OFF);
  }
  return signals.has(SIGNAL.rejects)
    ? { title, spec: { ...guardOn(on, 'soft', 'rejects'), kind: 'rejects', part: SIGNAL.rejects, whole: SIGNAL.requests, limit: guards.rejectRatio, floor: guards.leastErrors } }
    : unarmed('rejects', title, 'the profile of the service counts no requests that a rate limit refused');
}

function latency({ guards }: RampPlan, { buckets }: GuardFacts, on: SubjectRole): GuardOffer {
  if (guards.p99Seconds === null) {
    return unarmed('p99', 'p99', TURNED_OFF);
  }
  return buckets
    ? { title: 'p99', spec: { ...guardOn(on, 'soft', 'p99'), kind: 'latency', quantile: 0.99, limitSeconds: guards.p99Seconds, floor: LATENCY_FLOOR } }
    : unarmed('p99', 'p99', 'latency comes without buckets, so that no percentile can be told');
}

function hang({ signals }: GuardFacts, on: SubjectRole): GuardOffer {
  const title = 'Requests that do not come back';
  const ifKnown = (signal: Signal): Signal | null => (signals.has(signal) ? signal : null);
  if (!signals.has(SIGNAL.sent) || !signals.has(SIGNAL.completed)) {
    return unarmed('hang', title, 'neither the metrics nor the router count what was sent and what came back');
  }
  const counters = { sent: SIGNAL.sent, completed: SIGNAL.completed, queue: ifKnown(SIGNAL.queue), retries: ifKnown(SIGNAL.retries), redispatches: null };
  return { title, spec: { ...guardOn(on, 'hard', 'hang'), kind: 'hang', ...counters, share: HANG_SHARE, requests: HANG_REQUESTS, queueFloor: QUEUE_FLOOR } };
}
