import type { BarStatus } from './HeadroomBar';

/** Verdict over plain queries, where no policy is known: `headroom` and `asked` are shares of growth. */
export function statusOfGrowth(headroom: number | null, asked: number): BarStatus {
  if (headroom === null) {
    return 'unknown';
  }
  if (headroom < 0) {
    return 'short';
  }
  return headroom < asked ? 'low' : 'ok';
}
