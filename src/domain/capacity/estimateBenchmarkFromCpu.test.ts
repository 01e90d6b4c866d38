import { DAY, HOUR } from '../base/Duration';
import type { CpuEstimate, CpuEstimateMade } from './CpuEstimate';
import type { CpuPoint } from './CpuPoint';
import { estimateBenchmarkFromCpu, type CpuEstimateInput } from './estimateBenchmarkFromCpu';
import { NOW } from './serviceFacts.fixture';
import { regressionBand } from '../stats/regressionBand';

/** Repeatable noise in [-1, 1]: fractional parts of multiples of the golden ratio. */
const noise = (i: number): number => 2 * ((i * 0.6180339887498949) % 1) - 1;

/** A week of hours: demand 30 to 110 requests/s an instance, 0.1 cores at rest and 0.01 a request/s, a little noise. */
const hour = (i: number, change: Partial<CpuPoint> = {}): CpuPoint => {
  const demand = 70 + 40 * Math.sin((i / 24) * 2 * Math.PI);
  return { at: NOW - 7 * DAY + i * HOUR, demand, cpu: 0.1 + 0.01 * demand + 0.02 * noise(i), version: 'v1', ...change };
};

const week = (change: (i: number, p: CpuPoint) => Partial<CpuPoint> = () => ({}), hours = 168): CpuPoint[] =>
  Array.from({ length: hours }, (_, i) => hour(i, change(i, hour(i))));

const estimate = (points: readonly CpuPoint[], change: Partial<CpuEstimateInput> = {}): CpuEstimate =>
  estimateBenchmarkFromCpu({ points, coresPerInstance: 2, spec: 'm5', now: NOW, ...change });

function made(points: readonly CpuPoint[], change: Partial<CpuEstimateInput> = {}): CpuEstimateMade {
  const result = estimate(points, change);
  if (result.kind === 'refused') {
    throw new Error(result.noBenchmark.reason);
  }
  return result;
}

const refusal = (points: readonly CpuPoint[], change: Partial<CpuEstimateInput> = {}) => {
  const result = estimate(points, change);
  return result.kind === 'refused'
    ? [result.code, result.noBenchmark.reason]
    : ['not refused', result.lines.join('; ')];
};

