import type { ShareJudgement } from './judgeShare';

const AGREEING = 2;

/**
 * Two consecutive agreeing windows that lie wholly after apply + propagation, with the router's queue at baseline.
 * @param shares oldest first, not overlapping; @param maxPropagationMs from the endpoint's capabilities
 */
export function isSettled(shares: readonly ShareJudgement[], appliedAt: number, maxPropagationMs: number, queueAtBaseline: boolean): boolean {
  const newest = shares.slice(-AGREEING);
  return (
    queueAtBaseline &&
    newest.length === AGREEING &&
    newest.every((s) => s.kind === 'agrees' && s.window.from >= appliedAt + maxPropagationMs)
  );
}
