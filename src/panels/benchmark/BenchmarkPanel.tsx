import { css } from '@emotion/css';
import { dateTimeFormat, LoadingState, type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { BenchmarkCurve } from '../../ui/charts/curve/BenchmarkCurve';
import type { BenchmarkRow } from '../../ui/charts/curve/BenchmarkRow';
import { changeWords } from '../../ui/charts/curve/changeWords';
import { drawnBenchmark } from '../../ui/charts/curve/drawnBenchmark';
import { formatDemand } from '../../ui/format/formatDemand';
import { readBenchmarkFrames } from './readBenchmarkFrames';

const HEAD = 26;
const LEGEND = 26;
const LEAST_PICTURE = 90;

/** What one instance of each service carried, test by test; a picture a service. */
export function BenchmarkPanel({ data, width, height, timeRange, timeZone }: PanelProps<object>) {
  const styles = useStyles2(getStyles);
  const services = useMemo(() => byService(readBenchmarkFrames(data.series)), [data.series]);
  if (services.length === 0) {
    const waiting = data.state === LoadingState.Loading || data.state === LoadingState.NotStarted;
    return (
      <div className={styles.empty} style={{ width, height }} role="status">
        {waiting ? 'Reading benchmarks…' : 'No benchmark was found in this time range. Query the Headroom data source for "Benchmark history"; load tests and declared benchmarks appear here.'}
      </div>
    );
  }
  const each = Math.max(LEAST_PICTURE, height / services.length - HEAD - LEGEND);
  return (
    <div className={styles.panel} style={{ width, height }}>
      {services.map(([service, rows]) => {
        const change = changeWords(rows);
        return (
          <section key={service} aria-label={service}>
            <div className={styles.head} style={{ height: HEAD }}>
              <strong>{service}</strong> {change}
            </div>
            <BenchmarkCurve
              points={rows.map(drawnBenchmark)}
              from={timeRange.from.valueOf()}
              to={timeRange.to.valueOf()}
              width={width}
              height={each}
              formatY={(value) => formatDemand(value)}
              formatX={(at) => dateTimeFormat(at, { timeZone, format: 'MMM D' })}
              summary={`${service}: ${rows.length} benchmarks, the newest from ${formatDemand(rows.at(-1)?.low ?? 0)} per instance. ${change ?? ''}`}
            />
          </section>
        );
      })}
    </div>
  );
}

function byService(rows: readonly BenchmarkRow[]): ReadonlyArray<readonly [string, readonly BenchmarkRow[]]> {
  const found = new Map<string, BenchmarkRow[]>();
  for (const row of [...rows].sort((a, b) => a.at - b.at)) {
    found.set(row.service, [...(found.get(row.service) ?? []), row]);
  }
  return [...found].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ overflowY: 'auto' }),
  head: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', color: theme.colors.text.secondary, '& strong': { color: theme.colors.text.primary } }),
  empty: css({ display: 'flex', alignItems: 'center', justifyContent: 'center', padding: theme.spacing(2), textAlign: 'center', color: theme.colors.text.secondary }),
});
