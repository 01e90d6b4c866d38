import { memo, useMemo } from 'react';
import type { FleetArrangement } from './arrangeFleet';
import { cutGroups } from './cutGroups';
import { FleetCards } from './FleetCards';
import type { CellSurroundings } from './FleetColumn';
import { fleetColumns } from './fleetColumns';
import type { FleetQuery } from './FleetQuery';
import { FleetTable } from './FleetTable';
import { ROW_HEIGHT } from './ROW_HEIGHT';
import { SortSelect } from './SortSelect';
import { splitColumns } from './splitColumns';
import { useGradualCount } from './useGradualCount';

/** Content narrower than this, px, is drawn as cards. */
const TABLE_FROM = 620;

interface Props {
  readonly arrangement: FleetArrangement;
  /** Changes when other rows are asked for. */
  readonly listKey: string;
  /** Of the page's content, px. */
  readonly width: number;
  readonly page: CellSurroundings;
  readonly sort: FleetQuery['sort'];
  readonly onSort: (sort: FleetQuery['sort']) => void;
}

/** The services of one page as a table with the columns that fit, or as cards. */
export const FleetRows = memo(function FleetRows({ arrangement, listKey, width, page, sort, onSort }: Props) {
  const [columns, hidden] = useMemo(() => splitColumns(fleetColumns, width), [width]);
  const total = arrangement.groups.reduce((sum, group) => sum + group.services.length, 0);
  const count = useGradualCount(total, listKey);
  const groups = useMemo(() => cutGroups(arrangement.groups, 0, count), [arrangement.groups, count]);
  if (total === 0) {
    return null;
  }
  if (width < TABLE_FROM) {
    return (
      <>
        <SortSelect sort={sort} onSort={onSort} />
        <FleetCards groups={groups} page={page} />
      </>
    );
  }
  return (
    // Holds the place of rows that are drawn a moment later.
    <div style={{ minHeight: count < total ? total * ROW_HEIGHT : undefined }}>
      <FleetTable groups={groups} columns={columns} hidden={hidden} page={page} sort={sort} onSort={onSort} />
    </div>
  );
});
