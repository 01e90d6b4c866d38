import type { FitView } from '../../../engine/service/ServiceView';
import { formatCount } from '../../format/formatCount';
import { formatSeconds } from '../../format/formatSeconds';
import { sentence } from '../../format/sentence';
import { formatValue } from '../../format/formatValue';

/** What the line says, or why there is none. */
export function fitSummary({ points, fit, what, unit }: FitView): string {
  if (!fit.ok) {
    return `${points.length === 0 ? 'Not drawn.' : 'No line was fitted.'} ${sentence(fit.reason)}`;
  }
  const { slope, intercept, r2, n } = fit;
  // A line may start below 0; nothing uses less than nothing.
  const atRest = intercept > 0 ? `, ${formatValue(intercept, unit)} at no load` : '';
  return `${slopeWords(what, slope)}${atRest} (${r2 === null ? '' : `R² ${r2.toFixed(2)}, `}${n} hours).`;
}

function slopeWords(what: FitView['what'], slope: number): string {
  switch (what) {
    case 'cpu':
      return `Each request takes ${formatSeconds(slope)} of CPU`;
    case 'p99':
      return `Each further req/s adds ${formatSeconds(slope)}`;
    case 'in-flight':
      return `Each further req/s adds ${formatCount(slope)} requests in flight`;
  }
}
