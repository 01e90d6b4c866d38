import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { XyGeometry } from './XyGeometry';
import type { XyLimit } from './XyModel';

interface Props {
  readonly geometry: XyGeometry;
  readonly limit: XyLimit;
}

/** The value that must not be passed, and the demand at which the band passes it. */
export function XyLimitLine({ geometry, limit }: Props) {
  const styles = useStyles2(getStyles);
  const { left, top, plotWidth, plotHeight, x, y } = geometry;
  const py = y(limit.y);
  const bottom = top + plotHeight;
  return (
    <g aria-hidden="true">
      <line className={styles.limit} x1={left} x2={left + plotWidth} y1={py} y2={py} />
      <text className={styles.text} x={left + 6} y={py < top + 20 ? py + 15 : py - 6}>
        {limit.label}
      </text>
      {limit.x !== null && (
        <>
          <line className={styles.implied} x1={x(limit.x)} x2={x(limit.x)} y1={py} y2={bottom} />
          <circle className={styles.mark} cx={x(limit.x)} cy={py} r={4} />
          <text className={styles.text} x={x(limit.x) - 6} y={bottom - 8} textAnchor="end">
            {limit.xLabel}
          </text>
        </>
      )}
    </g>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  limit: css({ stroke: theme.colors.error.text, strokeWidth: 1.5, strokeDasharray: '2 3' }),
  implied: css({ stroke: theme.colors.error.text, strokeWidth: 1.5 }),
  mark: css({ fill: theme.colors.background.primary, stroke: theme.colors.error.text, strokeWidth: 2 }),
  text: css({
    fill: theme.colors.error.text,
    fontSize: theme.typography.bodySmall.fontSize,
    fontFamily: theme.typography.fontFamily,
    paintOrder: 'stroke',
    stroke: theme.colors.background.primary,
    strokeWidth: 4,
    strokeLinejoin: 'round',
  }),
});
