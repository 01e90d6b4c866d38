import { timeAt, type Series } from '../base/Series';
import type { SpanPeak } from './SpanPeak';

/**
 * Greatest value of each whole span (hour, day) of a finer series; spans without a value are left out.
 * @param span milliseconds, a multiple of the series' step
 * @param offset milliseconds added to UTC to get the local time whose hours or days are meant
 * @throws RangeError when the span is not a multiple of the step
 */
export function peaksBySpan(series: Series, span: number, offset = 0): SpanPeak[] {
  const perSpan = span / series.step;
  if (!(Number.isInteger(perSpan) && perSpan >= 1)) {
    throw new RangeError(`invalid span: ${span} ms (a multiple of the step, ${series.step} ms, is needed)`);
  }
  const spans = new Map<number, { value: number; at: number; count: number }>();
  series.values.forEach((value, i) => {
    if (!Number.isFinite(value)) {
      return;
    }
    const at = timeAt(series, i);
    const from = Math.floor((at + offset) / span) * span - offset;
    const before = spans.get(from);
    const higher = before === undefined || value > before.value;
    spans.set(from, {
      value: higher ? value : before.value,
      at: higher ? at : before.at,
      count: (before?.count ?? 0) + 1,
    });
  });
  return [...spans]
    .map(([from, { value, at, count }]) => ({ from, value, at, coverage: Math.min(1, count / perSpan) }))
    .sort((a, b) => a.from - b.from);
}
