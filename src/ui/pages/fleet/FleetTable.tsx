import { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { sidewaysScroll } from '../../components/sidewaysScroll';
import { visuallyHidden } from '../../components/visuallyHidden';
import type { CellSurroundings, FleetColumn } from './FleetColumn';
import type { FleetGroup } from './FleetGroup';
import { FleetGroupHead } from './FleetGroupHead';
import { FleetHead } from './FleetHead';
import type { FleetQuery } from './FleetQuery';
import { FleetTableRow } from './FleetTableRow';

interface Props {
  readonly groups: readonly FleetGroup[];
  readonly columns: readonly FleetColumn[];
  /** Columns there is no room for; a row can be opened to show them. */
  readonly hidden: readonly FleetColumn[];
  readonly page: CellSurroundings;
  readonly sort: FleetQuery['sort'];
  readonly onSort: (sort: FleetQuery['sort']) => void;
}

/**
 * A semantic table of our own. InteractiveTable keeps its sort order and page to itself (ours are in the address, and
 * "worst first within tier" is no column), cannot group rows under an owner, and has no rows that give columns up.
 */
export function FleetTable({ groups, columns, hidden, page, sort, onSort }: Props) {
  const styles = useStyles2(getStyles);
  const [opened, setOpened] = useState<string | null>(null);
  const width = columns.length + (hidden.length > 0 ? 2 : 1);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.hidden}>
          Services, {sort ? `sorted by ${sort.column}` : 'worst first within tier'}
        </caption>
        <FleetHead columns={columns} expandable={hidden.length > 0} page={page} sort={sort} onSort={onSort} />
        {groups.map((group) => (
          <tbody key={group.owner ?? ''}>
            {group.owner !== null && <FleetGroupHead group={group} width={width} />}
            {group.services.map((service) => {
              const { key } = service.facts.service;
              return (
                <FleetTableRow
                  key={key}
                  service={service}
                  columns={columns}
                  hidden={hidden}
                  page={page}
                  open={opened === key}
                  onToggle={setOpened}
                />
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  // The last resort: columns give way before this is needed.
  scroll: css(sidewaysScroll(theme, theme.colors.background.primary)),
  table: css({
    width: '100%',
    // Widths do not depend on what a page holds: nothing jumps, and a hundred rows are laid out fast.
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: 13,
    '& th, & td': {
      padding: theme.spacing(0.75, 0.5),
      verticalAlign: 'top',
      textAlign: 'left',
    },
  }),
  hidden: css(visuallyHidden),
});
