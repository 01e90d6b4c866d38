import { onlyKey } from '../../../domain/base/onlyKey';
import type { Benchmark, NoBenchmark } from '../../../domain/capacity/Benchmark';
import { chooseBenchmark } from '../../../domain/capacity/chooseBenchmark';
import type { CpuEstimate } from '../../../domain/capacity/CpuEstimate';
import { mixedSpecBenchmark } from '../../../domain/capacity/mixedSpecBenchmark';
import type { AssemblyContext } from '../AssemblyContext';
import type { InstanceFacts } from './instanceFacts';

/** The benchmark a service is judged by: stated ones before an estimate, by spec where instances differ; stale ones are marked. */
export function benchmarkFact(key: string, estimate: CpuEstimate | NoBenchmark, instances: InstanceFacts, context: AssemblyContext): Benchmark | NoBenchmark {
  const stated = (context.benchmarks.get(key) ?? []).map(({ benchmark }) => benchmark);
  const estimated = 'kind' in estimate && estimate.kind === 'estimate' ? [estimate.benchmark] : [];
  const running = { versions: [...instances.versions.keys()], now: context.now };
  const { chosen, stale } =
    mixedSpecBenchmark(instances.specs, stated, running) ??
    chooseBenchmark([...stated, ...estimated], { ...running, spec: onlyKey(instances.specs) }, refusalOf(estimate));
  if (!('low' in chosen) || stale.length === 0) {
    return chosen;
  }
  return { ...chosen, evidence: { ...chosen.evidence, notes: [...(chosen.evidence.notes ?? []), ...stale] } };
}

/** Why there is no estimate, or that there is no benchmark. */
export function refusalOf(estimate: CpuEstimate | NoBenchmark): NoBenchmark {
  if (!('kind' in estimate)) {
    return estimate;
  }
  return estimate.kind === 'refused' ? estimate.noBenchmark : { reason: 'no benchmark', next: 'Run a load test, or declare one.' };
}
