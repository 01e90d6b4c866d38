import { HOUR } from '../../domain/base/Duration';
import { timeAt, type Series } from '../../domain/base/Series';

/** Mean of each hour, by the hour's end; an hour counts when half its samples are there. */
export function hourlyMeans(series: Series): ReadonlyMap<number, number> {
  const sums = new Map<number, { sum: number; count: number }>();
  series.values.forEach((value, i) => {
    if (Number.isFinite(value)) {
      const hour = Math.ceil(timeAt(series, i) / HOUR) * HOUR;
      const entry = sums.get(hour) ?? { sum: 0, count: 0 };
      entry.sum += value;
      entry.count++;
      sums.set(hour, entry);
    }
  });
  const enough = Math.max(1, HOUR / series.step / 2);
  return new Map([...sums].filter(([, { count }]) => count >= enough).map(([hour, { sum, count }]) => [hour, sum / count]));
}
