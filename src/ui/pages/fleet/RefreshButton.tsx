import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { formatAge } from '../../format/formatAge';
import { formatMinute } from '../../format/formatMinute';

interface Props {
  /** When the present was last read. */
  readonly readAt: number | null;
  readonly now: number;
  readonly onRefresh: () => void;
}

/** How old the present is, and a way to ask again. */
export function RefreshButton({ readAt, now, onRefresh }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.box}>
      {readAt !== null && (
        <span className={styles.age} title={formatMinute(readAt)}>
          read {formatAge(Math.min(readAt, now), now)}
        </span>
      )}
      <Button variant="secondary" icon="sync" onClick={onRefresh}>
        Refresh
      </Button>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
  age: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    // The page's title needs the room.
    [theme.breakpoints.down('sm')]: { display: 'none' },
  }),
});
