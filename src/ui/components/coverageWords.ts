import type { Evidence } from '../../domain/base/Evidence';
import { formatShare } from '../format/formatShare';

/**
 * Which samples a coverage counts: those of the figure's own window, or, where a figure is worked out of others, the
 * lowest coverage among these. Null when it is not known.
 */
export function coverageWords({ coverage, origins, window }: Evidence): string | null {
  if (coverage === undefined) {
    return null;
  }
  const share = formatShare(coverage);
  const sources = origins.filter(({ kind }) => kind === 'query').length;
  if (window !== undefined || sources <= 1) {
    return `${share} of expected samples in its window`;
  }
  return `${share} of expected samples for the least covered of the figures it is worked out of`;
}
