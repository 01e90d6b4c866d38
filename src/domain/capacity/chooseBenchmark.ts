import { MINUTE } from '../base/Duration';
import type { Benchmark, BenchmarkOrigin, NoBenchmark } from './Benchmark';
import { benchmarkStaleness, type BenchmarkContext } from './benchmarkStaleness';
import { isAtLeast } from './isAtLeast';

// Outline: drop what cannot be (no positive lower end, made in the future); then by origin: load test, declared,
// passive, estimated; within one origin the newest. A stale one keeps its place: it is a fact about something that
// has changed since, which still says more than a guess, and it is marked. A run that met no limit says nothing against
// more: what was found higher before, of the same version and spec and not stale, stands.

export interface BenchmarkChoice {
  readonly chosen: Benchmark | NoBenchmark;
  /** Why the chosen one is stale, in words; empty when it is not. Stale is used, but marked. */
  readonly stale: readonly string[];
  /** The rest that could be used, best first. */
  readonly others: readonly Benchmark[];
  /** Candidates that cannot be, with the reason in words. */
  readonly invalid: readonly string[];
}

/** Origins, the one that says most first. */
export const BEST_FIRST: readonly BenchmarkOrigin[] = ['load-test', 'declared', 'passive', 'estimated'];

/** Clocks of browsers differ; a benchmark "made in the future" by less than this is fine. */
const CLOCK_SKEW = 10 * MINUTE;

/**
 * The benchmark to judge by.
 * @param otherwise why there is none, when no candidate can be used
 */
export function chooseBenchmark(
  candidates: readonly Benchmark[],
  context: BenchmarkContext,
  otherwise: NoBenchmark
): BenchmarkChoice {
  const checked = candidates.map((benchmark) => ({ benchmark, fault: faultOf(benchmark, context.now) }));
  const invalid = checked.map((c) => c.fault).filter((f): f is string => f !== null);
  const usable = checked
    .filter((c) => c.fault === null)
    .map((c) => c.benchmark)
    .sort(betterFirst);
  const [first] = usable;
  const best = first && knownBetter(first, usable, context);
  return best
    ? { chosen: best, stale: benchmarkStaleness(best, context), others: usable.filter((b) => b !== best), invalid }
    : { chosen: otherwise, stale: [], others: [], invalid };
}

function faultOf({ origin, low, high, at }: Benchmark, now: number): string | null {
  if (!(Number.isFinite(low) && low > 0)) {
    return `${origin} benchmark left out: its lower end is ${low} requests/s`;
  }
  if (high !== null && !(high >= low)) {
    return `${origin} benchmark left out: its upper end ${high} is below its lower end ${low}`;
  }
  return Number.isFinite(at) && at <= now + CLOCK_SKEW
    ? null
    : `${origin} benchmark left out: its date is in the future`;
}

/** What an open end does not displace; the benchmark itself when there is nothing of the kind. */
function knownBetter(best: Benchmark, usable: readonly Benchmark[], context: BenchmarkContext): Benchmark {
  const { origin, version, spec, low } = best;
  const higher = isAtLeast(best)
    ? usable.find((b) => b.origin === origin && b.version === version && b.spec === spec && b.low > low && benchmarkStaleness(b, context).length === 0)
    : undefined;
  return higher ? knownBetter(higher, usable, context) : best;
}

function betterFirst(a: Benchmark, b: Benchmark): number {
  return BEST_FIRST.indexOf(a.origin) - BEST_FIRST.indexOf(b.origin) || b.at - a.at || a.low - b.low;
}
