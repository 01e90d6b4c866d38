import { valueAtLoad } from '../capacity/LoadCurve';
import { bucketQuantile } from './bucketQuantile';
import type { CpuGuard, LatencyCurveGuard, LatencyGuard, MeasuredGuard, RatioGuard, SaturationGuard } from './GuardSpec';
import { measureHang } from './measureHang';
import { windowSeconds, type Measurement, type WindowTimes } from './Measurement';
import { signalValue } from './signalIncrease';
import type { SubjectSamples } from './SubjectSamples';
import { sparseIncrease, windowIncrease } from './windowIncrease';

/** One guard on one subject over one window; null = data are missing. */
export function measureGuard(guard: MeasuredGuard, subject: SubjectSamples, times: WindowTimes): Measurement | null {
  switch (guard.kind) {
    case 'errors':
    case 'rejects':
      return measureRatio(guard, subject, times);
    case 'cpu':
      return measureCpu(guard, subject, times);
    case 'latency':
      return measureLatency(guard, subject, times, guard.limitSeconds);
    case 'latency-curve':
      return measureCurve(guard, subject, times);
    case 'saturation':
      return measureSaturation(guard, subject, times);
    case 'hang':
      return measureHang(guard, subject, times);
  }
}

function measureRatio({ part, whole, limit, floor }: RatioGuard, { series }: SubjectSamples, times: WindowTimes): Measurement | null {
  const all = windowIncrease(series[whole], times);
  if (all === null) {
    return null;
  }
  const some = sparseIncrease(series[part], times);
  const value = all > 0 ? some / all : null;
  return { value, limit, violates: some >= floor && some > limit * all };
}

function measureCpu({ seconds, cores, limit }: CpuGuard, { series }: SubjectSamples, times: WindowTimes): Measurement | null {
  const used = windowIncrease(series[seconds], times);
  return used === null ? null : above(used / windowSeconds(times) / cores, limit);
}

function measureLatency({ quantile, floor }: LatencyGuard | LatencyCurveGuard, { buckets }: SubjectSamples, times: WindowTimes, limit: number): Measurement | null {
  const found = bucketQuantile(buckets, times, quantile);
  if (found === null) {
    return null;
  }
  return { value: found.seconds, limit, violates: found.requests >= floor && found.seconds !== null && found.seconds >= limit };
}

function measureCurve(guard: LatencyCurveGuard, subject: SubjectSamples, times: WindowTimes): Measurement | null {
  const requests = windowIncrease(subject.series[guard.requests], times);
  if (requests === null) {
    return null;
  }
  const expected = valueAtLoad(guard.curve, requests / windowSeconds(times));
  // Where no earlier run has been, the absolute guard alone holds.
  return expected === null ? { value: null, limit: Infinity, violates: false } : measureLatency(guard, subject, times, expected * (1 + guard.tolerance));
}

function measureSaturation(guard: SaturationGuard, { series }: SubjectSamples, times: WindowTimes): Measurement | null {
  const { signal, measure, limit, alongside } = guard;
  const grown = (): number | null => (alongside === undefined ? windowIncrease(series[signal], times) : sparseIncrease(series[signal], times));
  const used = measure === 'counter' ? perSecond(grown(), times) : meanOf(times, (at) => signalValue(series[signal] ?? [], at));
  const most = capacityOf(guard, series, times);
  if (guard.capacityGrows === true && most === 0) {
    return { value: null, limit, violates: false };
  }
  return used === null || most === null || !(most > 0) ? null : above(used / most, limit);
}

function capacityOf({ capacity, capacityGrows }: SaturationGuard, series: SubjectSamples['series'], times: WindowTimes): number | null {
  if (typeof capacity === 'number') {
    return capacity;
  }
  return capacityGrows === true ? perSecond(windowIncrease(series[capacity], times), times) : meanOf(times.slice(-1), (at) => signalValue(series[capacity] ?? [], at));
}

/** Mean over the samples after the base of the window. */
function meanOf(times: WindowTimes, valueAt: (at: number) => number | null): number | null {
  const inside = times.length > 1 ? times.slice(1) : times;
  let sum = 0;
  for (const at of inside) {
    const value = valueAt(at);
    if (value === null) {
      return null;
    }
    sum += value;
  }
  return inside.length === 0 ? null : sum / inside.length;
}

const perSecond = (increase: number | null, times: WindowTimes): number | null => (increase === null ? null : increase / windowSeconds(times));

const above = (value: number, limit: number): Measurement | null => (Number.isFinite(value) ? { value, limit, violates: value > limit } : null);
