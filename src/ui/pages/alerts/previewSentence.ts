import { formatSpan } from '../../format/formatSpan';
import type { PreviewSummary } from './previewSummary';
import { PREVIEW_DAYS } from './usePreview';

/**
 * What a preview comes to. It applies the limits of today to the past.
 * @param whole false when it broke off
 */
export function previewSentence(summary: PreviewSummary, whole: boolean): string {
  const { times } = summary;
  if (!whole) {
    return `Up to there it would ${times === 0 ? 'not have fired' : `have fired ${often(times)}`}; the rest is not known.`;
  }
  return times === 0
    ? `With the limits of today it would not have fired in the last ${PREVIEW_DAYS} days, as far as the data source remembers them.`
    : fired(summary);
}

function fired({ rows, times, longest, total, firingNow }: PreviewSummary): string {
  const whom = rows.length === 1 ? 'for one service' : `for ${rows.length} services`;
  const now = firingNow === 0 ? '' : ` ${firingNow === 1 ? 'One fires' : `${firingNow} fire`} now.`;
  return `With the limits of today it would have fired ${often(times)} in the last ${PREVIEW_DAYS} days, ${whom}: the longest for ${formatSpan(longest)}, in all ${formatSpan(total)}.${now}`;
}

const often = (times: number): string => (times === 1 ? 'once' : `${times} times`);
