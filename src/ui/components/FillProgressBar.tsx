import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { FillProgress } from '../../engine/FillProgress';

interface Props {
  readonly progress: FillProgress | null;
  /** What is being read, for people: "Reading 90 days of history". */
  readonly what: string;
}

/** How far reading has come, in people's words; which question is being asked is said on hover. Nothing when complete. */
export function FillProgressBar({ progress, what }: Props) {
  const styles = useStyles2(getStyles);
  if (progress === null) {
    return null;
  }
  const percent = Math.round(Math.min(1, Math.max(0, progress.share)) * 100);
  return (
    <div className={styles.box}>
      <div
        role="progressbar"
        aria-label="Reading history"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={`${what}: ${percent} percent`}
        className={styles.track}
      >
        <div className={styles.bar} style={{ width: `${percent}%` }} />
      </div>
      <div className={styles.text} title={progress.doing}>
        {what}: {percent} %
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5) }),
  track: css({
    height: 4,
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.pill,
    overflow: 'hidden',
  }),
  bar: css({ height: '100%', background: theme.colors.primary.main }),
  text: css({
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: '18px',
    color: theme.colors.text.secondary,
    fontVariantNumeric: 'tabular-nums',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  }),
});
