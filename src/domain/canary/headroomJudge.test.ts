import { seededNormal } from '../stats/seededNormal';
import { headroomJudge, headroomJudgeAt } from './headroomJudge';
import type { JudgeDecision, JudgeInput, JudgeMetric, JudgeWindow, WindowReading } from './Judge';

interface World {
  /** What the target has over its peers in the run, as a factor of latency and CPU a request, and in points of errors. */
  readonly latency: number;
  readonly cost: number;
  readonly errors: number;
  readonly demand: number;
  readonly scale: number;
  readonly noise: number;
  readonly requestsPerWindow: number;
}

const calm: World = { latency: 1, cost: 1, errors: 0, demand: 100, scale: 1, noise: 0.05, requestsPerWindow: 1000 };
const LATENCY: JudgeMetric = { name: 'latency', kind: 'latency', unit: 's', curve: null, absoluteLimit: null };
const COST: JudgeMetric = { name: 'cpu', kind: 'cost', unit: 's/s', curve: null, absoluteLimit: null };
const SLOW: JudgeMetric = { name: 'slow', kind: 'tail', unit: '', curve: null, absoluteLimit: null };

function windows(n: number, world: Partial<World>, seed: number): JudgeWindow[] {
  const { latency, cost, errors, demand, scale, noise, requestsPerWindow } = { ...calm, ...world };
  const normal = seededNormal(seed);
  const reading = (factor: number, expensive: number, failing: number, at: number): WindowReading => ({
    demand: at,
    requests: requestsPerWindow,
    errors: Math.round(requestsPerWindow * (0.005 + failing)),
    values: { latency: factor * scale * Math.exp(noise * normal()), cpu: (0.1 + 0.01 * at * expensive) * Math.exp(0.02 * normal()), slow: 0.02 },
  });
  return Array.from({ length: n }, (_, i) => ({
    from: i * 20_000,
    to: (i + 1) * 20_000,
    target: reading(latency, cost, errors, demand),
    peers: Array.from({ length: 5 }, () => reading(1, 1, 0, 50)),
  }));
}

const input = (n: number, world: Partial<World> = {}, over: Partial<JudgeInput> = {}): JudgeInput => ({
  mode: 'hold',
  metrics: [LATENCY],
  windows: windows(n, world, 1),
  preRun: windows(40, { ...world, latency: 1, cost: 1, errors: 0, demand: 50 }, 2),
  seed: 1,
  ...over,
});
const decide = (...args: Parameters<typeof input>) => headroomJudge.judge(input(...args)).decision;
const metricOf = (given: JudgeInput, name: string) => headroomJudge.judge(given).metrics.find((m) => m.name === name);

