import type { CpuEstimate } from '../../../domain/capacity/CpuEstimate';
import { estimateBenchmarkFromCpu } from '../../../domain/capacity/estimateBenchmarkFromCpu';
import type { CpuPoint } from '../../../domain/capacity/CpuPoint';
import type { NoBenchmark } from '../../../domain/capacity/Benchmark';
import type { ProfileReadings } from '../ProfileReadings';
import { historyEvidence } from './evidence';
import { historyOf } from './historyOf';
import { hourlyPoints, hourlyVersions } from './hourlyPoints';

const MEASURE = 'Run a load test, or declare a benchmark.';

/** Estimate of what one instance carries from CPU against demand, hour by hour, or why there is none. */
export function cpuEstimate(
  readings: ProfileReadings,
  rowKey: string,
  coresPerInstance: number | null,
  spec: string | null,
  now: number
): CpuEstimate | NoBenchmark {
  const cores = historyOf(readings, 'hourly-cores', rowKey);
  if (!cores.known) {
    return { reason: `no benchmark, and none can be estimated: ${cores.reason}`, next: cores.next ?? MEASURE };
  }
  const instances = historyOf(readings, 'hourly-instances', rowKey);
  if (!instances.known) {
    return { reason: `no benchmark, and none can be estimated: ${instances.reason}`, next: instances.next ?? MEASURE };
  }
  const demand = historyOf(readings, 'hourly-demand', rowKey);
  if (!demand.known) {
    return { reason: `no benchmark, and none can be estimated: ${demand.reason}`, next: demand.next ?? MEASURE };
  }
  const estimate = estimateBenchmarkFromCpu({ points: pointsOfOneInstance(readings, rowKey), coresPerInstance, spec, now });
  if (estimate.kind === 'refused') {
    return estimate;
  }
  const read = historyEvidence(readings.source, cores.question, cores.answer, cores.rows[0]?.series ?? null);
  const evidence = { ...read, ...estimate.benchmark.evidence, origins: [...estimate.benchmark.evidence.origins, ...read.origins] };
  return { ...estimate, benchmark: { ...estimate.benchmark, evidence } };
}

function pointsOfOneInstance(readings: ProfileReadings, rowKey: string): readonly CpuPoint[] {
  const demand = hourlyPoints(readings, 'hourly-demand', rowKey);
  const counts = hourlyPoints(readings, 'hourly-instances', rowKey);
  const latency = hourlyPoints(readings, 'hourly-latency', rowKey);
  const versions = hourlyVersions(readings, rowKey);
  const labelled = readings.source.context.profile.labels.version !== undefined && versions.size > 0;
  return [...hourlyPoints(readings, 'hourly-cores', rowKey)].flatMap(([at, cores]): CpuPoint[] => {
    const total = demand.get(at);
    const count = counts.get(at);
    const version = versions.get(at) ?? null;
    // An hour in which two versions ran speaks for neither.
    if (total === undefined || !count || (labelled && version === null)) {
      return [];
    }
    const seconds = latency.get(at);
    return [{ at, demand: total / count, cpu: cores / count, version, ...(seconds !== undefined && { latency: seconds }) }];
  });
}
