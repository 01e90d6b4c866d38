import { cpuRatioOf } from './cpuRatioOf';
import type { ReportStep } from './RunReport';

type Pair = readonly [demand: number | null, cpu: number | null];

const figures = ([demandRps, cpuCores]: Pair) => ({ demandRps, cpuCores, memoryBytes: null, meanSeconds: null, p99Seconds: null, errorRatio: null });
const step = (target: Pair, peers: Pair, result: ReportStep['result'] = 'carried') => ({ result, target: figures(target), peers: figures(peers) }) as unknown as ReportStep;

it('does not take what peers spend at rest for the price of their requests', () => {
  // Everybody: 0.05 cores at rest, 14 ms a request.
  const cpu = (demand: number) => 0.05 + 0.014 * demand;
  const steps = [[76, 29], [108, 19], [125, 12]].map(([t, p]) => step([t ?? 0, cpu(t ?? 0)], [p ?? 0, cpu(p ?? 0)]));
  expect(cpuRatioOf(steps)).toBeCloseTo(1, 9);
});

it('finds a target whose requests are cheaper', () => {
  const steps = [[40, 30], [80, 20], [120, 10]].map(([t, p]) => step([t ?? 0, 0.05 + 0.009 * (t ?? 0)], [p ?? 0, 0.05 + 0.01 * (p ?? 0)]));
  expect(cpuRatioOf(steps)).toBeCloseTo(0.9, 9);
});

it.each<[string, readonly ReportStep[], number | null]>([
  ['too few steps for a line', [step([100, 0.9], [50, 0.5])], 0.9],
  ['peers that hardly moved', [step([40, 0.36], [50, 0.5]), step([80, 0.72], [51, 0.51]), step([120, 1.08], [52, 0.52])], 0.9],
  ['a step that failed', [step([100, 5], [50, 0.5], 'failed'), step([100, 0.9], [50, 0.5])], 0.9],
  ['nothing published', [step([100, null], [50, 0.5]), step([null, 0.9], [50, 0.5])], null],
  ['no demand', [step([0, 0.1], [50, 0.5])], null],
  ['no step', [], null],
])('with %s', (_, steps, expected) => {
  const found = cpuRatioOf(steps);
  if (expected === null) {
    expect(found).toBeNull();
  } else {
    expect(found).toBeCloseTo(expected, 9);
  }
});
