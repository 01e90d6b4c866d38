import type { JudgeDecision, JudgeWindow, RunMode } from '../../domain/canary/Judge';
import { seededNormal } from '../../domain/stats/seededNormal';
import { judgeFor } from './judgeFor';

const nothing = { mode: 'limit' as const, metrics: [], windows: [], preRun: [], seed: 1 };

describe('the judge of a plan', () => {
  it('is ours unless a canary configuration is brought', () => {
    expect(judgeFor({ judge: { kind: 'headroom', stopShift: 1.1, permitShift: 1.25 } }).name).toBe('Headroom judge');
    const config = JSON.stringify({ name: 'c', metrics: [], classifier: { groupWeights: {} } });
    expect(judgeFor({ judge: { kind: 'aca', config, pass: 95, marginal: 75 } }).name).toBe('NetflixACAJudge-v1.0');
  });

  it('permits nothing on a configuration that cannot be read, and says why', () => {
    const verdict = judgeFor({ judge: { kind: 'aca', config: 'apiVersion: v1', pass: 95, marginal: 75 } }).judge(nothing);
    expect(verdict.decision).toBe('inconclusive');
    expect(verdict.reason).toContain('not JSON');
  });

  it.each<[string, { readonly stopShift: number; readonly permitShift: number }, RunMode, number, JudgeDecision]>([
    ['the usual limits permit 8 % more', { stopShift: 1.1, permitShift: 1.25 }, 'hold', 1.08, 'permit'],
    ['strict ones stop it', { stopShift: 1.01, permitShift: 1.02 }, 'hold', 1.08, 'stop'],
    ['the usual limits stop three times as much', { stopShift: 1.1, permitShift: 1.25 }, 'hold', 3, 'stop'],
    ['generous ones permit it', { stopShift: 5, permitShift: 9 }, 'hold', 3, 'permit'],
    ['at a load no earlier run had the usual ones allow twice', { stopShift: 1.1, permitShift: 1.25 }, 'limit', 1.95, 'permit'],
    ['there strict ones allow less', { stopShift: 1.01, permitShift: 1.02 }, 'limit', 1.95, 'stop'],
    ['and generous ones more', { stopShift: 2.2, permitShift: 2.5 }, 'limit', 3, 'permit'],
  ])('holds latency against the limits of the plan: %s', (_, shifts, mode, factor, decision) => {
    const metrics = [{ name: 'latency', kind: 'latency' as const, unit: 's', curve: null, absoluteLimit: null }];
    const input = { mode, metrics, windows: windows(15, factor, 1), preRun: windows(60, 1, 2), countsErrors: false, seed: 1 };
    expect(judgeFor({ judge: { kind: 'headroom', ...shifts } }).judge(input).decision).toBe(decision);
  });
});

/** A calm service whose target is slower than its peers by a factor. */
function windows(n: number, factor: number, seed: number): readonly JudgeWindow[] {
  const normal = seededNormal(seed);
  const reading = (latency: number) => ({ demand: 100, requests: 2_000, errors: 0, values: { latency: latency * Math.exp(0.005 * normal()) } });
  return Array.from({ length: n }, (__, i) => ({ from: i * 20_000, to: (i + 1) * 20_000, target: reading(factor), peers: [reading(1), reading(1), reading(1)] }));
}
