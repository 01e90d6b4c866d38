import type { Figure } from '../../domain/base/Figure';
import { timeAt, type Series } from '../../domain/base/Series';
import type { LinePoint } from './LinePoint';
import type { LineContext } from './QueryHandler';

/**
 * The points of a curve within the range, gaps included, with the figure of now as the last one, so that "last value" of
 * a panel is what the fleet page says. Without a curve the figure stands alone.
 */
export function pointsWithNow(
  series: Series | null,
  now: Figure | null,
  { range, nowAt }: Pick<LineContext, 'range' | 'nowAt'>
): readonly LinePoint[] {
  const last: readonly LinePoint[] = now?.known && nowAt !== null ? [{ at: nowAt, value: now.value }] : [];
  const end = last[0]?.at ?? Infinity;
  const points = series ? pointsOf(series).filter(({ at }) => at >= range.from && at <= range.to && at < end) : [];
  return [...points, ...last];
}

const pointsOf = (series: Series): LinePoint[] =>
  Array.from(series.values, (value, i) => ({ at: timeAt(series, i), value: Number.isFinite(value) ? value : null }));
