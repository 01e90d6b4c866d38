import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { XyGeometry } from './XyGeometry';
import type { XyLinePoint } from './XyModel';

interface Props {
  readonly geometry: XyGeometry;
  readonly line: readonly XyLinePoint[];
}

/** The fitted line (dashed where nothing was measured) in its prediction band. */
export function XyFit({ geometry, line }: Props) {
  const styles = useStyles2(getStyles);
  const { x, y } = geometry;
  const path = (points: ReadonlyArray<readonly [number, number]>) =>
    points.map(([px, py], i) => `${i === 0 ? 'M' : 'L'}${x(px).toFixed(1)},${y(py).toFixed(1)}`).join('');
  const seen = line.filter((p) => !p.extrapolated);
  const last = seen.at(-1);
  // The dashed part starts where the solid one ends, or a hole would show.
  const beyond = last === undefined ? line : line.filter((p) => p.extrapolated && p.x > last.x);
  const joined = last === undefined ? beyond : [last, ...beyond];
  const band = [
    ...line.map((p) => [p.x, p.high] as const),
    ...[...line].reverse().map((p) => [p.x, Math.max(0, p.low)] as const),
  ];
  return (
    <g aria-hidden="true">
      {line.length > 1 && <path className={styles.band} d={`${path(band)}Z`} />}
      <path className={styles.line} d={path(seen.map((p) => [p.x, p.fitted]))} />
      {joined.length > 1 && <path className={styles.dashed} d={path(joined.map((p) => [p.x, p.fitted]))} />}
    </g>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const line = { fill: 'none', stroke: theme.colors.text.primary, strokeWidth: 1.5 };
  return {
    band: css({ fill: theme.colors.text.primary, fillOpacity: 0.1 }),
    line: css(line),
    dashed: css({ ...line, strokeDasharray: '5 4' }),
  };
};
