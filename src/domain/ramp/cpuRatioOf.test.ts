import { cpuRatioOf } from './cpuRatioOf';
import type { ReportStep } from './RunReport';

type Pair = readonly [demand: number | null, cpu: number | null];

const figures = ([demandRps, cpuCores]: Pair) => ({ demandRps, cpuCores, memoryBytes: null, meanSeconds: null, p99Seconds: null, errorRatio: null });
const step = (target: Pair, peers: Pair, result: ReportStep['result'] = 'carried', peerSpread: number | null = null) => ({ result, target: figures(target), peers: figures(peers), peerSpread }) as unknown as ReportStep;

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

it('does not trust slopes that three steps hardly tell', () => {
  // About 10 ms a request on both sides; CPU strays by a fifth, so that the slopes differ by chance.
  const steps = [[40, 0.44, 30, 0.25], [80, 0.65, 25, 0.27], [120, 1.25, 20, 0.2]].map(([t = 0, tc = 0, p = 0, pc = 0]) => step([t, tc], [p, pc]));
  expect(cpuRatioOf(steps)).toBeCloseTo((0.011 / (0.25 / 30) + 0.008125 / 0.0108 + 1.25 / 120 / 0.01) / 3, 9);
});

it.each<[string, readonly ReportStep[], number | null]>([
  ['peers of which the dearest tenth is a fifth dearer than all', [step([100, 0.9], [50, 0.5], 'carried', 1.2)], 0.75],
  ['one step of several that tells how they differ', [step([100, 0.9], [50, 0.5], 'carried', 1.2), step([100, 0.9], [50, 0.5])], 0.75],
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
