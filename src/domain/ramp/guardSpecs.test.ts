import { evaluateGuard } from '../guards/evaluateGuard';
import type { GuardSpec } from '../guards/GuardSpec';
import type { RawSeries } from '../guards/RawSample';
import type { SubjectRole, SubjectSamples } from '../guards/SubjectSamples';
import type { GuardFacts } from './arming/GuardFacts';
import { guardsCheck } from './guardsCheck';
import { armGuards } from './guardSpecs';
import type { ExtraGuard, RampPlan } from './Plan';
import { previewGuards } from './previewGuards';
import { NOW, plan } from './run.fixture';
import { capacitySignal, extraDivisor, extraSignal, SIGNAL, type Signal } from './Signal';

const SCRAPE = 5_000;
const PAYMENTS = '["prom","prometheus-http","shop","payments"]';

/** Samples up to now, `every` apart; a rate makes a counter of it. */
const gauge = (value: number, every = SCRAPE, count = 14): RawSeries => Array.from({ length: count }, (_, i) => ({ at: NOW - (count - 1 - i) * every, value }));
const counter = (rate: number, every = SCRAPE, count = 14): RawSeries => gauge(0, every, count).map(({ at }, i) => ({ at, value: 1_000 + (rate * i * every) / 1_000 }));

type Series = Record<string, readonly RawSeries[]>;
const instance = (subject: string, role: SubjectRole, series: Series): SubjectSamples => ({ subject, role, series: { [SIGNAL.requests]: [counter(100)], ...series }, buckets: [] });
const both = (series: Series): readonly SubjectSamples[] => [instance('a', 'target', series), instance('b', 'peer', series)];

const facts = (subjects: readonly SubjectSamples[], over: Partial<GuardFacts> = {}): GuardFacts => ({
  signals: new Set<Signal>([SIGNAL.requests, SIGNAL.errors]),
  buckets: false,
  cores: null,
  memoryBytes: null,
  targetStartedSeconds: null,
  subjects,
  ...over,
});

const evaluated = (spec: GuardSpec, subjects: readonly SubjectSamples[], now = NOW) => evaluateGuard(spec, { scrapeMs: SCRAPE, subjects, router: null }, now);

function read(id: string, subjects: readonly SubjectSamples[], over: { plan?: RampPlan; facts?: Partial<GuardFacts>; now?: number } = {}) {
  const { armed, unarmed } = armGuards(over.plan ?? plan(), facts(subjects, over.facts));
  const spec = armed.find((guard) => guard.spec.id === id)?.spec;
  if (spec === undefined) {
    return unarmed.find((guard) => `${guard.id}-target` === id || guard.id === id)?.reason ?? 'not even told';
  }
  const { verdict, value } = evaluated(spec, subjects, over.now);
  return [verdict, value === null ? null : Number(value.toPrecision(6))];
}

