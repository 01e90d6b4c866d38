import { headroomJudge } from './headroomJudge';
import { meanTime, simulateRun, type SimulatedRun, type SimulatedService } from './simulatedRun.fixture';

// A small seeded part of `npm run bench:judge`, which has the figures.
const RUNS = 6;
const base: SimulatedService = { seed: 0, mode: 'hold', noiseSd: 0.12, correlation: 0.3, latencyFactor: 1, errorShift: 0, underLoad: false };
const runs = (over: Partial<SimulatedService>): SimulatedRun[] => Array.from({ length: RUNS }, (_, i) => simulateRun({ ...base, ...over, seed: 5000 + i }));
const ended = (all: readonly SimulatedRun[], end: SimulatedRun['end']) => all.filter((run) => run.end === end).length;

describe('the judge on simulated runs of 45 minutes', () => {
  it('lets healthy runs pass', () => {
    const all = runs({});
    expect([ended(all, 'stopped'), ended(all, 'inconclusive') <= 2]).toEqual([0, true]);
  });

  it('lets latency rise with healthy load where earlier runs had it too', () => expect(ended(runs({ mode: 'limit', underLoad: true }), 'stopped')).toBe(0));

  it.each<[string, Partial<SimulatedService>]>([
    ['+30 % latency', { latencyFactor: 1.3 }],
    ['2 points more errors', { errorShift: 0.02 }],
  ])('stops %s within two steps', (_, fault) => expect(runs(fault).filter((run) => run.end === 'stopped' && (run.steps === 2 || run.steps === 3)).length).toBeGreaterThanOrEqual(0.95 * RUNS - 1));

  it('repeats with the same seed', () => expect(simulateRun({ ...base, seed: 3 }, headroomJudge)).toEqual(simulateRun({ ...base, seed: 3 }, headroomJudge)));

  it('has the queue the design counts with: +30 % on rho 0.3 already at rho 0.81 of eight workers', () => {
    const at = (rho: number) => meanTime((rho * 8) / 0.05);
    expect(at(0.81) / at(0.3)).toBeCloseTo(1.3, 1);
  });
});
