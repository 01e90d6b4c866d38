import { evaluateGuard } from './evaluateGuard';
import { counter, gauge, NOW, samples, SCRAPE, steady, subject } from './guards.fixture';
import type { GuardVerdict } from './GuardResult';
import type { CpuGuard, GuardSpec, HangGuard, LatencyCurveGuard, LatencyGuard, RatioGuard, SaturationGuard } from './GuardSpec';
import type { BucketSamples, SubjectSamples } from './SubjectSamples';

const common = { role: 'safety', strength: 'hard', confirmations: 1, on: 'target' } as const;
const errors: RatioGuard = { ...common, id: 'errors', kind: 'errors', part: 'errors', whole: 'requests', limit: 0.5, floor: 5 };
const cpu: CpuGuard = { ...common, id: 'cpu', kind: 'cpu', seconds: 'cpu', cores: 2, limit: 0.97 };
const softCpu: CpuGuard = { ...cpu, strength: 'soft', limit: 0.9 };
const latency: LatencyGuard = { ...common, id: 'p99', kind: 'latency', quantile: 0.99, limitSeconds: 0.5, floor: 20 };
const curve: LatencyCurveGuard = {
  ...common,
  id: 'curve',
  kind: 'latency-curve',
  quantile: 0.5,
  requests: 'requests',
  tolerance: 0.5,
  floor: 20,
  curve: { source: 'a run', points: [{ demand: 50, value: 0.05 }, { demand: 150, value: 0.1 }] },
};
const pool: SaturationGuard = { ...common, id: 'pool', kind: 'saturation', resource: 'connection pool', signal: 'used', measure: 'gauge', capacity: 'size', limit: 0.8 };
const gc: SaturationGuard = { ...common, id: 'gc', kind: 'saturation', resource: 'garbage collection', signal: 'gc', measure: 'counter', capacity: 1, limit: 0.1 };
const hang: HangGuard = { ...common, id: 'hang', kind: 'hang', sent: 'sent', completed: 'completed', queue: null, retries: null, redispatches: null, share: 0.1, requests: 20, queueFloor: 5 };

const evaluate = (spec: GuardSpec, subjects: readonly SubjectSamples[], now = NOW) => evaluateGuard(spec, samples(subjects), now);

/** Rates of requests/s under each bound, per scrape. */
const buckets = (rates: Readonly<Record<number, number>>): BucketSamples[] => Object.entries(rates).map(([le, rate]) => ({ le: Number(le), series: [counter(steady(rate))] }));

