import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { groupColour } from './groupColour';
import { pointShape } from './pointShape';

/** Names the groups, each with its shape and colour. */
export function XyLegend({ groups, withLine }: { readonly groups: readonly string[]; readonly withLine: boolean }) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  return (
    <ul className={styles.list}>
      {groups.map((group, i) => (
        <li key={group} className={styles.item}>
          <svg width={12} height={12} aria-hidden="true">
            <path d={pointShape(i, 6, 6)} fill={groupColour(theme, i)} />
          </svg>
          <span className={styles.name} title={group}>
            {group}
          </span>
        </li>
      ))}
      {withLine && (
        <li className={styles.item}>
          <svg width={28} height={12} aria-hidden="true">
            <rect className={styles.band} width={28} height={12} />
            <path className={styles.line} d="M0,6H14" />
            <path className={styles.line} d="M14,6H28" strokeDasharray="4 3" />
          </svg>
          fit, 90 % prediction band; dashed: beyond what was measured
        </li>
      )}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    listStyle: 'none',
    margin: 0,
    padding: 0,
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  }),
  item: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.75), minWidth: 0 }),
  name: css({ maxWidth: 180, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  band: css({ fill: theme.colors.text.primary, fillOpacity: 0.1 }),
  line: css({ stroke: theme.colors.text.primary, strokeWidth: 1.5, fill: 'none' }),
});
