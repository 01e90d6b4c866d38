import type { CsvColumn } from '../../components/csvText';
import { formatDay } from '../../format/formatDay';
import { fleetColumns } from './fleetColumns';
import type { JudgedFleet } from './JudgedFleet';
import type { JudgedService } from './JudgedService';

export interface FleetCsv {
  /** Without extension. */
  readonly fileName: string;
  readonly columns: ReadonlyArray<CsvColumn<JudgedService>>;
}

const COLUMNS = fleetColumns.flatMap((column) => column.csv);

/** The download of a fleet; name and rows say which growth on every peak it was judged under. */
export function fleetCsv({ growth, now }: Pick<JudgedFleet, 'growth' | 'now'>): FleetCsv {
  const asked = growth > 0 ? `-plus-${Math.round(growth * 100)}-percent` : '';
  return {
    fileName: `headroom-fleet-${formatDay(now)}${asked}`,
    columns: [...COLUMNS, { header: 'growth on every peak (share)', value: () => growth }],
  };
}