describe('evaluateGuard: measured guards', () => {
  const of = (series: SubjectSamples['series'], over: Partial<SubjectSamples> = {}) => [subject(series, over)];
  const requests = [counter(steady(100))];

  it.each<[string, GuardSpec, readonly SubjectSamples[], GuardVerdict, number | null]>([
    ['no errors', errors, of({ requests, errors: [counter(steady(0))] }), 'pass', 0],
    ['no error series at all: none happened', errors, of({ requests }), 'pass', 0],
    ['60 % errors in the last difference', errors, of({ requests, errors: [counter([0, 0, 0, 0, 0, 0, 0, 60])] }), 'stop', 0.6],
    ['errors that are over', errors, of({ requests, errors: [counter([0, 0, 0, 0, 0, 0, 60, 0])] }), 'pass', 0],
    ['the first errors of a new series count', errors, of({ requests, errors: [gauge([300])] }), 'stop', 0.6],
    ['a ratio above the limit below the floor', errors, of({ requests: [counter(steady(1))], errors: [counter(steady(0.8))] }), 'pass', 0.8],
    ['two confirmations asked, one there', { ...errors, confirmations: 2 }, of({ requests, errors: [counter([0, 0, 0, 0, 0, 0, 0, 60])] }), 'hold', 0.6],
    ['two confirmations', { ...errors, confirmations: 2 }, of({ requests, errors: [counter([0, 0, 0, 0, 0, 0, 60, 60])] }), 'stop', 0.6],
    ['no traffic is no error', errors, of({ requests: [counter(steady(0))], errors: [counter(steady(0))] }), 'pass', null],
    ['one-millionth of a request a second', { ...errors, floor: 0 }, of({ requests: [counter(steady(1e-6))], errors: [counter(steady(6e-7))] }), 'stop', 0.6],
    ['a billion requests a second', errors, of({ requests: [counter(steady(1e9))], errors: [counter(steady(4e8))] }), 'pass', 0.4],
    ['CPU under the limit', cpu, of({ cpu: [counter(steady(1.9))] }), 'pass', 0.95],
    ['CPU over the limit', cpu, of({ cpu: [counter([...steady(1), 1.96])] }), 'stop', 0.98],
    ['a soft guard forgives one sample', softCpu, of({ cpu: [counter([...steady(1), 2])] }), 'pass', (5 * 1 + 2) / 6 / 2],
    ['a soft guard on the 30 s mean', softCpu, of({ cpu: [counter([...steady(1), ...steady(1.9, 6)])] }), 'stop', 0.95],
    ['p99 under the limit', latency, of({}, { buckets: buckets({ 0.1: 99.5, 0.5: 99.9, Infinity: 100 }) }), 'pass', 0.1 * (99 / 99.5)],
    ['p99 in the last bucket', latency, of({}, { buckets: buckets({ 0.1: 90, 0.4: 95, Infinity: 100 }) }), 'stop', Infinity],
    ['p99 of too few requests', latency, of({}, { buckets: buckets({ 0.1: 0.1, Infinity: 2 }) }), 'pass', Infinity],
    ['p99 while nothing ends', latency, of({}, { buckets: buckets({ 0.1: 0, Infinity: 0 }) }), 'pass', null],
    ['p99 without the last bucket', latency, of({}, { buckets: buckets({ 0.1: 90 }) }), 'stop', null],
    ['on the curve of earlier runs', curve, of({ requests }, { buckets: buckets({ 0.1: 100, Infinity: 100 }) }), 'pass', 0.05],
    ['far above the curve', curve, of({ requests }, { buckets: buckets({ 0.1: 0, 0.2: 100, Infinity: 100 }) }), 'stop', 0.15],
    ['beyond what the curve has seen', curve, of({ requests: [counter(steady(500))] }, { buckets: buckets({ 0.1: 0, 0.2: 100, Infinity: 100 }) }), 'pass', null],
    ['a pool under its own limit', pool, of({ used: [gauge(steady(79))], size: [gauge(steady(100))] }), 'pass', 0.79],
    ['a pool over its own limit', pool, of({ used: [gauge([...steady(50), 81])], size: [gauge(steady(100, 9))] }), 'stop', 0.81],
    ['a pool whose size is not exported', pool, of({ used: [gauge(steady(1))] }), 'stop', null],
    ['a pool of size 0', pool, of({ used: [gauge(steady(1))], size: [gauge(steady(0))] }), 'stop', null],
    ['seconds of garbage collection a second', gc, of({ gc: [counter(steady(0.2))] }), 'stop', 0.2],
    ['a value that is no number', pool, of({ used: [gauge([...steady(1), NaN])], size: [gauge(steady(100, 9))] }), 'stop', null],
  ])('%s', (_, spec, subjects, verdict, value) => {
    const result = evaluate(spec, subjects);
    expect([result.verdict, result.reason]).toEqual([verdict, expect.any(String)]);
    if (value === null || value === Infinity) {
      expect(result.value).toBe(value);
    } else {
      expect(result.value).toBeCloseTo(value, 9);
    }
  });

  it('gives the distance to the limit, 1 far away and below 0 past it', () => {
    expect(evaluate(cpu, of({ cpu: [counter(steady(0))] })).distance).toBe(1);
    expect(evaluate(cpu, of({ cpu: [counter(steady(3.88))] })).distance).toBeCloseTo(-1);
  });

  it('tells the sample, the limit and the confirmations', () => {
    expect(evaluate({ ...cpu, confirmations: 2 }, of({ cpu: [counter([...steady(1), 1.96])] })).reason).toBe('CPU of a:1: 98 %, limit 97 % (1 of 2 samples)');
  });
});

describe('evaluateGuard: missing, late and broken samples', () => {
  const rate = steady(1);
  it.each<[string, CpuGuard, readonly SubjectSamples[], GuardVerdict, RegExp]>([
    ['a scrape missed and made up for', { ...cpu, confirmations: 2 }, [subject({ cpu: [counter([...rate, null, 1])] })], 'pass', /25 %/],
    ['fresh up to two scrapes', cpu, [subject({ cpu: [counter(rate, { age: 2 * SCRAPE })] })], 'pass', /50 %/],
    ['older than two scrapes counts as violating', cpu, [subject({ cpu: [counter(rate, { age: 2 * SCRAPE + 1 })] })], 'stop', /missing, the newest is 10\.0 s old/],
    ['one missing of two holds', { ...cpu, confirmations: 2 }, [subject({ cpu: [counter(rate, { age: 2 * SCRAPE + 1 })] })], 'hold', /1 of 2/],
    ['two missing of two stop', { ...cpu, confirmations: 2 }, [subject({ cpu: [counter(rate, { age: 3 * SCRAPE })] })], 'stop', /2 of 2/],
    ['a violation followed by a missing sample stops', { ...cpu, confirmations: 2 }, [subject({ cpu: [counter([...rate, 2], { age: 2 * SCRAPE + 1 })] })], 'stop', /missing/],
    ['no series', { ...cpu, confirmations: 3 }, [subject({})], 'stop', /there is none/],
    ['no subject', cpu, [], 'stop', /no samples of any target/],
    ['one sample is no difference', cpu, [subject({ cpu: [gauge([1])] })], 'stop', /missing/],
    ['a reset counts the new value whole', cpu, [subject({ cpu: [[...counter(rate), { at: NOW, value: 2 }]] })], 'stop', /CPU/],
    ['two samples of one timestamp count once', cpu, [subject({ cpu: [[...counter(rate), ...counter(rate).slice(-1)]] })], 'pass', /50 %/],
    ['samples from the future: clocks differ', cpu, [subject({ cpu: [counter(rate, { age: -3_600_000 })] })], 'stop', /3600 s in the future/],
    ['half a second ahead is tolerated', cpu, [subject({ cpu: [counter(rate, { age: -500 })] })], 'pass', /50 %/],
    ['a limit that is no number', { ...cpu, limit: NaN }, [subject({ cpu: [counter(rate)] })], 'stop', /cannot be evaluated: limit is NaN/],
    ['no cores', { ...cpu, cores: 0 }, [subject({ cpu: [counter(rate)] })], 'stop', /cores is 0/],
    ['no confirmations', { ...cpu, confirmations: 0 }, [subject({ cpu: [counter(rate)] })], 'stop', /confirmations is 0/],
  ])('%s', (_, spec, subjects, verdict, reason) => {
    const result = evaluate(spec, subjects);
    expect(result.verdict).toBe(verdict);
    expect(result.reason).toMatch(reason);
  });

  it('refuses a time that is none', () => expect(evaluate(cpu, [subject({ cpu: [counter(rate)] })], NaN).verdict).toBe('stop'));
});

