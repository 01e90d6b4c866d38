import type { ReportWords } from '../../../domain/report/ReportWords';
import { statusText } from '../../components/StatusBadge';
import { formatAge } from '../../format/formatAge';
import { formatDay } from '../../format/formatDay';
import { formatDemand } from '../../format/formatDemand';
import { formatGrowth } from '../../format/formatGrowth';
import { formatMoney } from '../../format/formatMoney';
import { formatPeakTime } from '../../format/formatPeakTime';

/** Numbers and times as the other pages write them. @param now epoch milliseconds, for ages */
export const reportWords = (currency: string, now: number): ReportWords => ({
  demand: (value) => formatDemand(value),
  growth: formatGrowth,
  money: (value) => formatMoney(value, currency),
  ago: (at) => formatAge(at, now),
  day: formatDay,
  peakTime: formatPeakTime,
  status: statusText,
});