describe('guards on what a process tells of its resources', () => {
  const pool = (used: number, most: number): Series => ({ 'pool-go:main': [gauge(used)], [capacitySignal('pool-go:main')]: [gauge(most)] });

  it.each<[string, string, Series, unknown]>([
    ['a pool in use', 'pool-go:main-target', pool(3, 6), ['pass', 0.5]],
    ['a full pool', 'pool-go:main-target', pool(6, 6), ['stop', 1]],
    ['a pool without a greatest size', 'pool-go:main', pool(3, 0), 'its limit (go_sql_max_open_connections) is 0, which is none'],
    ['a pool whose size nobody tells', 'pool-go:main', { 'pool-go:main': [gauge(3)] }, 'its limit (go_sql_max_open_connections) is not published'],
    ['an executor bounded by the greatest integer', 'threads-executor:x', { 'threads-executor:x': [gauge(3)], [capacitySignal('threads-executor:x')]: [gauge(2_147_483_647)] }, 'its limit (executor_pool_max_threads) is 2147483647, which is none'],
    ['busy threads', 'threads-tomcat:http-target', { 'threads-tomcat:http': [gauge(198)], [capacitySignal('threads-tomcat:http')]: [gauge(200)] }, ['stop', 0.99]],
    ['goroutines', 'threads-go', { 'threads-go': [gauge(9_000)] }, 'Go has no greatest number of goroutines'],
    ['a fifth of the time in collection', 'gc-micrometer-target', { 'gc-micrometer': [counter(0.2)] }, ['stop', 0.2]],
    ['little collection', 'gc-go-target', { 'gc-go': [counter(0.002)] }, ['pass', 0.002]],
    ['an event loop that lags', 'lag-node-target', { 'lag-node': [gauge(0.8)] }, ['stop', 0.8]],
    ['open files', 'files-target', { files: [gauge(100)], [capacitySignal('files')]: [gauge(1_024)] }, ['pass', 0.0976563]],
  ])('%s', (_name, id, series, expected) => expect(read(id, both(series))).toEqual(expected));

  it('are one a pool: a full one does not hide behind an empty one', () => {
    const series = { ...pool(0, 50), 'pool-hikari:db': [gauge(10)], [capacitySignal('pool-hikari:db')]: [gauge(10)] };
    expect([read('pool-go:main-target', both(series)), read('pool-hikari:db-target', both(series))]).toEqual([['pass', 0], ['stop', 1]]);
  });

  it('take a collector that has not run yet for one that has not run, on peers as well', () => {
    const subjects = [instance('a', 'target', { 'gc-micrometer': [counter(0.01)] }), instance('b', 'peer', { 'gc-micrometer': [counter(0.01)] }), instance('c', 'peer', {})];
    expect(read('gc-micrometer-peer', subjects)).toEqual(['pass', 0.01]);
  });

  it('are not armed on peers of which one does not publish it, and say who', () => {
    const subjects = [...both(pool(3, 6)), instance('c', 'peer', {})];
    expect(armGuards(plan(), facts(subjects)).unarmed.find(({ title }) => title === 'Connections of database main (worst peer)')?.reason).toBe('c does not publish it');
  });

  it('stop when the samples stop', () => expect(read('pool-go:main-target', both(pool(3, 6)), { now: NOW + 2 * SCRAPE + 1 })).toEqual(['stop', null]));

  it.each<[string, string, string]>([
    ['a family that nobody publishes', 'gc', 'none of the families known is published here'],
    ['latency without buckets', 'p99', 'without buckets'],
    ['a router that counts nothing', 'hang', 'neither the metrics nor the router'],
    ['rejects that nobody counts', 'rejects', 'counts no requests that a rate limit refused'],
  ])('tell of %s', (_name, id, reason) => expect(read(id, both({}))).toContain(reason));

  it('tell what was turned off, and nothing twice for target and peers', () => {
    const { unarmed } = armGuards(plan({ guards: { ...plan().guards, gc: null, cpuSoft: null, p99Seconds: null } }), facts(both({})));
    expect(unarmed.filter(({ reason }) => reason === 'turned off in the plan').map(({ title }) => title)).toEqual(['p99', 'CPU, mean of 30 s', 'Garbage collection']);
    expect(unarmed.filter(({ title }) => title.endsWith('(worst peer)'))).toEqual([]);
  });
});

