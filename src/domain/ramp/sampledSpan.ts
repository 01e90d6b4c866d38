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
  const begin = firstFrom(series, from);
  const after = firstFrom(series, to);
  const end = after <= to + LATEST * (to - from) ? after : lastUpTo(series, to);
  return begin < end ? { from: begin, to: end } : null;
}

/** Time of the earliest sample at or after one; Infinity when there is none. Loops, not lists: every window reads every series. */
function firstFrom(series: readonly RawSeries[], from: number): number {
  let first = Infinity;
  for (const one of series) {
    for (const { at } of one) {
      first = at >= from && at < first ? at : first;
    }
  }
  return first;
}

/** Time of the latest sample at or before one; -Infinity when there is none. */
function lastUpTo(series: readonly RawSeries[], to: number): number {
  let last = -Infinity;
  for (const one of series) {
    for (const { at } of one) {
      last = at <= to && at > last ? at : last;
    }
  }
  return last;
}
