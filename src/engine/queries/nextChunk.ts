import type { Interval, Intervals } from '../../domain/base/Intervals';

/** The next span to ask for: the newest of what is missing, at most `cells` steps long. Null when nothing is. */
export function nextChunk(missing: Intervals, step: number, cells: number): Interval | null {
  const newest = missing.at(-1);
  return newest ? [Math.max(newest[0], newest[1] - cells * step), newest[1]] : null;
}