describe('CPU without metrics of the process', () => {
  const container = (rate: number, every: number, cores: number | null = 2): Series => ({ [SIGNAL.containerCpu]: [counter(rate, every)], ...(cores !== null && { [SIGNAL.containerCores]: [gauge(cores, every)] }) });

  it.each<[string, string, Series, unknown]>([
    ['the container, every 10 s', 'cpu-target', container(1.9, 10_000), ['stop', 0.95]],
    ['one difference of it', 'cpu-hard-target', container(1.96, 10_000), ['stop', 0.98]],
    ['the container, every 15 s: the mean', 'cpu-target', container(1, 15_000), ['pass', 0.5]],
    ['every 15 s: one difference is too late', 'cpu-hard', container(1, 15_000), expect.stringContaining('every 15 s, by timestamps of its own: that is too slow for a guard on one sample')],
    ['every two minutes', 'cpu', container(1, 120_000), expect.stringContaining('every 120 s, by timestamps of its own: too slow for any guard')],
    ['without a limit', 'cpu', container(1, 10_000, null), expect.stringContaining('has no CPU limit')],
    ['a recorded mean', 'cpu-target', { [SIGNAL.recordedCpu]: [gauge(1.9, 30_000)], [SIGNAL.containerCores]: [gauge(2, 30_000)] }, ['stop', 0.95]],
    ['a recorded mean for one sample', 'cpu-hard', { [SIGNAL.recordedCpu]: [gauge(1.9, 30_000)], [SIGNAL.containerCores]: [gauge(2, 30_000)] }, expect.stringContaining('a mean of minutes is too slow')],
    ['throttling', 'throttled-target', { [SIGNAL.periods]: [counter(10, 10_000)], [SIGNAL.throttled]: [counter(6, 10_000)] }, ['stop', 0.6]],
    ['an idle container that had no period', 'throttled-target', { [SIGNAL.periods]: [gauge(5, 10_000)], [SIGNAL.throttled]: [gauge(5, 10_000)] }, ['pass', null]],
  ])('%s', (_name, id, series, expected) => expect(read(id, both(series))).toEqual(expected));

  it('is fresh by its own timestamps: 20 s old is young at 10 s, and too old beyond', () => {
    const subjects = both(container(1, 10_000));
    expect([read('cpu-hard-target', subjects, { now: NOW + 20_000 }), read('cpu-hard-target', subjects, { now: NOW + 20_001 })]).toEqual([['pass', 0.5], ['stop', null]]);
  });

  it('is not looked at where the process tells its own', () => {
    const subjects = both({ ...container(2, 10_000), [SIGNAL.cpu]: [counter(0.4)] });
    expect(read('cpu-target', subjects, { facts: { signals: new Set<Signal>([SIGNAL.cpu]), cores: 4 } })).toEqual(['pass', 0.1]);
  });

  it('says why the container is not known', () => {
    expect(read('cpu', both({}), { facts: { guardNotes: { containers: 'its samples name no pod', machines: null, dependencies: {} } } })).toContain('its samples name no pod');
  });
});

describe('memory', () => {
  const MIB = 1_048_576;
  const container = (limit: number): Series => ({ [SIGNAL.containerMemory]: [gauge(97 * MIB, 10_000)], [SIGNAL.containerMemoryLimit]: [gauge(limit, 10_000)] });
  const machine: Series = { [SIGNAL.machineMemory]: [gauge(4e9, 15_000)], [SIGNAL.machineMemoryTotal]: [gauge(16e9, 15_000)] };
  const heap: Series = { 'heap-micrometer': [gauge(99)], [capacitySignal('heap-micrometer')]: [gauge(100)] };

  it.each<[string, Series, Partial<GuardFacts>, unknown]>([
    ['of the container first', { ...container(100 * MIB), ...machine, ...heap }, {}, ['stop', 0.97]],
    ['of the process against a known limit', { [SIGNAL.memory]: [gauge(50)], ...machine }, { signals: new Set<Signal>([SIGNAL.memory]), memoryBytes: 100 }, ['pass', 0.5]],
    ['of the machine where no container limits it', { ...machine, ...heap }, {}, ['pass', 0.25]],
    ['of the heap at last', heap, {}, ['stop', 0.99]],
    ['of Go against its own limit', { 'heap-go': [gauge(50)], [capacitySignal('heap-go')]: [gauge(200)] }, {}, ['pass', 0.25]],
    ['of Go without a limit', { 'heap-go': [gauge(50)], [capacitySignal('heap-go')]: [gauge(9.223372036854776e18)] }, {}, expect.stringContaining('neither a JVM heap limit nor GOMEMLIMIT')],
    ['of nothing', {}, {}, expect.stringContaining('Growth alone is no limit')],
  ])('%s', (_name, series, over, expected) => {
    const found = read('memory-target', both(series), { facts: over });
    expect(found).toEqual(expected);
  });
});

