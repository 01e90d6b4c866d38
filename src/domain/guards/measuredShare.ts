import { counterIncrease } from './counterIncrease';
import type { RawSeries } from './RawSample';

/** Share of one window from the router's own counters. */
export type ShareWindow =
  | { readonly kind: 'measured'; readonly from: number; readonly to: number; readonly share: number; readonly requests: number }
  | { readonly kind: 'missing'; readonly from: number; readonly to: number; readonly reason: string };

/**
 * Requests first sent to the target over those sent to the pool, from the router's running totals inside [from, to].
 * @param members of the pool, each with its counters of requests first sent (retries not counted)
 */
export function measuredShare(members: ReadonlyArray<{ readonly id: string; readonly sent: readonly RawSeries[] }>, target: string, from: number, to: number): ShareWindow {
  const missing = (reason: string): ShareWindow => ({ kind: 'missing', from, to, reason });
  let pool = 0;
  let ours: number | null = null;
  for (const { id, sent } of members) {
    const increase = counterIncrease(sent, from, to);
    if (increase === null) {
      return missing(`the router's counter of ${id} has fewer than two samples in the window`);
    }
    pool += increase;
    ours = id === target ? increase : ours;
  }
  if (ours === null) {
    return missing(`${target} is not in the pool`);
  }
  return pool > 0 ? { kind: 'measured', from, to, share: ours / pool, requests: pool } : missing('no request reached the pool in the window');
}
