import { bucketQuantile } from '../../guards/bucketQuantile';
import type { SubjectSamples } from '../../guards/SubjectSamples';
import type { GuardedDependency, RampPlan } from '../Plan';
import { serviceLabelsOf } from '../serviceLabelsOf';
import { SIGNAL } from '../Signal';
import type { GuardFacts } from './GuardFacts';
import { guardOn, TURNED_OFF, unarmed, type GuardOffer, type NamedGuard } from './GuardOffer';
import { LATENCY_FLOOR } from './requestGuards';
import { foundSignals, resourceGuard, type FoundSignal } from './resourceGuards';
import { everyMsOf, hasSamples, subjectsOn } from './sampledOn';

/** Name under which the samples of a dependency stand. */
export const dependencySubject = (service: string): string => serviceLabelsOf(service).join('/');

const MOST_P99 = 2;
const TIMES_BEFORE = 4;
const SLOW = 15_000;

/** Guards on the dependencies a plan names. Each ends the run. One without samples is armed all the same: no data is violating. */
export function dependencyGuards(plan: RampPlan, facts: GuardFacts): { readonly offers: readonly GuardOffer[]; readonly pools: ReadonlySet<string> } {
  const found = foundSignals(facts, 'target', 'pools');
  const pools = new Map<string, FoundSignal>();
  const offers = plan.dependencies.flatMap((dependency) => {
    const pool = poolTo(dependency, found);
    const ofPool = dependency.direction === 'upstream' && dependency.pool === null ? [] : [poolGuard(plan, facts, dependency, pool)];
    if (pool !== undefined && plan.guards.pools !== null) {
      pools.set(pool.signal, pool);
    }
    return [...requestsOf(plan, facts, dependency), ...ofPool];
  });
  return { offers, pools: new Set(pools.keys()) };
}

function requestsOf({ guards }: RampPlan, facts: GuardFacts, { service, direction, p99Seconds }: GuardedDependency): readonly GuardOffer[] {
  const who = dependencySubject(service);
  const own = subjectsOn(facts, 'dependency').find(({ subject }) => subject === who);
  const everyMs = everyMsOf(own === undefined ? [] : [own], SIGNAL.requests);
  const title = (what: string): string => `${what} of ${who}, ${direction}`;
  const common = { who, ...(everyMs !== null && { everyMs }) };
  const note = noteOf(facts, who, everyMs);
  const errors = (strength: 'soft' | 'hard', limit: number): NamedGuard => ({
    title: title(strength === 'hard' ? 'Half of the requests failing' : 'Errors'),
    ...note,
    spec: { ...guardOn('dependency', strength, `errors${strength === 'hard' ? '-hard' : ''}-${who}`), ...common, kind: 'errors', part: SIGNAL.errors, whole: SIGNAL.requests, limit, floor: guards.leastErrors },
  });
  const told = own === undefined || SIGNAL.errors in own.series;
  const failures = told ? [errors('soft', guards.errorRatio), errors('hard', guards.errorRatioHard)] : [unarmed(`errors-${who}`, title('Errors'), 'its profile tells no failed requests apart', true)];
  if (own !== undefined && own.buckets.length === 0) {
    return [...failures, unarmed(`p99-${who}`, title('p99'), 'its latency comes without buckets, so that no percentile can be told')];
  }
  const limitSeconds = p99Seconds ?? Math.min(MOST_P99, TIMES_BEFORE * (p99Before(own) ?? Infinity));
  return [...failures, { title: title('p99'), ...note, spec: { ...guardOn('dependency', 'soft', `p99-${who}`), ...common, kind: 'latency', quantile: 0.99, limitSeconds, floor: LATENCY_FLOOR } }];
}

function noteOf({ guardNotes }: GuardFacts, who: string, everyMs: number | null): { readonly note?: string } {
  const why = guardNotes?.dependencies[who];
  return why !== undefined ? { note: why } : everyMs !== null && everyMs > SLOW ? { note: `it is sampled every ${everyMs / 1000} s: a fault there is seen late` } : {};
}

/** p99 of everything sampled before the run; null with too few requests to tell. */
function p99Before(subject: SubjectSamples | undefined): number | null {
  const times = [...new Set((subject?.buckets.find((b) => b.le === Infinity)?.series ?? []).flatMap((one) => one.map(({ at }) => at)))].sort((a, b) => a - b);
  const found = subject === undefined ? null : bucketQuantile(subject.buckets, times, 0.99);
  return found === null || found.requests < LATENCY_FLOOR || !Number.isFinite(found.seconds ?? NaN) ? null : found.seconds;
}

/** The pool named in the plan, else the one that carries the name of the dependency. */
function poolTo({ service, pool }: GuardedDependency, found: readonly FoundSignal[]): FoundSignal | undefined {
  const name = (serviceLabelsOf(service).at(-1) ?? service).toLowerCase();
  return found.find(({ each }) => (pool === null ? each.toLowerCase().includes(name) : each === pool));
}

function poolGuard({ guards }: RampPlan, facts: GuardFacts, { service, pool }: GuardedDependency, found: FoundSignal | undefined): GuardOffer {
  const who = dependencySubject(service);
  const [id, title] = [`pool-to-${who}`, `Own pool of connections to ${who}`];
  if (guards.pools === null) {
    return unarmed(id, title, TURNED_OFF);
  }
  if (found === undefined || !hasSamples(subjectsOn(facts, 'target')[0]?.series[found.signal])) {
    const names = foundSignals(facts, 'target', 'pools').map(({ each }) => each);
    const there = names.length === 0 ? 'the target publishes no pool of connections' : `pools of the target: ${names.join(', ')}`;
    return pool === null ? unarmed(id, title, `none carries its name; ${there}. Name the one meant in the plan`) : unarmed(id, title, `there is no pool ${JSON.stringify(pool)}; ${there}`, true);
  }
  const offer = resourceGuard(facts, 'target', found, guards.pools);
  return 'spec' in offer ? { ...offer, title: `${title} (${found.each})`, spec: { ...offer.spec, id: `${id}-target`, role: 'safety' } } : unarmed(id, title, offer.reason, pool !== null);
}