describe('guards on named dependencies', () => {
  const named = plan({ dependencies: [{ service: PAYMENTS, direction: 'downstream', p99Seconds: null, pool: null }] });
  const slow = (share: number, every = SCRAPE) => [{ le: 0.1, series: [counter(100 * (1 - share), every)] }, { le: 5, series: [counter(100, every)] }, { le: Infinity, series: [counter(100, every)] }];
  const payments = (failing: number, buckets = slow(0), every = SCRAPE): SubjectSamples => ({ subject: 'shop/payments', role: 'dependency', series: { [SIGNAL.requests]: [counter(100, every)], [SIGNAL.errors]: [counter(100 * failing, every)] }, buckets });

  it.each<[string, string, readonly SubjectSamples[], unknown]>([
    ['well', 'errors-shop/payments-dependency', [payments(0.001)], ['pass', 0.001]],
    ['fails a little', 'errors-shop/payments-dependency', [payments(0.05)], ['stop', 0.05]],
    ['fails by half and more', 'errors-hard-shop/payments-dependency', [payments(0.6)], ['stop', 0.6]],
    ['is not slower than it was', 'p99-shop/payments-dependency', [payments(0)], ['pass', 0.099]],
    ['is sampled every 15 s by another job', 'errors-hard-shop/payments-dependency', [payments(0, slow(0, 15_000), 15_000)], ['pass', 0]],
    ['is not there: no sample violates', 'errors-shop/payments-dependency', [], ['stop', null]],
    ['its latency is not there', 'p99-shop/payments-dependency', [], ['stop', null]],
    ['its latency has no buckets', 'p99-shop/payments', [payments(0, [])], 'its latency comes without buckets, so that no percentile can be told'],
  ])('one that %s', (_name, id, dependencies, expected) => expect(read(id, [...both({}), ...dependencies], { plan: named })).toEqual(expected));

  it('end the run, whatever is searched for', () => {
    const { armed } = armGuards(named, facts([...both({}), payments(0)]));
    expect(armed.filter(({ title }) => title.includes('shop/payments')).map(({ spec, title }) => [title, spec.role])).toEqual([
      ['Errors of shop/payments, downstream', 'safety'],
      ['Half of the requests failing of shop/payments, downstream', 'safety'],
      ['p99 of shop/payments, downstream', 'safety'],
    ]);
  });

  it.each<[string, number | null, readonly SubjectSamples[], number]>([
    ['four times what it was', null, [payments(0)], 0.396],
    ['at most two seconds', null, [payments(0, slow(0.5))], 2],
    ['what the plan says', 0.7, [payments(0)], 0.7],
    ['two seconds where nobody knows what it was', null, [], 2],
  ])('hold latency to %s', (_name, p99Seconds, dependencies, limit) => {
    const { armed } = armGuards(plan({ dependencies: [{ service: PAYMENTS, direction: 'upstream', p99Seconds, pool: null }] }), facts([...both({}), ...dependencies]));
    const spec = armed.find((guard) => guard.spec.id === 'p99-shop/payments-dependency')?.spec;
    expect(spec?.kind === 'latency' && spec.limitSeconds).toBeCloseTo(limit, 6);
  });

  it('judge each dependency by itself', () => {
    const two = plan({ dependencies: [PAYMENTS, '["prom","prometheus-http","shop","stock"]'].map((service) => ({ service, direction: 'downstream' as const, p99Seconds: null, pool: null })) });
    const stock = { ...payments(0.5), subject: 'shop/stock' };
    expect([read('errors-shop/payments-dependency', [...both({}), payments(0), stock], { plan: two }), read('errors-shop/stock-dependency', [...both({}), payments(0), stock], { plan: two })]).toEqual([['pass', 0], ['stop', 0.5]]);
  });

  it.each<[string, string | null, string]>([
    ['named in the plan', 'main', 'Own pool of connections to shop/payments (main)'],
    ['that carries its name', null, 'Own pool of connections to shop/payments (payments-rw)'],
  ])('hold the own pool %s once, as a safety guard', (_name, pool, title) => {
    const series = Object.fromEntries(['main', 'payments-rw'].flatMap((name) => [[`pool-go:${name}`, [gauge(6)]], [capacitySignal(`pool-go:${name}`), [gauge(6)]]]));
    const { armed } = armGuards(plan({ dependencies: [{ service: PAYMENTS, direction: 'downstream', p99Seconds: null, pool }] }), facts(both(series)));
    const own = armed.filter(({ spec }) => 'on' in spec && spec.on === 'target' && spec.kind === 'saturation');
    expect(own.map((guard) => [guard.title === title, guard.spec.role])).toEqual([[false, 'limit'], [true, 'safety']]);
  });

  it('tell which pools there are when none carries its name', () => {
    expect(read('pool-to-shop/payments', both({ 'pool-go:main': [gauge(1)] }), { plan: named })).toBe('none carries its name; pools of the target: main. Name the one meant in the plan');
  });
});

