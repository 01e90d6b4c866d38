import type { Figure } from '../../domain/base/Figure';

/** Signs before a value: ≥ or ≤ for a bound, ~ for a value that was not measured or declared. */
export function figureMark(figure: Figure): string {
  if (!figure.known) {
    return '';
  }
  const bound = figure.bound === 'at least' ? '≥ ' : figure.bound === 'at most' ? '≤ ' : '';
  const rough = figure.quality === 'estimated' || figure.quality === 'extrapolated' ? '~' : '';
  return bound + rough;
}
