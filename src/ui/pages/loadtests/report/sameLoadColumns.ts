import type { StepFigures } from '../../../../domain/ramp/RunReport';
import type { DataColumn } from '../../../components/DataTable';
import { formatCount } from '../../../format/formatCount';
import { formatDemand } from '../../../format/formatDemand';
import { formatGrowth } from '../../../format/formatGrowth';
import { formatSeconds } from '../../../format/formatSeconds';
import { formatShare } from '../../../format/formatShare';
import type { SameLoadPair } from './sameLoad';

function column(header: string, of: (figures: StepFigures) => number | null, format: (value: number) => string): DataColumn<SameLoadPair> {
  return {
    header,
    numeric: true,
    cell: ({ one, two }) => {
      const [a, b] = [of(one), of(two)];
      const words = (value: number | null) => (value === null ? 'no data' : format(value));
      return `${words(a)} → ${words(b)}${a !== null && b !== null && a > 0 ? ` (${formatGrowth(b / a - 1)})` : ''}`;
    },
  };
}

/** First run → second run, with the change. */
export const SAME_LOAD_COLUMNS: ReadonlyArray<DataColumn<SameLoadPair>> = [
  { header: 'Demand', numeric: true, cell: ({ demand }) => formatDemand(demand) },
  column('CPU cores', ({ cpuCores }) => cpuCores, formatCount),
  column('Mean', ({ meanSeconds }) => meanSeconds, formatSeconds),
  column('p99', ({ p99Seconds }) => p99Seconds, formatSeconds),
  column('Failures', ({ errorRatio }) => errorRatio, formatShare),
];