describe("the operator's own guards", () => {
  const own = (over: Partial<ExtraGuard> = {}): RampPlan => plan({ extraGuards: [{ title: 'Sessions', metric: 'db_sessions', measure: 'gauge', of: null, limit: 5, windowSeconds: 30, on: 'target', role: 'limit', ...over }] });
  const first = extraSignal(0);

  it.each<[string, Partial<ExtraGuard>, Series, unknown]>([
    ['a value under its limit', {}, { [first]: [gauge(4)] }, ['pass', 4]],
    ['several series are summed', {}, { [first]: [gauge(4), gauge(2)] }, ['stop', 6]],
    ['growth a second', { measure: 'rate', limit: 10 }, { [first]: [counter(11)] }, ['stop', 11]],
    ['a ratio of values', { measure: 'gauge-ratio', of: 'x', limit: 0.5 }, { [first]: [gauge(4)], [extraDivisor(0)]: [gauge(10)] }, ['pass', 0.4]],
    ['a ratio of growths', { measure: 'rate-ratio', of: 'x', limit: 0.5 }, { [first]: [counter(6)], [extraDivisor(0)]: [counter(10)] }, ['stop', 0.6]],
    ['a ratio to what stands still', { measure: 'rate-ratio', of: 'x', limit: 0.5 }, { [first]: [counter(6)], [extraDivisor(0)]: [gauge(10)] }, ['pass', null]],
    ['one sample', { windowSeconds: 0 }, { [first]: [[...gauge(1).slice(0, -1), { at: NOW, value: 9 }]] }, ['stop', 9]],
    ['one sample forgiven by a window', { windowSeconds: 60 }, { [first]: [[...gauge(1).slice(0, -1), { at: NOW, value: 9 }]] }, ['pass', 1.66667]],
  ])('%s', (_name, over, series, expected) => expect(read('own-1-target', both(series), { plan: own(over) })).toEqual(expected));

  it('stand where they are asked for; on peers they end the run', () => {
    const roles = (on: ExtraGuard['on']) => armGuards(own({ on }), facts(both({ [first]: [gauge(1)] }))).armed.filter(({ spec }) => spec.id.startsWith('own-')).map(({ spec }) => `${spec.id} ${spec.role}`);
    expect([roles('target'), roles('peers'), roles('both')]).toEqual([['own-1-target limit'], ['own-1-peer safety'], ['own-1-target limit', 'own-1-peer safety']]);
  });

  it('say whose sample is missing', () => {
    expect(read('own-1', both({}), { plan: own() })).toBe('there is no sample of db_sessions on a');
    expect(read('own-1', both({ [first]: [gauge(1)] }), { plan: own({ measure: 'gauge-ratio', of: 'db_most' }) })).toBe('there is no sample of db_most on a');
  });
});

