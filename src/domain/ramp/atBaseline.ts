import type { PoolView } from './Observation';
import type { Run } from './RampState';

/** Reported and usual share are the same within this part, or the router's own step. */
const CLOSE = 0.1;

/** True when the contract shows the pool as it is without any override, and every member that is left serves. */
export function atBaseline({ facts }: Pick<Run, 'facts'>, pool: PoolView | null): boolean {
  if (pool === null || pool.override !== null || pool.effective.state === 'propagating' || pool.effective.state === 'diverged') {
    return false;
  }
  const { targetBp } = pool.effective;
  const near = targetBp === null || Math.abs(targetBp - pool.baselineBp) <= Math.max(facts.shareStepBp, CLOSE * pool.baselineBp);
  // Who has left the pool for good serves nowhere; who is still a member must serve again.
  return near && facts.members.every((id) => pool.servingIds.includes(id) || !pool.memberIds.includes(id));
}
