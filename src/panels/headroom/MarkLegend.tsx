import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

/** What the parts of a bar mean. */
export function MarkLegend() {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.legend}>
      <span><i className={styles.demand} /> demand now</span>
      <span><i className={styles.frame} /> capacity</span>
      <span><i className={styles.ath}>◆</i> all-time high</span>
      <span><i className={styles.event} /> event demand</span>
      <span><i className={styles.required} /> required capacity</span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const sign = { display: 'inline-block', height: 10, verticalAlign: 'middle', marginRight: theme.spacing(0.5) } as const;
  return {
    legend: css({
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.25, 1.5),
      padding: theme.spacing(0.5, 0.5, 0),
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    demand: css({ ...sign, width: 14, height: 6, borderRadius: 3, background: theme.colors.success.main }),
    frame: css({ ...sign, width: 14, boxShadow: `inset 0 0 0 1px ${theme.colors.border.strong}` }),
    ath: css({ fontStyle: 'normal', fontSize: 9, marginRight: theme.spacing(0.5) }),
    event: css({ ...sign, borderLeft: `2px dashed ${theme.colors.text.primary}` }),
    required: css({ ...sign, width: 4, borderRadius: 2, background: theme.colors.text.secondary }),
  };
};
