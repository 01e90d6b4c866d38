import type { Observation } from './Observation';

const AGREEING = 2;

export interface SettleStep {
  readonly countFrom: number;
  readonly agreed: number;
  readonly settled: boolean;
}

/**
 * One look while a share settles: two consecutive agreeing windows, not overlapping, each wholly after `countFrom`
 * (keeper's clock). A window that differs starts the count anew.
 */
export function settleStep(countFrom: number, agreed: number, { share, guards }: Observation): SettleStep {
  const counts = share.from >= countFrom && (share.state === 'agrees' || share.state === 'differs');
  if (!counts) {
    return { countFrom, agreed, settled: false };
  }
  const queueing = guards.some((guard) => guard.id.startsWith('hang') && guard.about === 'target' && guard.state !== 'pass');
  const now = share.state === 'agrees' && !queueing ? agreed + 1 : 0;
  return { countFrom: share.to, agreed: now, settled: now >= AGREEING };
}
