import type { ReactNode } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

export type TileTone = 'critical' | 'warning' | 'information' | 'good' | 'neutral';

interface Props {
  readonly label: string;
  readonly children: ReactNode;
  /** One dim line under the value. */
  readonly detail?: ReactNode;
  /** Colour of the edge; the words must say the same. */
  readonly tone?: TileTone;
}

/** One answer of a summary strip: label, the value large, a line of detail. */
export function SummaryTile({ label, children, detail, tone = 'neutral' }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={cx(styles.tile, styles[tone])} role="group" aria-label={label}>
      <div className={styles.label}>{label}</div>
      <div className={styles.value}>{children}</div>
      {detail && <div className={styles.detail}>{detail}</div>}
    </div>
  );
}

const edge = (color: string) => css({ borderLeftColor: color });

const getStyles = (theme: GrafanaTheme2) => ({
  tile: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.25),
    minWidth: 0,
    padding: theme.spacing(1, 1.5),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    borderLeft: '3px solid transparent',
  }),
  label: css({ fontSize: theme.typography.bodySmall.fontSize, color: theme.colors.text.secondary }),
  value: css({
    display: 'flex',
    alignItems: 'baseline',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 0.5),
    fontSize: theme.typography.h3.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    fontVariantNumeric: 'tabular-nums',
  }),
  detail: css({
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
    overflowWrap: 'anywhere',
  }),
  critical: edge(theme.colors.error.main),
  warning: edge(theme.colors.warning.main),
  information: edge(theme.colors.info.main),
  good: edge(theme.colors.success.main),
  neutral: edge(theme.colors.border.medium),
});
