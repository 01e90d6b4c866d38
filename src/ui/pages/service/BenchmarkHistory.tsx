import { getTimeZone } from '@grafana/data';
import { DAY } from '../../../domain/base/Duration';
import { serviceName } from '../../../domain/records/serviceName';
import type { StoredBenchmark } from '../../../ports/BenchmarkStore';
import { BenchmarkCurve } from '../../charts/curve/BenchmarkCurve';
import type { BenchmarkRow } from '../../charts/curve/BenchmarkRow';
import { changeWords } from '../../charts/curve/changeWords';
import { drawnBenchmark } from '../../charts/curve/drawnBenchmark';
import { useElementWidth } from '../../charts/useElementWidth';
import { useNow } from '../../components/useNow';
import { formatDemand } from '../../format/formatDemand';

const MONTHS = 90 * DAY;

/** What one instance carried over three months, by version; nothing while there is nothing to compare. */
export function BenchmarkHistory({ benchmarks }: { readonly benchmarks: readonly StoredBenchmark[] }) {
  const now = useNow();
  const [ref, width] = useElementWidth();
  const rows = benchmarks.filter(({ benchmark }) => benchmark.at >= now - MONTHS).map(rowOf);
  if (rows.length < 2) {
    return null;
  }
  const change = changeWords(rows);
  const timeZone = getTimeZone();
  return (
    <div ref={ref}>
      {change !== null && <p>{change}.</p>}
      <BenchmarkCurve
        points={rows.map((row) => drawnBenchmark(row, timeZone))}
        from={now - MONTHS}
        to={now}
        width={width}
        height={200}
        formatY={formatDemand}
        timeZone={timeZone}
        summary={`${rows.length} benchmarks of three months. ${change ?? ''}`}
      />
    </div>
  );
}

const rowOf = ({ service, benchmark: { at, low, high, version, origin, by, note } }: StoredBenchmark): BenchmarkRow => ({ service: serviceName(service), at, low, high, version, origin, by, note });
