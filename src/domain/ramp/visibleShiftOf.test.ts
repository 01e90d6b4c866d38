import { headroomJudge } from '../canary/headroomJudge';
import type { JudgeWindow, WindowReading } from '../canary/Judge';
import { seededNormal } from '../stats/seededNormal';
import { visibleShiftOf } from './visibleShiftOf';
import { judgedMetrics, JUDGED } from './windowReading';
import { SIGNAL } from './Signal';

const LOOK = 6;
const PRE_RUN = 60;

/** Windows of a target and three quiet peers, whose log ratio is an AR(1) of this noise; the last six are `factor` slower. */
function windows(sd: number, correlation: number, factor: number, seed: number): readonly JudgeWindow[] {
  const normal = seededNormal(seed);
  let wander = sd * normal();
  const reading = (latency: number): WindowReading => ({ demand: 100, requests: 2_000, errors: 0, values: { [JUDGED.latency]: latency } });
  return Array.from({ length: PRE_RUN + LOOK }, (_, i) => {
    wander = correlation * wander + sd * Math.sqrt(1 - correlation ** 2) * normal();
    return { from: i * 20_000, to: (i + 1) * 20_000, target: reading(0.1 * Math.exp(wander) * (i < PRE_RUN ? 1 : factor)), peers: [reading(0.1), reading(0.1), reading(0.1)] };
  });
}

const METRICS = judgedMetrics({ signals: new Set([SIGNAL.latencySum, SIGNAL.latencyCount]), buckets: false }, null);
const stops = (all: readonly JudgeWindow[]): boolean => headroomJudge.judge({ mode: 'hold', metrics: METRICS, windows: all.slice(PRE_RUN), preRun: all.slice(0, PRE_RUN), seed: 1 }).decision === 'stop';

describe('the shift the judge can see', () => {
  it.each([
    [0.02, 0],
    [0.05, 0],
    [0.11, 0],
    [0.05, 0.4],
    [0.11, 0.4],
  ])('at noise %d with correlation %d is stopped at the first look about four times in five', (sd, correlation) => {
    const runs = 300;
    let stopped = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const promised = visibleShiftOf(windows(sd, correlation, 1, seed).slice(0, PRE_RUN)) ?? NaN;
      stopped += stops(windows(sd, correlation, promised, seed)) ? 1 : 0;
    }
    // Three standard errors of a share of 0.8 in 300 are 0.07; the noise itself is only estimated.
    expect(stopped / runs).toBeGreaterThan(0.7);
    expect(stopped / runs).toBeLessThan(0.92);
  });

  it('is never less than what the judge tolerates, however calm the service', () => {
    expect(visibleShiftOf(windows(0, 0, 1, 1).slice(0, PRE_RUN))).toBeGreaterThan(1.1);
  });

  it.each([
    [29, null],
    [30, expect.any(Number)],
  ])('with %d windows of history is what the judge can decide with them', (count, shift) => {
    const before = windows(0.05, 0, 1, 2).slice(0, count);
    expect(visibleShiftOf(before)).toEqual(shift);
    const { decision } = headroomJudge.judge({ mode: 'hold', metrics: METRICS, windows: windows(0.05, 0, 3, 2).slice(PRE_RUN), preRun: before, seed: 1 });
    expect(decision === 'stop').toBe(shift !== null);
  });

  it('follows the shift that the plan tolerates', () => {
    const before = windows(0.1, 0, 1, 3).slice(0, PRE_RUN);
    expect((visibleShiftOf(before, true, 1.32) ?? NaN) / (visibleShiftOf(before) ?? NaN)).toBeCloseTo(1.32 / 1.1, 9);
  });

  it('grows with correlated noise', () => {
    const at = (correlation: number): number => visibleShiftOf(windows(0.1, correlation, 1, 7).slice(0, PRE_RUN)) ?? NaN;
    expect(at(0.6)).toBeGreaterThan(at(0));
  });

  it('is less where nothing before the run is compared with', () => {
    const before = windows(0.1, 0, 1, 3).slice(0, 30);
    expect(visibleShiftOf(before, false)).toBeLessThan(visibleShiftOf(before) ?? NaN);
  });

  it.each<[string, readonly JudgeWindow[]]>([
    ['too few windows', windows(0.1, 0, 1, 1).slice(0, 29)],
    ['windows without latency', windows(0.1, 0, 1, 1).map((w) => ({ ...w, target: { ...w.target, values: {} } }))],
    ['windows without peers', windows(0.1, 0, 1, 1).map((w) => ({ ...w, peers: [] }))],
  ])('is not known from %s', (_name, given) => {
    expect(visibleShiftOf(given)).toBeNull();
  });
});
