import type { RawSeries } from './RawSample';

/**
 * Growth of a counter (sum over its series) between the first and the last sample inside [from, to], in its own unit.
 * After a reset the new value counts whole, as Prometheus does. Null when no series has two finite samples there.
 */
export function counterIncrease(series: readonly RawSeries[], from: number, to: number): number | null {
  const increases = series.flatMap((one) => increasesOf(one.filter((s) => s.at >= from && s.at <= to)));
  return increases.length === 0 ? null : increases.reduce((sum, v) => sum + v, 0);
}

function increasesOf(series: RawSeries): number[] {
  const inside = series.filter((s) => Number.isFinite(s.value)).sort((a, b) => a.at - b.at);
  const distinct = inside.filter((s, i) => s.at !== inside[i - 1]?.at);
  return distinct.slice(1).map(({ value }, i) => {
    const before = distinct[i]?.value ?? 0;
    return value >= before ? value - before : value;
  });
}
