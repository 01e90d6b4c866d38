import { combineEvidence } from '../base/Evidence';
import type { Benchmark, NoBenchmark } from './Benchmark';
import { benchmarkStaleness, type BenchmarkContext } from './benchmarkStaleness';
import { BEST_FIRST, chooseBenchmark, type BenchmarkChoice } from './chooseBenchmark';
import { mixedSpecs } from './mixedSpecs';

/**
 * The benchmark of a service whose instances differ: the one of each spec, summed by instances, as that of the average
 * instance; as old as the oldest of them, as good as the weakest, stale for the reasons of each. Null when fewer than two specs run, or when one of them has no benchmark of its own.
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
  const choices = [...specs].map(([spec, instances]) => {
    const own = candidates.filter((c) => c.spec === spec);
    return { spec, instances: Math.floor(instances), choice: chooseBenchmark(own, { ...context, spec }, none) };
  });
  const groups = choices.flatMap(({ spec, instances, choice: { chosen } }) =>
    'low' in chosen && instances > 0 ? [{ spec, instances, limits: { benchmark: chosen.low }, chosen }] : []
  );
  const parts = groups.map((g) => g.chosen);
  const [oldest] = [...parts].sort((a, b) => a.at - b.at);
  const [weakest] = [...parts].sort((a, b) => BEST_FIRST.indexOf(b.origin) - BEST_FIRST.indexOf(a.origin));
  if (groups.length < specs.size || !oldest || !weakest) {
    return null;
  }
  const mixed = mixedSpecs(groups);
  const chosen: Benchmark = {
    ...oldest,
    origin: weakest.origin,
    low: mixed.total / mixed.instances,
    high: null,
    version: parts.every((part) => part.version === oldest.version) ? oldest.version : null,
    spec: null,
    note: 'average over instance specs',
    parts,
    evidence: combineEvidence(parts.map((part) => part.evidence), mixed.lines),
  };
  return { chosen, stale: benchmarkStaleness(chosen, { ...context, spec: null }), others: [], invalid: [] };
}