describe('headroomJudge', () => {
  it.each<[string, JudgeInput, JudgeDecision]>([
    ['no windows', input(0), 'continue'],
    ['before the first look', input(5, { latency: 9 }), 'continue'],
    ['alike', input(6), 'permit'],
    ['30 % slower', input(6, { latency: 1.35 }), 'stop'],
    ['20 % faster is no reason to stop', input(6, { latency: 0.8 }), 'permit'],
    ['22 % slower: neither', input(6, { latency: 1.22, noise: 0.12 }), 'continue'],
    ['two points more errors', input(6, { errors: 0.02 }), 'stop'],
    ['half a point more errors', input(6, { errors: 0.005 }), 'permit'],
    ['too few requests to permit', input(6, { requestsPerWindow: 80 }), 'continue'],
    ['CPU a request up by half', input(6, { cost: 1.5 }, { metrics: [COST] }), 'stop'],
    ['twice the load at the same CPU a request', input(6, { demand: 100 }, { metrics: [COST] }), 'permit'],
    ['all metrics together', input(6, {}, { metrics: [LATENCY, COST, SLOW] }), 'permit'],
    ['between looks the last one stands', input(9, { latency: 1.35 }), 'stop'],
    ['after the last look there is no more', input(40, { latency: 1.35 }), 'stop'],
    ['no metric and no error counter', input(15, {}, { metrics: [], countsErrors: false }), 'inconclusive'],
    ['no error counter, latency alike', input(6, {}, { countsErrors: false }), 'permit'],
  ])('%s', (_, given, decision) => expect(headroomJudge.judge(given).decision).toBe(decision));

  it.each<[string, Partial<JudgeInput>]>([
    ['latency in no window', { windows: windows(15, {}, 1).map((w) => ({ ...w, target: { ...w.target, values: {} } })) }],
    ['latency in half of the windows', { windows: windows(15, {}, 1).map((w, i) => (i % 2 ? { ...w, target: { ...w.target, values: { latency: NaN } } } : w)) }],
    ['no peer', { windows: windows(15, {}, 1).map((w) => ({ ...w, peers: [] })) }],
    ['no error counts', { windows: windows(15, {}, 1).map((w) => ({ ...w, target: { ...w.target, errors: null } })) }],
    ['more errors than requests', { windows: windows(15, {}, 1).map((w) => ({ ...w, target: { ...w.target, errors: 1e9 } })) }],
    ['29 windows before', { preRun: windows(29, { demand: 50 }, 2) }],
    ['no windows before', { preRun: [] }],
    ['latency of 0', { windows: windows(15, { scale: 0 }, 1) }],
  ])('never permits with %s', (_, over) => {
    const verdict = headroomJudge.judge(input(15, {}, over));
    expect([verdict.decision, verdict.nextLook]).toEqual(['inconclusive', null]);
    expect(verdict.reason).toMatch(/windows|counts/);
  });

  const slowed = (all: readonly JudgeWindow[], share: (w: number, who: 'target' | 'peer') => number): readonly JudgeWindow[] => {
    const put = (reading: WindowReading, slow: number): WindowReading => ({ ...reading, values: { ...reading.values, slow } });
    return all.map((w, i) => ({ ...w, target: put(w.target, share(i, 'target')), peers: w.peers.map((peer) => put(peer, share(i, 'peer'))) }));
  };
  const badMinutes = (w: number): number => (w % 6 < 3 ? 0.06 : 0);

  it.each<[string, (w: number, who: 'target' | 'peer') => number, number, JudgeDecision]>([
    ['minutes that are bad for all instances are no noise between them', badMinutes, 0, 'permit'],
    ['nor do they hide what the target alone has', badMinutes, 0.04, 'inconclusive'],
    ['minutes that are bad for some and not for others are', (w, who) => badMinutes(who === 'target' ? w : w + 3), 0, 'inconclusive'],
  ])('slow requests: %s', (_, share, more, decision) => {
    const preRun = slowed(windows(60, { demand: 50 }, 2), share);
    const run = slowed(windows(15, {}, 1), (w, who) => share(w, who) + (who === 'target' ? more : 0));
    expect(headroomJudge.judge(input(15, {}, { metrics: [SLOW], preRun, windows: run })).decision).toBe(decision);
  });

  it('says when it is worth asking again', () => {
    expect([0, 6, 10].map((n) => headroomJudge.judge(input(n, { latency: 1.22, noise: 0.12 })).nextLook)).toEqual([6, 10, 15]);
  });

  it.each([1e-6, 1e-3, 1, 1e9])('does not depend on the scale: %p', (scale) => {
    const at = (s: number) => metricOf(input(10, { latency: 1.1, scale: s }), 'latency');
    expect(at(scale)?.effect).toBeCloseTo(at(1)?.effect ?? NaN, 9);
    expect(at(scale)?.upper).toBeCloseTo(at(1)?.upper ?? NaN, 9);
  });

  it('gives the same answer to the same windows', () => expect(headroomJudge.judge(input(10))).toEqual(headroomJudge.judge(input(10))));
});

