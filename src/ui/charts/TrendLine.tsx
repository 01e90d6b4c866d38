import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { peakOf, type Series } from '../../domain/base/Series';

const WIDTH = 140;
const HEIGHT = 24;

/** The shape of a series in one line of text height; the figures stand beside it, so it is hidden from screen readers. */
export function TrendLine({ series }: { readonly series: Series }) {
  const styles = useStyles2(getStyles);
  const greatest = peakOf(series)?.value ?? 0;
  if (greatest <= 0) {
    return null;
  }
  const x = (i: number) => (i / Math.max(1, series.values.length - 1)) * WIDTH;
  const y = (value: number) => HEIGHT - 1 - (value / greatest) * (HEIGHT - 2);
  let path = '';
  series.values.forEach((value, i) => {
    if (Number.isFinite(value)) {
      // A gap lifts the pen.
      path += `${Number.isFinite(series.values[i - 1] ?? NaN) ? 'L' : 'M'}${x(i).toFixed(1)},${y(value).toFixed(1)}`;
    }
  });
  return (
    <svg className={styles.trend} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  trend: css({
    verticalAlign: 'middle',
    path: { fill: 'none', stroke: theme.visualization.getColorByName('blue'), strokeWidth: 1.25 },
  }),
});
