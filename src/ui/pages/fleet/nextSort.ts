import type { FleetColumn } from './FleetColumn';
import type { FleetQuery } from './FleetQuery';

/** What a click on a header asks for: the column's own direction, then the other, then no column. */
export function nextSort(
  column: Pick<FleetColumn, 'id' | 'descendingFirst'>,
  sort: FleetQuery['sort']
): FleetQuery['sort'] {
  if (sort?.column !== column.id) {
    return { column: column.id, descending: column.descendingFirst };
  }
  return sort.descending === column.descendingFirst ? { column: column.id, descending: !sort.descending } : null;
}