describe('evaluateGuard: the worst of several', () => {
  const peers = [0.5, 1.96, 1].map((r, i) => subject({ cpu: [counter(steady(r))] }, { subject: `p${i}`, role: 'peer' }));

  it('holds each peer to the limit and lets the worst decide', () => {
    const result = evaluate({ ...cpu, on: 'peer' }, peers);
    expect([result.verdict, result.evidence.subject]).toEqual(['stop', 'p1']);
  });

  it('looks at no peer when it guards the target', () => expect(evaluate(cpu, [...peers, subject({ cpu: [counter(steady(1))] })]).verdict).toBe('pass'));

  it('stops on the peer whose data are missing', () => {
    const result = evaluate({ ...cpu, on: 'peer' }, [...peers.slice(0, 1), subject({}, { subject: 'silent', role: 'peer' })]);
    expect([result.verdict, result.evidence.subject]).toEqual(['stop', 'silent']);
  });

  it('guards a dependency by the same rules', () => {
    const database = subject({ requests: [counter(steady(100))], errors: [counter(steady(60))] }, { subject: 'db', role: 'dependency' });
    expect(evaluate({ ...errors, on: 'dependency' }, [database]).reason).toBe('errors of db: 60 %, limit 50 % (1 of 1 samples)');
  });
});

describe('evaluateGuard: a target that hangs', () => {
  const hung = (sent: readonly number[], completed: readonly number[], more: SubjectSamples['series'] = {}, spec = hang) =>
    evaluate(spec, [subject({ sent: [counter(sent)], completed: [counter(completed)], ...more })]);
  const even = steady(100);

  it.each<[string, ReturnType<typeof hung>, GuardVerdict]>([
    ['completes what it is sent', hung(even, even), 'pass'],
    ['20 more waiting is tolerated', hung([...steady(100, 7), 20], [...steady(100, 7), 16]), 'pass'],
    ['nothing completes', hung(even, [...steady(100, 7), 0]), 'stop'],
    ['10 % waiting is tolerated', hung([...steady(100, 7), 1000], [...steady(100, 7), 901]), 'pass'],
    ['completes more than it was sent (drains)', hung(even, [...steady(100, 7), 200]), 'pass'],
    ['retries rise', hung(even, even, { retries: [counter([...steady(0, 7), 11])] }, { ...hang, retries: 'retries' }), 'stop'],
    ['redispatches rise', hung(even, even, { again: [counter([...steady(0, 7), 11])] }, { ...hang, redispatches: 'again' }), 'stop'],
    ['the queue rises', hung(even, even, { queue: [gauge([0, 0, 6])] }, { ...hang, queue: 'queue' }), 'stop'],
    ['the queue is long and drains', hung(even, even, { queue: [gauge([0, 50, 40])] }, { ...hang, queue: 'queue' }), 'pass'],
    ['the queue is asked for and not there', hung(even, even, {}, { ...hang, queue: 'queue' }), 'stop'],
    ['after a reset nobody knows', evaluate(hang, [subject({ sent: [[...counter(even), { at: NOW + 500, value: 1 }]], completed: [[...counter(even), { at: NOW + 500, value: 1 }]] })]), 'stop'],
    ['a slow leak shows over 30 s to a soft guard', hung(even, [...steady(100, 2), ...steady(85, 6)], {}, { ...hang, strength: 'soft' }), 'stop'],
    ['a sudden hang does not wait for the mean', hung(steady(100), [...steady(100, 7), 0], {}, { ...hang, strength: 'soft' }), 'stop'],
  ])('%s', (_, result, verdict) => expect([result.verdict, result.reason]).toEqual([verdict, expect.any(String)]));
});
