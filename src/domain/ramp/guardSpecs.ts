import type { GuardRole, GuardSpec, GuardStrength } from '../guards/GuardSpec';
import type { SubjectRole } from '../guards/SubjectSamples';
import type { RampPlan } from './Plan';
import { SIGNAL, type Signal } from './Signal';

/** What is known of the service when its guards are built. */
export interface GuardFacts {
  /** Signals that were found for the target. */
  readonly signals: ReadonlySet<Signal>;
  /** Latency comes with buckets. */
  readonly buckets: boolean;
  /** Cores one instance may use; null = not known, and CPU is not guarded. */
  readonly cores: number | null;
  readonly targetStartedSeconds: number | null;
  /** Bytes one instance may use; null = not known. */
  readonly memoryBytes: number | null;
}

export interface NamedGuard {
  readonly title: string;
  readonly spec: GuardSpec;
}

/** Requests in a window below which a ratio or a quantile says nothing. */
const LATENCY_FLOOR = 50;
const HANG_SHARE = 0.1;
const HANG_REQUESTS = 20;
const QUEUE_FLOOR = 20;

/**
 * The plan's guards as `domain/guards` evaluates them. Hard ones look at one difference of samples and stop the run; soft
 * ones at 30 s. On peers every guard is a safety guard: a run must not hurt those it takes traffic from.
 */
export function guardSpecs(plan: RampPlan, facts: GuardFacts): readonly NamedGuard[] {
  const peers = plan.guards.peers ? measured(plan, facts, 'peer') : [];
  return [...measured(plan, facts, 'target'), ...peers, restarted(facts)];
}

type Builder = (plan: RampPlan, facts: GuardFacts, on: SubjectRole) => GuardSpec | null;

const roleOn = (on: SubjectRole): GuardRole => (on === 'target' ? 'limit' : 'safety');

const errors =
  (strength: GuardStrength): Builder =>
  ({ guards }, { signals }, on) => {
    const limit = strength === 'hard' ? guards.errorRatioHard : guards.errorRatio;
    const id = strength === 'hard' ? 'errors-hard' : 'errors';
    return signals.has(SIGNAL.errors) ? { ...common(on, strength, id), kind: 'errors', part: SIGNAL.errors, whole: SIGNAL.requests, limit, floor: guards.leastErrors } : null;
  };

const rejects: Builder = ({ guards }, { signals }, on) =>
  signals.has(SIGNAL.rejects) && guards.rejectRatio !== null
    ? { ...common(on, 'soft', 'rejects'), kind: 'rejects', part: SIGNAL.rejects, whole: SIGNAL.requests, limit: guards.rejectRatio, floor: guards.leastErrors }
    : null;

const cpu =
  (strength: GuardStrength): Builder =>
  ({ guards }, { signals, cores }, on) => {
    const limit = strength === 'hard' ? guards.cpuHard : guards.cpuSoft;
    const known = signals.has(SIGNAL.cpu) && cores !== null && limit !== null;
    return known ? { ...common(on, strength, strength === 'hard' ? 'cpu-hard' : 'cpu'), kind: 'cpu', seconds: SIGNAL.cpu, cores, limit } : null;
  };

const latency: Builder = ({ guards }, { buckets }, on) =>
  buckets && guards.p99Seconds !== null ? { ...common(on, 'soft', 'p99'), kind: 'latency', quantile: 0.99, limitSeconds: guards.p99Seconds, floor: LATENCY_FLOOR } : null;

const memory: Builder = ({ guards }, { signals, memoryBytes }, on) =>
  signals.has(SIGNAL.memory) && memoryBytes !== null && guards.memory !== null
    ? { ...common(on, 'soft', 'memory'), kind: 'saturation', resource: 'memory', signal: SIGNAL.memory, measure: 'gauge', capacity: memoryBytes, limit: guards.memory }
    : null;

const hang: Builder = (_plan, { signals }, on) => {
  const ifKnown = (signal: Signal): Signal | null => (signals.has(signal) ? signal : null);
  if (!signals.has(SIGNAL.sent) || !signals.has(SIGNAL.completed)) {
    return null;
  }
  const counters = { sent: SIGNAL.sent, completed: SIGNAL.completed, queue: ifKnown(SIGNAL.queue), retries: ifKnown(SIGNAL.retries), redispatches: null };
  return { ...common(on, 'hard', 'hang'), kind: 'hang', ...counters, share: HANG_SHARE, requests: HANG_REQUESTS, queueFloor: QUEUE_FLOOR };
};

const BUILDERS: ReadonlyArray<readonly [title: string, build: Builder]> = [
  ['Errors', errors('soft')],
  ['Half of the requests failing', errors('hard')],
  ['Rejected requests', rejects],
  ['CPU, mean of 30 s', cpu('soft')],
  ['CPU', cpu('hard')],
  ['p99', latency],
  ['Memory', memory],
  ['Requests that do not come back', hang],
];

function measured(plan: RampPlan, facts: GuardFacts, on: SubjectRole): readonly NamedGuard[] {
  const who = on === 'target' ? '' : ' (worst peer)';
  return BUILDERS.flatMap(([title, build]) => {
    const spec = build(plan, facts, on);
    return spec === null ? [] : [{ title: `${title}${who}`, spec }];
  });
}

function common<R extends SubjectRole>(on: R, strength: GuardStrength, id: string) {
  return { id: `${id}-${on}`, role: roleOn(on), strength, confirmations: 1, on };
}

const restarted = ({ signals, targetStartedSeconds }: GuardFacts): NamedGuard => ({
  title: 'The target is the one that was pinned',
  spec: {
    id: 'restarted',
    role: 'safety',
    strength: 'hard',
    confirmations: 2,
    kind: 'restarted',
    startTime: signals.has(SIGNAL.startTime) ? SIGNAL.startTime : null,
    pinnedStartSeconds: targetStartedSeconds,
    healthy: signals.has(SIGNAL.up) ? SIGNAL.up : null,
  },
});
