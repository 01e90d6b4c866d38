import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { CellSurroundings, FleetColumn } from './FleetColumn';
import type { JudgedService } from './JudgedService';

interface Props {
  readonly service: JudgedService;
  readonly columns: readonly FleetColumn[];
  readonly page: CellSurroundings;
}

/** Columns of one service as terms and values, in as many columns as fit. */
export function ServiceDetails({ service, columns, page }: Props) {
  const styles = useStyles2(getStyles);
  const reasons = service.judgement.status.reasons;
  return (
    <div className={styles.box}>
      {reasons.length > 0 && (
        <ul className={styles.reasons} aria-label="Reasons of the status">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <dl className={styles.list}>
        {columns.map(({ id, title, Cell }) => (
          <div key={id} className={styles.item}>
            <dt className={styles.term}>{title}</dt>
            <dd className={styles.value}>
              <Cell service={service} page={page} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), padding: theme.spacing(0.5, 0) }),
  reasons: css({ margin: 0, paddingLeft: theme.spacing(2), overflowWrap: 'anywhere' }),
  list: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(130px, 1fr))',
    gap: theme.spacing(1, 2),
    margin: 0,
  }),
  item: css({ minWidth: 0 }),
  term: css({
    fontWeight: 'normal',
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  }),
  value: css({ margin: 0, minWidth: 0 }),
});
