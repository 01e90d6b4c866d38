import type { JudgeWindow } from '../canary/Judge';
import { median } from '../stats/median';
import { normalQuantile } from '../stats/normalQuantile';
import { JUDGED } from './windowReading';

const LEAST_WINDOWS = 10;
const WINDOWS_OF_A_LOOK = 6;
const STOP_ALPHA = 0.002;
const POWER = 0.8;

/**
 * Shift of mean latency the first look of the judge stops with 80 % power, as a factor, from the noise of
 * log(target / median of peers) in windows before the run. Null with fewer than ten windows.
 */
export function visibleShiftOf(windows: readonly JudgeWindow[]): number | null {
  const logs = windows.map(logRatio).filter((x) => x !== null);
  if (logs.length < LEAST_WINDOWS) {
    return null;
  }
  const mean = logs.reduce((sum, x) => sum + x, 0) / logs.length;
  const sd = Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (logs.length - 1));
  const spread = sd * Math.sqrt(1 / WINDOWS_OF_A_LOOK + 1 / logs.length);
  return Math.exp((normalQuantile(1 - STOP_ALPHA) + normalQuantile(POWER)) * spread);
}

function logRatio({ target, peers }: JudgeWindow): number | null {
  const ours = target.values[JUDGED.latency] ?? null;
  const theirs = median(peers.map((p) => p.values[JUDGED.latency] ?? NaN).filter(Number.isFinite)) ?? null;
  return ours === null || theirs === null || !(ours > 0) || !(theirs > 0) ? null : Math.log(ours / theirs);
}
