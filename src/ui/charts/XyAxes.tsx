import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { niceTicks } from './niceTicks';
import type { XyGeometry } from './XyGeometry';

interface Props {
  readonly geometry: XyGeometry;
  readonly xLabel: string;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
}

/** Grid, tick labels and the name of the x axis; the y axis is named by the chart's heading. */
export function XyAxes({ geometry, xLabel, formatX, formatY }: Props) {
  const styles = useStyles2(getStyles);
  const { left, top, plotWidth, plotHeight, x, y, xMax, yMax } = geometry;
  const bottom = top + plotHeight;
  return (
    <g aria-hidden="true">
      {niceTicks(yMax, Math.max(2, Math.round(plotHeight / 40))).map((tick) => (
        <g key={`y${tick}`}>
          <line className={styles.grid} x1={left} x2={left + plotWidth} y1={y(tick)} y2={y(tick)} />
          <text className={styles.text} x={left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {formatY(tick)}
          </text>
        </g>
      ))}
      {niceTicks(xMax, Math.max(2, Math.round(plotWidth / 90))).map((tick) => (
        <g key={`x${tick}`}>
          <line className={styles.grid} x1={x(tick)} x2={x(tick)} y1={top} y2={bottom} />
          <text className={styles.text} x={x(tick)} y={bottom + 16} textAnchor="middle">
            {formatX(tick)}
          </text>
        </g>
      ))}
      <text className={styles.text} x={left + plotWidth / 2} y={bottom + 34} textAnchor="middle">
        {xLabel}
      </text>
    </g>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  grid: css({ stroke: theme.colors.border.weak, strokeWidth: 1, shapeRendering: 'crispEdges' }),
  text: css({
    fill: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontFamily: theme.typography.fontFamily,
  }),
});
