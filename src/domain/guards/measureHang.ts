import type { HangGuard } from './GuardSpec';
import type { Measurement, WindowTimes } from './Measurement';
import type { RawSeries } from './RawSample';
import { signalReset, signalValue } from './signalIncrease';
import type { SubjectSamples } from './SubjectSamples';
import { sparseIncrease, windowIncrease } from './windowIncrease';

/** Worst of outstanding growth, retries and queue, each as a multiple of what is allowed: 1 is the limit. */
export function measureHang(guard: HangGuard, { series }: SubjectSamples, times: WindowTimes): Measurement | null {
  const sent = windowIncrease(series[guard.sent], times);
  const completed = windowIncrease(series[guard.completed], times);
  // After a reset nobody knows what was outstanding.
  if (sent === null || completed === null || resetWithin([series[guard.sent], series[guard.completed]], times)) {
    return null;
  }
  const allowed = Math.max(guard.share * sent, guard.requests);
  const again = sparse(series, guard.retries, times) + sparse(series, guard.redispatches, times);
  const value = Math.max(0, (sent - completed) / allowed, again / allowed, queueRise(guard, series, times));
  return Number.isFinite(value) ? { value, limit: 1, violates: value > 1 } : null;
}

type Signals = SubjectSamples['series'];

const sparse = (series: Signals, name: string | null, times: WindowTimes): number => (name === null ? 0 : sparseIncrease(series[name], times));

const resetWithin = (signals: ReadonlyArray<readonly RawSeries[] | undefined>, times: WindowTimes): boolean =>
  signals.some((one) => times.some((at, i) => i > 0 && signalReset(one ?? [], times[i - 1] ?? at, at)));

/** Counts only while it rises: a queue that drains is no hang. A queue that is asked for and not there counts as unknown. */
function queueRise({ queue, queueFloor }: HangGuard, series: Signals, times: WindowTimes): number {
  if (queue === null) {
    return 0;
  }
  const now = signalValue(series[queue] ?? [], times.at(-1) ?? NaN);
  const before = signalValue(series[queue] ?? [], times.at(-2) ?? NaN);
  if (now === null || before === null) {
    return NaN;
  }
  return now > before ? now / queueFloor : 0;
}
