import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { visuallyHidden } from '../../components/visuallyHidden';
import type { CellSurroundings, FleetColumn } from './FleetColumn';
import type { FleetQuery } from './FleetQuery';
import { EVIDENCE_WIDTH, EXPANDER_WIDTH } from './splitColumns';
import { nextSort } from './nextSort';

interface Props {
  readonly columns: readonly FleetColumn[];
  readonly expandable: boolean;
  readonly page: CellSurroundings;
  readonly sort: FleetQuery['sort'];
  readonly onSort: (sort: FleetQuery['sort']) => void;
}

/** Headers that sort: first click worst or greatest first, second the other way, third back to "worst first within tier". */
export function FleetHead({ columns, expandable, page, sort, onSort }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <thead>
      <tr className={styles.row}>
        {expandable && (
          <th scope="col" style={{ width: EXPANDER_WIDTH }}>
            <span className={styles.hidden}>Details</span>
          </th>
        )}
        {columns.map((column) => {
          const active = sort?.column === column.id;
          const note = column.note?.(page);
          return (
            <th
              key={column.id}
              style={{ width: column.width ?? undefined }}
              scope="col"
              className={cx(column.numeric && styles.numeric)}
              aria-sort={active ? direction(sort.descending) : undefined}
            >
              <button
                type="button"
                className={styles.button}
                title={column.hint}
                onClick={() => onSort(nextSort(column, sort))}
              >
                {column.title}
                {active && <Icon name={sort.descending ? 'arrow-down' : 'arrow-up'} size="sm" aria-hidden="true" />}
              </button>
              {note && <div className={styles.note}>{note}</div>}
            </th>
          );
        })}
        <th scope="col" style={{ width: EVIDENCE_WIDTH }}>
          <span className={styles.hidden}>Evidence</span>
        </th>
      </tr>
    </thead>
  );
}

const direction = (descending: boolean) => (descending ? 'descending' : 'ascending');

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    borderBottom: `1px solid ${theme.colors.border.medium}`,
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
    '& th': { verticalAlign: 'bottom' },
  }),
  numeric: css({ '&&': { textAlign: 'right' } }),
  button: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.25),
    padding: 0,
    border: 0,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'inherit',
    fontWeight: theme.typography.fontWeightMedium,
    '&:hover': { color: theme.colors.text.primary },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 2 },
  }),
  note: css({ whiteSpace: 'nowrap', fontWeight: theme.typography.fontWeightRegular }),
  hidden: css(visuallyHidden),
});
