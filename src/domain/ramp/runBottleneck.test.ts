import type { NamedFigures, ReportStep, StepFigures } from './RunReport';
import { runBottleneck } from './runBottleneck';

const figures = (demandRps: number | null, over: Partial<StepFigures> = {}): StepFigures => ({ demandRps, cpuCores: (demandRps ?? 0) / 100, memoryBytes: 1, meanSeconds: 0.02, p99Seconds: 0.1, errorRatio: 0, ...over });
const calls = (name: string, meanSeconds: number | null): NamedFigures => ({ name, ...figures(10), meanSeconds });
const step = (rps: number | null, dependencies: readonly NamedFigures[] = [], over: Partial<StepFigures> = {}): ReportStep => ({ target: figures(rps, over), dependencies }) as unknown as ReportStep;

describe('the bottleneck of a run', () => {
  it.each<[string, readonly ReportStep[], string]>([
    ['a dependency that slowed down', [step(50, [calls('payments', 0.01), calls('stock', 0.01)]), step(120, [calls('payments', 0.032), calls('stock', 0.011)])], 'p99 of a: 2 s; at 120 requests/s the target used 1.2 cores; calls to payments took 3.2 times as long as at the lightest step.'],
    ['none that did', [step(120, [calls('stock', 0.011)]), step(50, [calls('stock', 0.01)])], 'p99 of a: 2 s; at 120 requests/s the target used 1.2 cores; no dependency slowed down with the load.'],
    ['none in the metrics', [step(50), step(120)], 'p99 of a: 2 s; at 120 requests/s the target used 1.2 cores; calls to dependencies are not in the metrics.'],
    ['no CPU in the metrics', [step(50), step(120, [], { cpuCores: null })], 'p99 of a: 2 s; CPU is not in the metrics; calls to dependencies are not in the metrics.'],
    ['a dependency without latency', [step(50, [calls('stock', 0)]), step(120, [calls('stock', null)])], 'p99 of a: 2 s; at 120 requests/s the target used 1.2 cores; calls to dependencies are not in the metrics.'],
    ['one step', [step(50), step(null)], 'p99 of a: 2 s. With fewer than two steps nothing more can be told.'],
  ])('%s', (_name, steps, expected) => expect(runBottleneck('p99 of a: 2 s', steps)).toBe(expected));
});
