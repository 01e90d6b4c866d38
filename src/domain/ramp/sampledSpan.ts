import type { RawSeries } from '../guards/RawSample';

/** Times of two samples, epoch milliseconds. */
export interface SampledSpan {
  readonly from: number;
  readonly to: number;
}

/** A sample later than this part of the window after its end says too little about it: there was a gap. */
const LATEST = 0.5;

/**
 * The samples of one instance that stand for a window: the first at or after its begin, and the first at or after its end
 * (else the last before it). Each instance is scraped at times of its own, so that growth over the window's own length
 * would be low by up to a scrape. Neighbouring windows share a sample: nothing is counted twice and nothing lost, and
 * nothing from before the begin counts. Null with fewer than two samples.
 */
export function sampledSpan(series: readonly RawSeries[], from: number, to: number): SampledSpan | null {
  const times = series.flat().map(({ at }) => at);
  const begin = firstFrom(times, from);
  const after = firstFrom(times, to);
  const end = after <= to + LATEST * (to - from) ? after : times.reduce((last, at) => (at <= to ? Math.max(last, at) : last), -Infinity);
  return begin < end ? { from: begin, to: end } : null;
}

/** Earliest of the times at or after one; Infinity when there is none. */
const firstFrom = (times: readonly number[], from: number): number => times.reduce((first, at) => (at >= from ? Math.min(first, at) : first), Infinity);
