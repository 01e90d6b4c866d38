import type { Figure } from '../../domain/base/Figure';

/** Signs before a value: ≥ or ≤ for a bound, else ≈ for a value that was not measured or declared. */
export function figureMark(figure: Figure): string {
  if (!figure.known) {
    return '';
  }
  if (figure.bound) {
    return figure.bound === 'at least' ? '≥ ' : '≤ ';
  }
  return figure.quality === 'estimated' || figure.quality === 'extrapolated' ? '≈ ' : '';
}
