import { valueOf, type Figure } from '../base/Figure';
import type { CpuEstimate } from './CpuEstimate';
import type { Saturation } from './ServiceFacts';
import { writeNumber as w } from './writeNumber';

/**
 * Resources that requests hold while they are served: their use is demand times holding time (Little's law), so it grows
 * in proportion to demand at least, and faster once requests wait. Memory and descriptors do not.
 */
const HELD_BY_REQUESTS: ReadonlySet<string> = new Set(['connections', 'threads']);

/** Use at which a resource is taken as full, as for CPU. */
const FULL = 0.8;
/** Below this share of its limit use says more of noise than of demand. */
const LEAST_USE = 0.3;

/**
 * An estimate marked as an upper bound when a resource that requests hold will be full before CPU is, by its use now.
 * @param demand of the service now; @param instances that share it
 */
export function boundedByFlow(estimate: CpuEstimate, demand: Figure, instances: Figure, saturation: readonly Saturation[]): CpuEstimate {
  const [rate, count] = [valueOf(demand), valueOf(instances)];
  if (estimate.kind !== 'estimate' || rate === null || count === null || !(rate > 0) || !(count > 0)) {
    return estimate;
  }
  const { fit, cpuLimit, benchmark, lines } = estimate;
  const atCpuLimit = (cpuLimit - fit.intercept) / fit.slope;
  const each = rate / count;
  const first = saturation
    .flatMap(({ resource, use }) => {
      const share = HELD_BY_REQUESTS.has(resource) ? valueOf(use) : null;
      return share !== null && share >= LEAST_USE ? [{ resource, share, full: (each * FULL) / share }] : [];
    })
    .filter(({ full }) => full < atCpuLimit)
    .sort((a, b) => a.full - b.full)[0];
  if (!first) {
    return estimate;
  }
  const reason = `${first.resource} are at ${w(first.share * 100)} % of their limit at ${w(each)} requests/s an instance, so ${FULL * 100} % is reached at ${w(first.full)} at the latest, before CPU at ${w(atCpuLimit)}`;
  const evidence = { ...benchmark.evidence, notes: [...(benchmark.evidence.notes ?? []), reason] };
  return { ...estimate, lines: [...lines, reason], benchmark: { ...benchmark, upperBoundOnly: true, note: benchmark.note ?? reason, evidence } };
}
