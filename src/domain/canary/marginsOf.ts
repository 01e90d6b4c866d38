import type { LoadCurve } from '../capacity/LoadCurve';
import type { RunMode } from './Judge';
import { UNKNOWN_LOAD_RATIO, USUAL_SHIFTS, type ShiftLimits } from './judgeRules';

/** Limits a shift is held against, and why. */
export interface Margins extends ShiftLimits {
  readonly because: string;
}

/**
 * Those of the plan, except where a `limit` run cannot know how much of a rise is healthy and no absolute limit holds it:
 * there twice is allowed, and as much more or less as the plan differs from the usual.
 * @param curve of earlier runs, where it was used
 */
export function marginsOf(mode: RunMode, curve: LoadCurve | null, { stop, permit }: ShiftLimits): Margins {
  if (mode !== 'limit' || curve !== null) {
    return { stop, permit, because: curve === null ? 'against its peers' : `against earlier latency at the same demand (${curve.source})` };
  }
  const allowed = UNKNOWN_LOAD_RATIO * (stop / USUAL_SHIFTS.stop);
  const times = allowed === UNKNOWN_LOAD_RATIO ? 'twice' : `${+allowed.toPrecision(3)} times as much`;
  return { stop: allowed, permit: (UNKNOWN_LOAD_RATIO * permit) / USUAL_SHIFTS.stop, because: `against its peers; ${times} is allowed, since no earlier run shows what is healthy at this demand` };
}
