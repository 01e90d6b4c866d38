import { benchmarkChange } from '../../../domain/capacity/benchmarkChange';
import { formatGrowth } from '../../format/formatGrowth';
import { formatPercent } from '../../format/formatPercent';
import type { BenchmarkRow } from './BenchmarkRow';

/** How the newest benchmark compares with the last one of another version; null when there is none to compare with. */
export function changeWords(rows: readonly BenchmarkRow[]): string | null {
  const sorted = [...rows].sort((a, b) => b.at - a.at);
  const [newest] = sorted;
  const before = sorted.find(({ version }) => version !== newest?.version);
  const change = newest && before ? benchmarkChange(before, newest) : null;
  if (!newest || !before || !change) {
    return null;
  }
  const name = (row: BenchmarkRow) => row.version ?? 'a version not stated';
  const side = (value: number | null) => (value === null ? 'open' : formatGrowth(value));
  const much = change.change === 0 ? 'as much' : `${formatPercent(Math.abs(change.change) * 100, 0)} ${change.change < 0 ? 'less' : 'more'}`;
  return `${name(newest)} carries ${much} per instance ${change.change === 0 ? 'as' : 'than'} ${name(before)} (interval ${side(change.low)} to ${side(change.high)})`;
}
