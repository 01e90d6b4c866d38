import type { ReactNode } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { sidewaysScroll } from './sidewaysScroll';
import { visuallyHidden } from './visuallyHidden';

export interface DataColumn<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand right. */
  readonly numeric?: boolean;
  /** Long text: breaks into lines, anywhere if it must, but is at least this wide (pixels). Other cells stay in one line. */
  readonly wrap?: number;
}

interface Props<Row> {
  /** Names the table for screen readers. */
  readonly caption: string;
  readonly columns: ReadonlyArray<DataColumn<Row>>;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Rows that do not count any more. */
  readonly struck?: (row: Row) => boolean;
}

/** A short table in reading order; scrolls sideways where the page is narrow. The first column heads its row. */
export function DataTable<Row>({ caption, columns, rows, rowKey, struck }: Props<Row>) {
  const styles = useStyles2(getStyles);
  return (
    // Focusable, so that a keyboard can scroll it.
    <div className={styles.scroll} role="group" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.hidden}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.header} scope="col" className={cx(column.numeric && styles.numeric)}>
                {column.header === '' ? <span className={styles.hidden}>Actions</span> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={cx(struck?.(row) && styles.struck)}>
              {columns.map((column, i) =>
                i === 0 ? (
                  <th
                    key={column.header}
                    scope="row"
                    className={cx(column.wrap !== undefined && styles.wrap)}
                    style={{ minWidth: column.wrap }}
                  >
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.header}
                    className={cx(column.numeric && styles.numeric, column.wrap !== undefined && styles.wrap)}
                    style={{ minWidth: column.wrap }}
                  >
                    {column.cell(row)}
                  </td>
                )
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  hidden: css(visuallyHidden),
  scroll: css({ ...sidewaysScroll(theme, theme.colors.background.primary), position: 'relative' }),
  table: css({
    minWidth: 'min(100%, 560px)',
    'th, td': {
      padding: theme.spacing(0.75, 3, 0.75, 0),
      textAlign: 'left',
      verticalAlign: 'baseline',
      whiteSpace: 'nowrap',
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    },
    'thead th': {
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightMedium,
    },
    'tbody th': { fontWeight: theme.typography.fontWeightRegular },
  }),
  numeric: css({ '&&': { textAlign: 'right' }, fontVariantNumeric: 'tabular-nums' }),
  wrap: css({ '&&': { whiteSpace: 'normal' }, overflowWrap: 'anywhere', maxWidth: 440 }),
  struck: css({ color: theme.colors.text.secondary, 'th, td:nth-of-type(1)': { textDecoration: 'line-through' } }),
});
