import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import type { FleetArrangement } from './arrangeFleet';
import { PAGE_SIZES } from './FleetQuery';
import type { ChangeFleetQuery } from './useFleetQuery';

interface Props {
  readonly arrangement: FleetArrangement;
  readonly pageSize: number;
  /** Services before filtering. */
  readonly total: number;
  readonly onChange: ChangeFleetQuery;
}

/** What part of the fleet is on the screen, and the way to the rest. */
export function FleetPaging({ arrangement: { matching, page, pages }, pageSize, total, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(matching.length, page * pageSize);
  const of = matching.length === total ? `${total}` : `${matching.length} matching, ${total} in all`;
  return (
    <nav className={styles.bar} aria-label="Pages of the table">
      <span role="status">{matching.length === 0 ? `None of ${total} services` : `${first}–${last} of ${of}`}</span>
      {matching.length > (PAGE_SIZES[0] ?? 0) && (
        <RadioButtonGroup
          size="sm"
          aria-label="Rows a page"
          options={PAGE_SIZES.map((value) => ({ value, label: String(value), ariaLabel: `${value} rows a page` }))}
          value={pageSize}
          onChange={(size) => onChange({ pageSize: size })}
        />
      )}
      {pages > 1 && (
        <div className={styles.turn}>
          <Button
            size="sm"
            variant="secondary"
            icon="angle-left"
            disabled={page === 1}
            aria-label="Previous page"
            onClick={() => onChange({ page: page - 1 })}
          />
          <span>
            Page {page} of {pages}
          </span>
          <Button
            size="sm"
            variant="secondary"
            icon="angle-right"
            disabled={page === pages}
            aria-label="Next page"
            onClick={() => onChange({ page: page + 1 })}
          />
        </div>
      )}
    </nav>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1, 2),
    color: theme.colors.text.secondary,
    fontVariantNumeric: 'tabular-nums',
  }),
  turn: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
});
