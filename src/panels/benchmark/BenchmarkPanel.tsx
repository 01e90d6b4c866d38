import { css } from '@emotion/css';
import { LoadingState, type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { BenchmarkCurve } from '../../ui/charts/curve/BenchmarkCurve';
import { changeWords } from '../../ui/charts/curve/changeWords';
import { drawnBenchmark } from '../../ui/charts/curve/drawnBenchmark';
import { formatDemand } from '../../ui/format/formatDemand';
import { benchmarksByService } from './benchmarksByService';
import { readBenchmarkFrames } from './readBenchmarkFrames';

const HEAD = 26;
const LEGEND = 26;
const LEAST_PICTURE = 90;
/** An answer in parts may begin without a row. */
const WAITING: ReadonlySet<LoadingState> = new Set([LoadingState.NotStarted, LoadingState.Loading, LoadingState.Streaming]);

/** What one instance of each service carried, test by test; a picture a service. */
export function BenchmarkPanel({ data, width, height, timeRange, timeZone }: PanelProps<object>) {
  const styles = useStyles2(getStyles);
  const services = useMemo(() => benchmarksByService(readBenchmarkFrames(data.series)), [data.series]);
  if (services.length === 0) {
    return (
      <div className={styles.empty} style={{ width, height }} role="status">
        {WAITING.has(data.state) ? 'Reading benchmarks…' : 'No benchmark was found in this time range. Query the Headroom data source for "Benchmark history"; load tests and declared benchmarks appear here.'}
      </div>
    );
  }
  const each = Math.max(LEAST_PICTURE, height / services.length - HEAD - LEGEND);
  return (
    <div className={styles.panel} style={{ width, height }}>
      {services.map(({ id, title, rows }) => {
        const change = changeWords(rows);
        return (
          <section key={id} aria-label={title}>
            <div className={styles.head} style={{ height: HEAD }}>
              <strong>{title}</strong> {change}
            </div>
            <BenchmarkCurve
              points={rows.map((row) => drawnBenchmark(row, timeZone))}
              from={timeRange.from.valueOf()}
              to={timeRange.to.valueOf()}
              width={width}
              height={each}
              formatY={(value) => formatDemand(value)}
              timeZone={timeZone}
              summary={`${title}: ${rows.length} benchmarks, the newest from ${formatDemand(rows.at(-1)?.low ?? 0)} per instance. ${change ?? ''}`}
            />
          </section>
        );
      })}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ overflowY: 'auto' }),
  head: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', color: theme.colors.text.secondary, '& strong': { color: theme.colors.text.primary } }),
  empty: css({ display: 'flex', alignItems: 'center', justifyContent: 'center', padding: theme.spacing(2), textAlign: 'center', color: theme.colors.text.secondary }),
});
