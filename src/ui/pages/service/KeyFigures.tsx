import type { ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  readonly rows: ReadonlyArray<{ readonly term: string; readonly value: ReactNode }>;
}

/** Terms with their values. */
export function KeyFigures({ rows }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <dl className={styles.list}>
      {rows.map(({ term, value }) => (
        <div key={term} className={styles.row}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1.5, 4), margin: theme.spacing(1.5, 0, 0) }),
  row: css({ minWidth: 0 }),
  term: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
  }),
  value: css({ margin: 0, overflowWrap: 'anywhere' }),
});
