import { NO_EVIDENCE, type Evidence } from '../base/Evidence';
import { weakest, type Figure, type Quality } from '../base/Figure';
import type { Benchmark, NoBenchmark } from './Benchmark';
import { benchmarkQuality } from './benchmarkQuality';
import type { InstanceLimits } from './InstanceLimits';
import { isBenchmark } from './isBenchmark';
import type { ServiceFacts } from './ServiceFacts';

/** What one instance carries as far as it is known. */
export interface KnownLimits {
  readonly limits: InstanceLimits;
  readonly quality: Quality;
  readonly evidence: readonly Evidence[];
  /** The benchmark used; null when it is a what-if number or there is none. */
  readonly benchmark: Benchmark | null;
  /** Why there is no benchmark; null when there is one. Limits then bound the truth from above. */
  readonly missing: NoBenchmark | null;
}

/** @param whatIf lower end of a benchmark asked about, requests/s an instance, or undefined */
export function knownLimits(facts: ServiceFacts, whatIf?: number): KnownLimits {
  const own = benchmarkPart(facts.benchmark, whatIf);
  const concurrency = positive(facts.concurrencyLimit);
  const latencySeconds = positiveFigure(facts.latencySeconds);
  const cores = positive(facts.coresPerInstance);
  const secondsPerRequest = positiveFigure(facts.cpuPerRequest);
  const byConcurrency = concurrency !== null && latencySeconds !== null;
  const byCpu = cores !== null && secondsPerRequest !== null;
  return {
    limits: {
      ...own.limits,
      ...(byConcurrency && { concurrency: { limit: concurrency, latencySeconds } }),
      ...(byCpu && { cpu: { cores, secondsPerRequest } }),
    },
    quality: weakest(own.qualities),
    evidence: [
      ...own.evidence,
      ...(byConcurrency ? [facts.latencySeconds.evidence] : []),
      ...(byCpu ? [facts.cpuPerRequest.evidence] : []),
    ],
    benchmark: own.benchmark,
    missing: own.missing,
  };
}

interface BenchmarkPart {
  readonly limits: InstanceLimits;
  readonly qualities: readonly Quality[];
  readonly evidence: readonly Evidence[];
  readonly benchmark: Benchmark | null;
  readonly missing: NoBenchmark | null;
}

function benchmarkPart(benchmark: Benchmark | NoBenchmark, whatIf: number | undefined): BenchmarkPart {
  if (whatIf !== undefined) {
    const evidence: Evidence = { origins: [{ kind: 'policy', text: `what if: ${whatIf} requests/s an instance` }] };
    return {
      limits: { benchmark: whatIf },
      qualities: ['declared'],
      evidence: [evidence],
      benchmark: null,
      missing: null,
    };
  }
  if (!isBenchmark(benchmark)) {
    return { limits: {}, qualities: ['estimated'], evidence: [NO_EVIDENCE], benchmark: null, missing: benchmark };
  }
  if (!(Number.isFinite(benchmark.low) && benchmark.low > 0)) {
    const missing = { reason: `the benchmark's lower end is ${benchmark.low}`, next: 'declare or measure it again' };
    return { limits: {}, qualities: ['estimated'], evidence: [benchmark.evidence], benchmark: null, missing };
  }
  return {
    limits: { benchmark: benchmark.low },
    qualities: [benchmarkQuality(benchmark)],
    evidence: [benchmark.evidence],
    benchmark,
    missing: null,
  };
}

const positive = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) && value > 0 ? value : null;

const positiveFigure = (figure: Figure): number | null => (figure.known ? positive(figure.value) : null);
