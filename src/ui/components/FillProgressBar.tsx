import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { FillProgress } from '../../engine/FillProgress';

/** How far reading history has come, and what is being read and why. Nothing when complete. */
export function FillProgressBar({ progress }: { readonly progress: FillProgress | null }) {
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
        aria-valuetext={`${percent} percent: ${progress.doing}`}
        className={styles.track}
      >
        <div className={styles.bar} style={{ width: `${percent}%` }} />
      </div>
      <div className={styles.text}>
        <span className={styles.percent}>{percent} %</span>
        <span className={styles.doing} title={progress.doing}>
          {progress.doing}
        </span>
        <span className={styles.count}>
          {progress.questionsDone} of {progress.questions} questions
        </span>
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
    display: 'flex',
    gap: theme.spacing(1),
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  }),
  percent: css({ fontVariantNumeric: 'tabular-nums', minWidth: '4ch', textAlign: 'right' }),
  doing: css({ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  count: css({ whiteSpace: 'nowrap' }),
});
