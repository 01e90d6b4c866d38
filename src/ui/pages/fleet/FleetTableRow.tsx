import { memo } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import { EvidenceButton } from '../../components/EvidenceButton';
import { EvidenceOf } from '../../components/EvidenceOf';
import type { CellSurroundings, FleetColumn } from './FleetColumn';
import type { JudgedService } from './JudgedService';
import { ROW_HEIGHT } from './ROW_HEIGHT';
import { ServiceDetails } from './ServiceDetails';
import { serviceTopic } from './serviceTopic';

interface Props {
  readonly service: JudgedService;
  readonly columns: readonly FleetColumn[];
  readonly hidden: readonly FleetColumn[];
  readonly page: CellSurroundings;
  readonly open: boolean;
  readonly onToggle: (key: string | null) => void;
}

/** One service as a row; opened, the columns that had no room follow below it. */
export const FleetTableRow = memo(function FleetTableRow({ service, columns, hidden, page, open, onToggle }: Props) {
  const styles = useStyles2(getStyles);
  const { key, name } = service.facts.service;
  const { severity } = service.judgement.status;
  return (
    <EvidenceOf service={service.facts.service}>
      <tr
        className={cx(styles.row, severity === 'critical' && styles.critical, severity === 'warning' && styles.warning)}
      >
        {hidden.length > 0 && (
          <td>
            <IconButton
              name={open ? 'angle-down' : 'angle-right'}
              aria-label={`${open ? 'Hide' : 'Show'} details of ${name}`}
              aria-expanded={open}
              onClick={() => onToggle(open ? null : key)}
            />
          </td>
        )}
        {columns.map(({ id, numeric, Cell }) => {
          const cell = <Cell service={service} page={page} />;
          return id === 'service' ? (
            <th key={id} scope="row" className={styles.service}>
              {cell}
            </th>
          ) : (
            <td key={id} className={cx(styles.cell, numeric && styles.numeric)}>
              {cell}
            </td>
          );
        })}
        <td>
          <EvidenceButton topic={() => serviceTopic(service)} label={`Evidence of all figures of ${name}`} />
        </td>
      </tr>
      {open && hidden.length > 0 && (
        <tr className={styles.details}>
          <td colSpan={columns.length + 2}>
            <ServiceDetails service={service} columns={hidden} page={page} />
          </td>
        </tr>
      )}
    </EvidenceOf>
  );
});

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    // Room for two lines, whether the second one is known yet or not: nothing moves while history is read.
    height: ROW_HEIGHT,
    // Paler than `action.hover`, on which dim text is too faint.
    '&:hover': { background: theme.colors.emphasize(theme.colors.background.primary, 0.02) },
  }),
  critical: css({ boxShadow: `inset 3px 0 0 ${theme.colors.error.main}` }),
  warning: css({ boxShadow: `inset 3px 0 0 ${theme.colors.warning.main}` }),
  service: css({ fontWeight: 'inherit' }),
  cell: css({ lineHeight: 1.4, whiteSpace: 'nowrap' }),
  numeric: css({ '&&': { textAlign: 'right' } }),
  details: css({ background: theme.colors.background.secondary }),
});