describe('estimateBenchmarkFromCpu', () => {
  it('reads the upper prediction bound at 80 % of the cores', () => {
    const { benchmark, fit, cpuLimit, quality } = made(week());
    expect(cpuLimit).toBe(1.6);
    // The line alone meets 1.6 cores at 150; the bound earlier, the other bound later.
    expect(benchmark.low).toBeGreaterThan(145);
    expect(benchmark.low).toBeLessThan(150);
    expect(benchmark.high).toBeGreaterThan(150);
    const band = regressionBand(fit, { kind: 'prediction', level: 0.9, sides: 'two' });
    expect(band(benchmark.low).upper).toBeCloseTo(1.6, 9);
    expect(band(benchmark.high ?? NaN).lower).toBeCloseTo(1.6, 9);
    // 110 was seen.
    expect([quality, benchmark.extrapolated, benchmark.origin]).toEqual(['extrapolated', true, 'estimated']);
  });

  it('inside the demand seen it is an estimate', () => {
    const { benchmark, quality } = made(week(), { coresPerInstance: 1.2 });
    expect(quality).toBe('estimated');
    expect(benchmark.low).toBeGreaterThan(80);
    expect(benchmark.low).toBeLessThan(86);
  });

  it('never reaches beyond 1.5 times the greatest demand seen', () => {
    const { benchmark, lines } = made(week(), { coresPerInstance: 16 });
    expect(benchmark).toMatchObject({ low: expect.closeTo(165, 6), high: null, extrapolated: true });
    expect(lines.join()).toContain('held at 1.5 × the greatest demand seen = 1.5 × 110 = 165 requests/s');
  });

  it('says what it rests on', () => {
    const { benchmark, lines } = made([...week(), hour(0, { cpu: NaN }), hour(1, { demand: -1 })]);
    expect(lines[0]).toBe('the CPU line rests on 168 hours of version v1 (2 without numbers left out)');
    expect(lines[1]).toMatch(/^CPU = 0\.\d+ \+ 0\.0\d+ × demand \(cores, requests\/s an instance; 168 hours, R² 0\.99/);
    expect(lines[2]).toMatch(/^80 % of 2 cores = 1\.6 cores, met by the upper 90 % prediction bound at 14\d/);
    expect(benchmark.evidence).toMatchObject({
      origins: [{ kind: 'derived', lines }],
      window: { from: NOW - 7 * DAY },
    });
    expect(benchmark).toMatchObject({ version: 'v1', spec: 'm5', at: NOW, by: null });
  });

  it('puts an intercept that is below 0 beyond noise to 0, and notes it', () => {
    const { fit, lines } = made(week((_, p) => ({ cpu: Math.max(0, p.cpu - 0.25) })));
    expect(fit.intercept).toBe(0);
    expect(lines.join()).toContain('is below 0 beyond noise: the line is put through 0');
    const within = made(week((_, p) => ({ cpu: Math.max(0, p.cpu - 0.1004) })));
    expect(within.lines.join()).not.toContain('beyond noise');
  });

  describe('is refused, with the reason,', () => {
    it.each([
      ['no cores', week(), { coresPerInstance: null }, 'no-cores', 'the CPU limit of an instance is not known'],
      ['cores of 0', week(), { coresPerInstance: 0 }, 'no-cores', 'the CPU limit of an instance is not known'],
      ['no points', [], {}, 'too-few-points', '0 hours of CPU and demand, 24 are needed'],
      ['gaps only', week(() => ({ cpu: NaN })), {}, 'too-few-points', '0 hours of CPU and demand, 24 are needed'],
      ['a night of hours', week(undefined, 23), {}, 'too-few-points', '23 hours of CPU and demand, 24 are needed'],
      [
        'steady demand',
        week((i) => ({ demand: 70 + noise(i) })),
        {},
        'too-little-variation',
        /^demand varies too little: high hours are 1\.0\d+ times low ones, 1\.5 is needed$/,
      ],
      ['no demand at all', week(() => ({ demand: 0 })), {}, 'too-little-variation', /^demand varies too little/],
      [
        'CPU that does not follow',
        week((i) => ({ cpu: 0.5 + 0.2 * noise(i) })),
        {},
        'no-relation',
        'CPU does not rise with demand',
      ],
      ['CPU that falls', week((_, p) => ({ cpu: 2 - p.cpu })), {}, 'no-relation', 'CPU does not rise with demand'],
      [
        'CPU that bends',
        week((_, p) => ({ cpu: 0.1 + (p.demand / 110) ** 3 })),
        {},
        'curvature',
        /^CPU rises ever faster with demand: it bends by \d/,
      ],
      [
        'CPU that flattens',
        week((_, p) => ({ cpu: Math.sqrt(p.demand) / 10 })),
        {},
        'curvature',
        /^CPU rises ever slower/,
      ],
      [
        'a limit below idle',
        week((_, p) => ({ cpu: p.cpu + 2 })),
        {},
        'limit-below-idle',
        'CPU at rest may already be at 80 % of 2 cores',
      ],
    ])('with %s', (_, points, change, code, reason) => {
      const [gotCode, gotReason] = refusal(points, change);
      expect(gotCode).toBe(code);
      expect(gotReason).toEqual(reason instanceof RegExp ? expect.stringMatching(reason) : reason);
    });

    it('with versions that spend CPU differently, while the newest is too young', () => {
      const points = week((i, p) => (i < 156 ? {} : { version: 'v2', cpu: p.cpu * 1.4 }));
      expect(refusal(points)).toEqual([
        'mixed-versions',
        'version v1, version v2 spend CPU differently and the newest has too few or too similar hours',
      ]);
    });
  });

  it('uses the newest version alone once it can carry a line', () => {
    const points = week((i, p) => (i < 120 ? {} : { version: 'v2', cpu: p.cpu * 1.4 }));
    const { benchmark, used, lines } = made(points);
    expect([benchmark.version, used.length]).toEqual(['v2', 48]);
    expect(lines[0]).toBe('the CPU line rests on 48 hours of version v2, other versions left out');
    // 1.4 × (0.1 + 0.01 d) = 1.6 → d = 104.
    expect(benchmark.low).toBeGreaterThan(98);
    expect(benchmark.low).toBeLessThan(104.3);
  });

  it('pools versions whose lines agree, in any order of points', () => {
    const points = week((i) => ({ version: i < 156 ? 'v1' : 'v2' }));
    const { benchmark, lines } = made(points);
    expect(lines[0]).toBe('the CPU line rests on 168 hours of 2 versions whose lines do not differ as far as can be seen');
    expect(made([...points].reverse()).benchmark.low).toBeCloseTo(benchmark.low, 9);
  });

  describe('is an upper bound', () => {
    it.each([
      [
        'latency rises first',
        week((_, p) => ({ latency: p.demand > 95 ? 0.4 : 0.1 })),
        /^latency rises from 0\.1 s in ordinary hours to 0\.4 s/,
      ],
      [
        'another resource is full already',
        week((_, p) => ({ otherSaturation: { threads: p.demand > 95 ? 0.9 : 0.3 } })),
        /^threads is at 90 % of its limit/,
      ],
      [
        'another resource will be full first',
        week((i, p) => ({ otherSaturation: { memory: 0.1 + p.demand * 0.0055 + 0.01 * noise(i) } })),
        /^memory reaches 80 % of its limit at 127\.\d+ requests\/s, before CPU at 1\d\d/,
      ],
    ])('when %s', (_, points, words) => {
      const { benchmark } = made(points);
      expect(benchmark.upperBoundOnly).toBe(true);
      expect(benchmark.note).toMatch(words);
    });

    it('but not when latency and other resources stay calm', () => {
      const calm = week((i) => ({
        latency: 0.1 + 0.01 * noise(i),
        otherSaturation: { memory: 0.5 + 0.01 * noise(i + 7), disk: 0.2 },
      }));
      expect(made(calm).benchmark.upperBoundOnly).toBeUndefined();
    });
  });
});
