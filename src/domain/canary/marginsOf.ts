import type { LoadCurve } from '../capacity/LoadCurve';
import type { JudgeMetric, RunMode } from './Judge';
import { PERMIT_RATIO, STOP_RATIO, UNKNOWN_LOAD_RATIO } from './judgeRules';

/** Limits a shift is held against, as ratios, and why. */
export interface Margins {
  readonly stop: number;
  readonly permit: number;
  readonly because: string;
}

/** +10 % and +25 %, except where a `limit` run cannot know how much of a rise is healthy and no absolute limit holds it. @param curve of earlier runs, where it was used */
export function marginsOf(mode: RunMode, kind: JudgeMetric['kind'], curve: LoadCurve | null): Margins {
  if (mode !== 'limit' || kind === 'flat' || curve !== null) {
    return { stop: STOP_RATIO, permit: PERMIT_RATIO, because: curve === null ? 'against its peers' : `against earlier latency at the same demand (${curve.source})` };
  }
  return { stop: UNKNOWN_LOAD_RATIO, permit: (UNKNOWN_LOAD_RATIO * PERMIT_RATIO) / STOP_RATIO, because: 'twice is allowed, since no earlier run shows latency at this demand' };
}
