import type { ProfileCost } from '../../../../engine/setup/RecordingPlan';
import { formatBytes } from '../../../format/formatBytes';
import { formatCount } from '../../../format/formatCount';

/** What recording a profile costs and saves. Counted from series and scrape intervals, not measured. */
export function costSentence({ profile, series, samplesPerDay, bytesPerDay, peaksBefore, peaksAfter }: ProfileCost, days: number): string {
  const costs = `${profile}: costs the server about ${formatCount(series)} series, ${formatCount(samplesPerDay)} samples and ${formatBytes(bytesPerDay)} a day.`;
  const reads = `The daily peaks of ${days} days then read about ${formatCount(peaksAfter)} samples, before it was ${formatCount(peaksBefore)}`;
  const factor = peaksBefore / Math.max(1, peaksAfter);
  return factor >= 2 ? `${costs} ${reads}: ${formatCount(Math.round(factor))} times fewer (counted from series and scrape interval, not measured).` : `${costs} ${reads}: it saves little here.`;
}
