import { combineEvidence } from '../base/Evidence';
import type { Benchmark, NoBenchmark } from './Benchmark';
import type { BenchmarkContext } from './benchmarkStaleness';
import { chooseBenchmark, type BenchmarkChoice } from './chooseBenchmark';
import { mixedSpecs } from './mixedSpecs';

/**
 * The benchmark of a service whose instances differ: the one of each spec, summed by instances, as that of the average
 * instance. Null when fewer than two specs run, or when one of them has no benchmark of its own.
 * @param specs instances by spec
 */
export function mixedSpecBenchmark(
  specs: ReadonlyMap<string, number>,
  candidates: readonly Benchmark[],
  context: Omit<BenchmarkContext, 'spec'>
): BenchmarkChoice | null {
  if (specs.size < 2) {
    return null;
  }
  const none: NoBenchmark = { reason: '', next: '' };
  const parts = [...specs].map(([spec, instances]) => {
    const own = candidates.filter((c) => c.spec === spec);
    return { spec, instances: Math.floor(instances), choice: chooseBenchmark(own, { ...context, spec }, none) };
  });
  const groups = parts.flatMap(({ spec, instances, choice: { chosen } }) =>
    'low' in chosen && instances > 0 ? [{ spec, instances, limits: { benchmark: chosen.low }, chosen }] : []
  );
  const oldest = groups.map((g) => g.chosen).sort((a, b) => a.at - b.at)[0];
  if (groups.length < specs.size || !oldest) {
    return null;
  }
  const mixed = mixedSpecs(groups);
  return {
    chosen: {
      ...oldest,
      low: mixed.total / mixed.instances,
      high: null,
      spec: null,
      note: 'average over instance specs',
      evidence: combineEvidence(groups.map((g) => g.chosen.evidence), mixed.lines),
    },
    stale: [...new Set(parts.flatMap(({ choice }) => choice.stale))],
    others: [],
    invalid: [],
  };
}
