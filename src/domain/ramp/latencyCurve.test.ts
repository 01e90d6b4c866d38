import { errorAtLoad, valueAtLoad } from '../capacity/LoadCurve';
import { seededNormal } from '../stats/seededNormal';
import type { EarlierPoint, EarlierRun } from './EarlierRun';
import { latencyCurve } from './latencyCurve';

const WINDOW = 20_000;
const point = (demand: number, meanSeconds: number, over: Partial<EarlierPoint> = {}): EarlierPoint => ({ demand, meanSeconds, p99Seconds: meanSeconds * 4, lastedMs: 6 * WINDOW, ...over });
const run = (points: readonly EarlierPoint[], over: Partial<EarlierRun> = {}): EarlierRun => ({ runId: 'r1', at: Date.UTC(2026, 4, 3, 14, 2), target: 'a', version: '1.4', points, ...over });
const mean = (p: EarlierPoint) => p.meanSeconds;
const NOISE = { n: 45, mean: 0, sd: 0.1, correlation: 0.3, df: 36 };
const curveOf = (...runs: readonly EarlierRun[]) => latencyCurve(runs, mean, NOISE, WINDOW);

const RISING = [point(20, 0.02), point(45, 0.022), point(80, 0.03), point(110, 0.06)];

describe('the latency-load curve of earlier runs', () => {
  it('goes through its steps and knows nothing beyond them', () => {
    const curve = curveOf(run(RISING));
    expect(curve).not.toBeNull();
    RISING.forEach(({ demand, meanSeconds }) => expect(curve && valueAtLoad(curve, demand)).toBeCloseTo(meanSeconds, 12));
    expect([19, 111].map((demand) => curve && valueAtLoad(curve, demand))).toEqual([null, null]);
  });

  it.each<[string, readonly EarlierPoint[]]>([
    ['two demands', [point(20, 1), point(80, 2)]],
    ['three that are nearly one', [point(100, 1), point(107, 1), point(114, 1)]],
    ['steps without latency', RISING.map((p) => ({ ...p, meanSeconds: NaN }))],
    ['steps without demand', RISING.map((p) => ({ ...p, demand: 0 }))],
    ['nothing', []],
  ])('is none of %s', (_name, points) => expect(curveOf(run(points))).toBeNull());

  it('never falls, since no queue gets faster by more work', () => {
    const curve = curveOf(run([point(20, 0.03), point(40, 0.02), point(60, 0.025), point(80, 0.02), point(100, 0.05)]));
    const values = Array.from({ length: 80 }, (_, i) => curve && valueAtLoad(curve, 20 + i)).map(Number);
    expect(values.slice(1).every((v, i) => v >= (values[i] ?? 0) - 1e-12)).toBe(true);
  });

  it('is not bent by how much one run saw of a demand', () => {
    const once = curveOf(run(RISING));
    const twice = curveOf(run(RISING), run(RISING, { runId: 'r0', at: 5 }));
    expect([30, 60, 100].map((d) => twice && valueAtLoad(twice, d))).toEqual([30, 60, 100].map((d) => once && expect.closeTo(valueAtLoad(once, d) ?? NaN, 9)));
  });

  it.each<[string, readonly EarlierPoint[], number, (known: number, other: number) => boolean]>([
    ['longer steps are known better', RISING.map((p) => ({ ...p, lastedMs: 30 * WINDOW })), 45, (known, other) => other < known],
    ['shorter ones worse', RISING.map((p) => ({ ...p, lastedMs: WINDOW })), 45, (known, other) => other > known],
    ['where it is steep the demand counts', [...RISING.slice(0, 3), point(110, 0.5)], 110, (known, other) => other > 1.5 * known],
  ])('has an error: %s', (_name, points, at, holds) => {
    const [known, other] = [curveOf(run(RISING)), curveOf(run(points))].map((curve) => (curve && errorAtLoad(curve, at)) ?? NaN);
    expect(holds(known ?? NaN, other ?? NaN)).toBe(true);
  });

  it('has an error of the size that repeated runs show', () => {
    // Steps of nine independent windows with sd 0.12 each: 0.04; the steepness of these points adds under 0.001.
    const normal = seededNormal(4);
    const flat = [20, 50, 80, 110].map((demand) => point(demand, 0.02, { lastedMs: 9 * WINDOW }));
    const noise = { ...NOISE, sd: 0.12, correlation: 0 };
    const logs = Array.from({ length: 400 }, () => {
      const seen = flat.map((p) => ({ ...p, meanSeconds: p.meanSeconds * Math.exp(0.04 * normal()) }));
      const curve = latencyCurve([run(seen)], mean, noise, WINDOW);
      return Math.log((curve && valueAtLoad(curve, 50)) ?? NaN);
    });
    const average = logs.reduce((a, b) => a + b, 0) / logs.length;
    const sd = Math.sqrt(logs.reduce((a, b) => a + (b - average) ** 2, 0) / logs.length);
    const told = latencyCurve([run(flat)], mean, noise, WINDOW);
    // Taking neighbours together only makes it better.
    expect(sd).toBeLessThan((told && errorAtLoad(told, 50)) ?? 0);
    expect(sd).toBeGreaterThan(0.4 * ((told && errorAtLoad(told, 50)) ?? 1));
  });

  it('knows what runs differ by', () => {
    const slower = run(RISING.map((p) => ({ ...p, meanSeconds: 1.6 * p.meanSeconds })), { runId: 'r2', at: 9 });
    const [agreeing, differing] = [curveOf(run(RISING), run(RISING)), curveOf(run(RISING), slower)].map((curve) => (curve && errorAtLoad(curve, 45)) ?? NaN);
    expect(differing).toBeGreaterThan(3 * (agreeing ?? NaN));
  });

  it('says where it comes from', () => {
    expect(curveOf(run(RISING))?.source).toBe('run r1 of 2026-05-03 14:02 UTC on a, version 1.4');
    expect(curveOf(run(RISING, { runId: 'old', at: 5 }), run(RISING, { version: null }))?.source).toBe('run r1 of 2026-05-03 14:02 UTC on a and 1 before it');
  });

  it('is of whichever latency is asked, where it was published', () => {
    const p99 = latencyCurve([run(RISING)], (p) => p.p99Seconds, NOISE, WINDOW);
    expect(p99 && valueAtLoad(p99, 45)).toBeCloseTo(0.088, 12);
    expect(latencyCurve([run(RISING.map((p) => ({ ...p, p99Seconds: null })))], (p) => p.p99Seconds, NOISE, WINDOW)).toBeNull();
  });
});
