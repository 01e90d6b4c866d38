import { peakOf } from '../../../domain/base/Series';
import { contains } from '../../../domain/base/TimeWindow';
import type { ServiceView } from '../../../engine/service/ServiceView';
import { formatDemand } from '../../format/formatDemand';
import { formatMinute } from '../../format/formatMinute';
import { formatPeakTime } from '../../format/formatPeakTime';

/** The chart of demand against capacity in words. */
export function demandSummary({ demand, capacity, peaks, range, progress }: ServiceView): string {
  const peak = demand === null ? null : peakOf(demand);
  if (peak === null) {
    return progress === null ? 'No demand was measured in this range.' : 'Demand is still being read.';
  }
  const best = capacity === null ? null : peakOf(capacity);
  const parts = [
    `Demand peaked at ${formatDemand(peak.value)} on ${formatMinute(peak.at)}`,
    best === null ? 'capacity is not known' : `capacity reached ${formatDemand(best.value)}`,
  ];
  const { at, figure, span } = peaks.ath;
  if (at !== null && figure.known && !contains(range, at)) {
    parts.push(`the all-time high of ${formatDemand(figure.value)} on ${formatPeakTime(at, span)} lies outside this range`);
  }
  return `${parts.join('; ')}.`;
}
