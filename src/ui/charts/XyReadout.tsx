import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { XyGeometry } from './XyGeometry';
import type { XyPoint } from './XyModel';

interface Props {
  readonly geometry: Pick<XyGeometry, 'x' | 'y' | 'width'>;
  readonly point: Pick<XyPoint, 'x' | 'y' | 'text'>;
}

/** What the point under the pointer says; on the side where there is room. */
export function XyReadout({ geometry, point }: Props) {
  const styles = useStyles2(getStyles);
  const left = geometry.x(point.x);
  const side = left > geometry.width / 2 ? { right: geometry.width - left + 10 } : { left: left + 10 };
  return (
    <div className={styles.box} style={{ ...side, top: Math.max(0, geometry.y(point.y) - 14) }} aria-hidden="true">
      {point.text}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    position: 'absolute',
    pointerEvents: 'none',
    maxWidth: '55%',
    whiteSpace: 'pre-line',
    padding: theme.spacing(0.5, 1),
    borderRadius: theme.shape.radius.default,
    border: `1px solid ${theme.colors.border.medium}`,
    background: theme.colors.background.secondary,
    boxShadow: theme.shadows.z2,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
