import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  /** 0 to 1 and above; the bar ends at its limit, the text beside it says by how much it is passed. */
  readonly share: number;
  readonly label: string;
  readonly text: string;
}

const WARN = 0.8;

/** A bar to its limit. The number stands beside it, so colour is never the only signal. */
export function Meter({ share, label, text }: Props) {
  const styles = useStyles2(getStyles);
  const filled = Math.min(1, Math.max(0, share));
  return (
    <div
      className={styles.track}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(filled * 100)}
      aria-valuetext={text}
    >
      <div
        className={cx(styles.fill, share >= WARN && styles.warn, share >= 1 && styles.over)}
        style={{ width: `${filled * 100}%` }}
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  track: css({
    height: 10,
    minWidth: 60,
    width: '100%',
    borderRadius: 5,
    overflow: 'hidden',
    background: theme.colors.background.canvas,
    boxShadow: `inset 0 0 0 1px ${theme.colors.border.medium}`,
  }),
  fill: css({ height: '100%', background: theme.colors.success.main }),
  warn: css({ background: theme.colors.warning.main }),
  over: css({ background: theme.colors.error.main }),
});
