import type { ReportStep } from '../../../../domain/ramp/RunReport';
import { sameLoad } from './sameLoad';

const step = (demandRps: number | null, p99Seconds = 0.1): ReportStep => {
  const figures = { demandRps, cpuCores: 1, memoryBytes: 1, meanSeconds: 0.05, p99Seconds, errorRatio: 0 };
  return { index: 0, purpose: 'step', commandedShare: 0.1, measuredShare: 0.1, offeredRps: demandRps ?? 0, result: 'carried', why: '', from: 0, to: 1, target: figures, peers: figures, apis: [], dependencies: [] };
};

it('pairs steps whose demand differs by less than a tenth, nearest first', () => {
  const pairs = sameLoad([step(100), step(200)], [step(108, 0.3), step(101, 0.2), step(400)]);
  expect(pairs.map(({ demand, two }) => [demand, two.demandRps, two.p99Seconds])).toEqual([[100, 101, 0.2]]);
});

it('uses every step once', () => {
  expect(sameLoad([step(100), step(102)], [step(101)])).toHaveLength(1);
});

it.each([[null], [0], [Number.NaN]])('leaves out a step with a demand of %p', (demand) => {
  expect(sameLoad([step(demand)], [step(demand), step(5)])).toEqual([]);
});
