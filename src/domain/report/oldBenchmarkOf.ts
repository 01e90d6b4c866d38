import { onlyKey } from '../base/onlyKey';
import { benchmarkStaleness } from '../capacity/benchmarkStaleness';
import type { FleetRow } from '../capacity/FleetRow';
import { isBenchmark } from '../capacity/isBenchmark';
import type { OldBenchmark } from './CapacityReport';

/** A benchmark that is more than 90 days old, or of another version or instance spec than runs now; null when it is not. */
export function oldBenchmarkOf({ facts }: FleetRow, now: number): OldBenchmark | null {
  const { benchmark } = facts;
  if (!isBenchmark(benchmark) || benchmark.origin === 'estimated') {
    return null;
  }
  const reasons = benchmarkStaleness(benchmark, { versions: [...facts.versions.keys()], spec: onlyKey(facts.specs), now });
  return reasons.length === 0 ? null : { facts, benchmark, reasons };
}
