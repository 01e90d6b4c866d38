import { gaussian } from '../model/gaussian';

const SPREAD = 0.5;

/** A log-normal time with the given mean: most requests are near it, a few take twice as long. */
export function serviceTime(meanMs: number, random: () => number): number {
  return meanMs * Math.exp(SPREAD * gaussian(random) - (SPREAD * SPREAD) / 2);
}
