import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { FleetGroup } from './FleetGroup';

/** Heading of one owner's services. */
export function FleetGroupHead({ group, width }: { readonly group: FleetGroup; readonly width: number }) {
  const styles = useStyles2(getStyles);
  return (
    <tr className={styles.row}>
      <th scope="rowgroup" colSpan={width}>
        {group.owner || 'No owner'}
        <span className={styles.counts}>
          {group.total} {group.total === 1 ? 'service' : 'services'}
          {group.short > 0 && <strong className={styles.short}> · {group.short} short</strong>}
        </span>
      </th>
    </tr>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ background: theme.colors.background.secondary, '& th': { overflowWrap: 'anywhere' } }),
  counts: css({
    marginLeft: theme.spacing(1),
    color: theme.colors.text.secondary,
    fontWeight: theme.typography.fontWeightRegular,
  }),
  short: css({ color: theme.colors.error.text }),
});
