import { findKnee } from './findKnee';
import type { ReportStep } from './RunReport';

const step = (demandRps: number | null, meanSeconds: number | null, result: ReportStep['result'] = 'carried') => ({
  result,
  target: { demandRps, meanSeconds, cpuCores: null, memoryBytes: null, p99Seconds: null, errorRatio: null },
});

it.each<[string, Parameters<typeof findKnee>[0], number | null, string]>([
  ['is where mean latency is half above that of the lightest step', [step(300, 0.05), step(100, 0.02), step(200, 0.021)], 300, 'From 300 requests/s on mean latency is 2.5 times that at 100.'],
  ['is not seen where it rises less, which is told', [step(100, 0.02), step(200, 0.028)], null, 'No knee up to 200 requests/s: mean latency was at most 1.4 times that at 100.'],
  ['is not that of a step that failed', [step(100, 0.02), step(200, 0.021), step(300, 2, 'failed')], null, 'No knee up to 200 requests/s: mean latency was at most 1.1 times that at 100.'],
  ['is not known without latency', [step(100, null), step(200, null)], null, 'Latency is not in the metrics, so where it begins to rise is not known.'],
  ['is not known from one step', [step(100, 0.02), step(200, null), step(300, 2, 'failed')], null, 'Latency is known of one carried step only, so where it begins to rise is not known.'],
  ['is not known without a step', [step(300, 2, 'failed')], null, 'No step was carried, so where latency begins to rise is not known.'],
])('the knee %s', (_, steps, rps, words) => {
  const found = findKnee(steps);
  expect([found.knee?.rps ?? null, found.words]).toEqual([rps, words]);
});
