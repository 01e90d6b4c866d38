import type { JudgeWindow } from '../canary/Judge';
import { median } from '../stats/median';

/** Windows just before a run, in which no override is in force: that was checked. */
const SURE = 6;
/** A share of traffic this many times its usual one, or less, is not what it is without a test. */
const MOST = 1.3;

/**
 * Windows in which the target took its usual part of the traffic: an earlier test in the history would teach the judge a
 * latency under load as the one before the run. Windows without demand are left out too.
 * @param windows oldest first
 */
export function usualWindows(windows: readonly JudgeWindow[]): readonly JudgeWindow[] {
  const ratios = windows.map(ratioOf);
  const usual = median(ratios.slice(-SURE).filter((r) => r !== null));
  return usual === null || !(usual > 0) ? windows : windows.filter((_, i) => isUsual(ratios[i] ?? null, usual));
}

const isUsual = (ratio: number | null, usual: number): boolean => ratio !== null && ratio > 0 && Math.abs(Math.log(ratio / usual)) <= Math.log(MOST);

/** Demand of the target over that of a usual peer. */
function ratioOf({ target, peers }: JudgeWindow): number | null {
  const others = median(peers.map((p) => p.demand ?? NaN));
  return target.demand === null || others === null || !(others > 0) ? null : target.demand / others;
}