describe('the guards as preflight tells of them', () => {
  const check = (subjects: readonly SubjectSamples[], wanted: RampPlan, over: Partial<GuardFacts> = {}) => guardsCheck(previewGuards(armGuards(wanted, facts(subjects, over)), subjects, SCRAPE, NOW));
  const whole: Partial<GuardFacts> = { signals: new Set<Signal>([SIGNAL.requests, SIGNAL.errors, SIGNAL.cpu, SIGNAL.memory, SIGNAL.sent, SIGNAL.completed]), buckets: true, cores: 4, memoryBytes: 1_000 };
  const healthy = both({ [SIGNAL.cpu]: [counter(0.4)], [SIGNAL.memory]: [gauge(100)] }).map((one) => ({ ...one, buckets: [{ le: 0.1, series: [counter(100)] }, { le: Infinity, series: [counter(100)] }] }));
  const dependent = plan({ dependencies: [{ service: PAYMENTS, direction: 'downstream', p99Seconds: null, pool: null }] });

  it('read each one before the run', () => {
    const previews = previewGuards(armGuards(plan(), facts(healthy, whole)), healthy, SCRAPE, NOW);
    expect(previews.find(({ id }) => id === 'cpu-target')).toMatchObject({ armed: true, refuses: false, reading: { state: 'pass', value: 0.1, limit: 0.9, unit: 'share' } });
    expect(previews.find(({ id }) => id === 'hang-target')).toMatchObject({ armed: true, reading: null });
    expect(previews.find(({ id }) => id === 'gc')).toMatchObject({ armed: false, words: expect.stringContaining('none of the families') });
  });

  it.each<[string, readonly SubjectSamples[], RampPlan, Partial<GuardFacts>, string, string]>([
    ['the chief ones stand, and name the rest', healthy, plan(), whole, 'pass', 'Not to be had here: Rejected requests'],
    ['no CPU', healthy, plan(), { ...whole, cores: null }, 'warn', 'how many cores'],
    ['past its limit before the start', healthy, plan(), { ...whole, memoryBytes: 100 }, 'warn', 'Past its limit already, before any traffic is moved: Memory'],
    ['a dependency without samples', healthy, dependent, whole, 'refuse', 'there are no samples of shop/payments'],
    ['a dependency that is not in the fleet', healthy, dependent, { ...whole, guardNotes: { containers: null, machines: null, dependencies: { 'shop/payments': 'it is not among the services of the fleet' } } }, 'refuse', 'not among the services of the fleet'],
    ['an own guard that cannot be read', healthy, plan({ extraGuards: [{ title: 'X', metric: 'x', measure: 'gauge', of: null, limit: 1, windowSeconds: 30, on: 'target', role: 'limit' }] }), whole, 'refuse', 'X (there is no sample of x on a)'],
  ])('%s', (_name, subjects, wanted, over, state, evidence) => {
    expect(check(subjects, wanted, over)).toMatchObject({ state, evidence: expect.stringContaining(evidence) });
  });

  it('refuse where nothing could be read', () => expect(guardsCheck(null)).toMatchObject({ state: 'refuse' }));
});

describe('the guard on errors with a goal', () => {
  const guards = plan().guards;
  const goal = (errorRatio: number): RampPlan => plan({ goal: { rps: 100, errorRatio } });
  const limitOf = (id: string, of: RampPlan) => armGuards(of, facts([])).armed.flatMap(({ spec }) => (spec.id === id && spec.kind === 'errors' ? [spec.limit] : []))[0];

  it.each<[string, string, RampPlan, number]>([
    ['without one stands at that of the plan', 'errors-target', plan(), guards.errorRatio],
    ['that allows less stands at the goal', 'errors-target', goal(0.001), 0.001],
    ['that allows more stays at that of the plan', 'errors-target', goal(0.1), guards.errorRatio],
    ['leaves peers as they were', 'errors-peer', goal(0.001), guards.errorRatio],
    ['leaves the hard one as it was', 'errors-hard-target', goal(0.001), guards.errorRatioHard],
  ])('%s', (_, id, of, limit) => expect(limitOf(id, of)).toBe(limit));

  it('is asked for, so that a service that tells no failures apart is refused', () => {
    const errors = (of: RampPlan) => armGuards(of, facts([], { signals: new Set([SIGNAL.requests]) })).unarmed.find(({ id }) => id === 'errors');
    expect(errors(goal(0.001))).toMatchObject({ asked: true, reason: 'the profile of the service tells no failed requests apart, so that the failures the goal allows could not be seen' });
    expect(errors(plan())).toMatchObject({ asked: false });
  });
});