describe('headroomJudge, modes', () => {
  const curve = { source: 'a run', points: [{ demand: 40, value: 1 }, { demand: 60, value: 1 }, { demand: 100, value: 1.8 }, { demand: 120, value: 3 }] };
  const onCurve = { ...LATENCY, curve };
  const withError = (error: number) => ({ ...LATENCY, curve: { ...curve, points: curve.points.map((p) => ({ ...p, error })) } });

  it.each<[string, JudgeInput, JudgeDecision]>([
    ['a rise that earlier runs had too', input(6, { latency: 1.8 }, { mode: 'limit', metrics: [onCurve] }), 'permit'],
    ['a rise above that of earlier runs', input(6, { latency: 2.6 }, { mode: 'limit', metrics: [onCurve] }), 'stop'],
    ['without a curve twice is allowed', input(6, { latency: 1.8 }, { mode: 'limit' }), 'permit'],
    ['without a curve three times is not', input(6, { latency: 3 }, { mode: 'limit' }), 'stop'],
    ['beyond the curve it is as if there were none', input(6, { latency: 1.8, demand: 500 }, { mode: 'limit', metrics: [onCurve] }), 'permit'],
    ['without a curve an absolute limit decides in place of the factor', input(6, { latency: 3 }, { mode: 'limit', metrics: [{ ...LATENCY, absoluteLimit: 4 }] }), 'permit'],
    ['but for a hold it is no excuse', input(6, { latency: 3 }, { metrics: [{ ...LATENCY, absoluteLimit: 4 }] }), 'stop'],
    ['nor where earlier runs tell more', input(6, { latency: 2.6 }, { mode: 'limit', metrics: [{ ...onCurve, absoluteLimit: 4 }] }), 'stop'],
    ['nor for errors', input(6, { latency: 3, errors: 0.02 }, { mode: 'limit', metrics: [{ ...LATENCY, absoluteLimit: 4 }] }), 'stop'],
    ['an absolute limit', input(6, { latency: 1.8 }, { mode: 'limit', metrics: [{ ...LATENCY, absoluteLimit: 1.5 }] }), 'stop'],
    ['a curve that is little known proves less', input(6, { latency: 2.25 }, { mode: 'limit', metrics: [withError(0.04)] }), 'continue'],
    ['of which the same known well stops', input(6, { latency: 2.25 }, { mode: 'limit', metrics: [withError(0)] }), 'stop'],
    ['a curve known too little is as if there were none', input(6, { latency: 1.9 }, { mode: 'limit', metrics: [withError(0.2)] }), 'permit'],
    ['a curve is no excuse in a hold run', input(6, { latency: 1.8 }, { metrics: [onCurve] }), 'stop'],
    ['a pair is compared as it is', input(6, { latency: 1.4 }, { mode: 'pair', preRun: windows(40, { latency: 1.4, demand: 50 }, 2) }), 'stop'],
    ['the same difference before the run does not matter in hold', input(6, { latency: 1.4 }, { preRun: windows(40, { latency: 1.4, demand: 50 }, 2) }), 'permit'],
  ])('%s', (_, given, decision) => expect(headroomJudge.judge(given).decision).toBe(decision));

  it.each([
    ['twice', { stop: 1.1, permit: 1.25 }, { stopAbove: 2, permitBelow: 2.5 / 1.1 }],
    ['1.84 times as much', { stop: 1.01, permit: 1.02 }, { stopAbove: 2 * (1.01 / 1.1), permitBelow: 2.04 / 1.1 }],
    ['4 times as much', { stop: 2.2, permit: 2.5 }, { stopAbove: 4, permitBelow: 5 / 1.1 }],
  ])('without a curve allows %s where the plan stops at and permits under %p', (words, limits, expected) => {
    const metric = headroomJudgeAt(limits).judge(input(6, {}, { mode: 'limit' })).metrics.find(({ name }) => name === 'latency');
    expect(metric).toMatchObject(expected);
    expect(metric?.rule).toContain(`${words} is allowed, since no earlier run`);
  });

  it('reads a pool of a thousand peers', () => {
    const large = windows(45, {}, 1).map((w) => ({ ...w, peers: Array.from({ length: 1_000 }, (_, i) => w.peers[i % 5] ?? w.target) }));
    expect(headroomJudge.judge({ mode: 'limit', metrics: [COST], windows: large.slice(0, 6), preRun: Array.from({ length: 3 }, () => large).flat(), seed: 1 }).metrics.find((m) => m.name === 'cpu')?.decision).not.toBe('stop');
  });

  it('reports the rise that an absolute limit holds, and proves nothing with it alone', () => {
    const given = input(15, { latency: 3 }, { mode: 'limit', countsErrors: false, metrics: [{ ...LATENCY, absoluteLimit: 4 }] });
    expect(metricOf(given, 'latency')).toMatchObject({ counts: false, effect: expect.closeTo(3, 0) });
    expect(headroomJudge.judge(given).decision).toBe('inconclusive');
  });

  it('tells which earlier run it was held against', () => {
    const metric = metricOf(input(6, { latency: 2.6 }, { mode: 'limit', metrics: [{ ...onCurve, curve: { ...curve, source: 'run r7 of 2026-05-03' } }] }), 'latency');
    expect(metric?.rule).toContain('against earlier latency at the same demand (run r7 of 2026-05-03)');
  });

  it('only reports the part of slow requests in a search for the limit', () => {
    expect(metricOf(input(6, {}, { mode: 'limit', metrics: [LATENCY, SLOW] }), 'slow')).toMatchObject({ counts: false });
    expect(metricOf(input(6, {}, { metrics: [LATENCY, SLOW] }), 'slow')).toMatchObject({ counts: true });
  });
});

describe('headroomJudge explains itself', () => {
  it('tells samples, limits, effect, rule and what would have flipped it', () => {
    const metric = metricOf(input(6, { latency: 1.4 }), 'latency');
    expect(metric).toMatchObject({ decision: 'stop', label: 'worse', samples: { target: 6, control: 40, missing: 0 }, effectUnit: 'ratio', stopAbove: 1.1, permitBelow: 1.25 });
    expect(metric?.effect).toBeCloseTo(1.4, 1);
    expect(metric?.lower).toBeGreaterThan(1.1);
    expect(metric?.rule).toMatch(/^\+\d+(\.\d)? % against its peers \(noise 0\.\d+ a window, correlation [\d.]+\): at least \+[\d.]+ %, more than the \+10 % tolerated$/);
    expect(metric?.flip).toMatch(/^a shift of \+[\d.]+ % or less would not have stopped/);
  });

  it('what it says would have flipped it flips it', () => {
    const stopped = metricOf(input(6, { latency: 1.4 }), 'latency');
    const tolerated = 1 + Number(/a shift of \+([\d.]+) % or less/.exec(stopped?.flip ?? '')?.[1]) / 100;
    const shifted = (to: number) => decide(6, { latency: (1.4 * to) / (stopped?.effect ?? NaN) });
    expect(shifted(tolerated * 1.01)).toBe('stop');
    expect(shifted(tolerated * 0.99)).not.toBe('stop');
  });

  it('tells counts', () => {
    expect(metricOf(input(6, { errors: 0.02 }), 'errors')).toMatchObject({ decision: 'stop', effectUnit: 'points', effect: expect.closeTo(0.02, 6), rule: expect.stringContaining('150 of 6000 requests against'), flip: 'to permit: about 52 fewer of them, or more requests at the same rate; to stop: nothing' });
  });
});
