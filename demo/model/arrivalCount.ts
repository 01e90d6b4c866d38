import { gaussian } from './gaussian';

/** Arrivals in an interval that expects `mean` of them: Poisson's spread, whole numbers, never negative. */
export function arrivalCount(mean: number, random: () => number): number {
  if (mean <= 0) {
    return 0;
  }
  if (mean < 1) {
    return random() < mean ? 1 : 0;
  }
  return Math.max(0, Math.round(mean + Math.sqrt(mean) * gaussian(random)));
}
